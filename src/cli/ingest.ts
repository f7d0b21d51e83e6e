import type { Command } from 'commander';
import { exitCodes, ingest, type IngestProgress, type IngestResult, type OcrChoice } from '../index.ts';
import { onInterrupt } from './interrupt.ts';
import { databaseOption, layoutsOption, ocrOption, pipelineOption } from './options.ts';
import { describeSkipped, printTally } from './print-tally.ts';
import { noProgress, paceOf, type ProgressDisplay, progressDisplay } from './progress.ts';
import { reportProblems } from './report.ts';
import { writeData, writeNote } from './terminal.ts';

interface IngestFlags {
  readonly db: string;
  readonly pipeline: string;
  readonly layouts?: string;
  readonly ocr?: OcrChoice;
  readonly again?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

const examples = `
Examples:
  $ ziping ingest samples/seed-14.txt           one file
  $ ziping ingest samples --db archive.db       a folder with all below it
  $ ziping ingest "samples/*.{txt,pdf}"         what a pattern matches

A run can be stopped with Ctrl-C and started again at any time: what the database has from the same
pipeline, layouts and version is not read again. Below folders, files of other kinds are skipped.`;

/** `ziping ingest`: documents into the database. */
export function addIngestCommand(program: Command): void {
  program
    .command('ingest')
    .summary('read documents into the database')
    .description('Reads all documents at the paths into the database.')
    .argument('<PATH...>', 'files, folders with all below them, or patterns')
    .addOption(databaseOption())
    .addOption(pipelineOption())
    .addOption(layoutsOption())
    .addOption(ocrOption())
    .option('--again', 'read all documents anew, also those that have not changed')
    .option('--strict', 'end with 1 where a document could not be read, or a value needs review')
    .option('--quiet', 'print errors alone: no progress, no problems of documents, no summary')
    .addHelpText('after', examples)
    .action(runIngest);
}

async function runIngest(paths: readonly string[], flags: IngestFlags): Promise<void> {
  const { db: database, strict: isStrict = false, quiet: isQuiet = false, ...options } = flags;
  const display = isQuiet ? noProgress : progressDisplay();
  const interrupt = onInterrupt();
  const onProgress = isQuiet ? () => undefined : showProgress(display);
  const result = await ingest(paths, { ...options, database, signal: interrupt.signal, onProgress });
  display.clear();
  interrupt.stop();
  if (!isQuiet) printResult(result);
  if (result.isInterrupted) endInterrupted(result, database);
  process.exitCode = exitCodeOf(result, isStrict);
}

function showProgress(display: ProgressDisplay): (progress: IngestProgress) => void {
  return (progress) => {
    if (progress.problems.length > 0) display.clear();
    reportProblems(progress.path, progress.problems);
    display.show(progress);
  };
}

function printResult(result: IngestResult): void {
  if (result.skipped.length > 0) writeNote(describeSkipped(result.skipped));
  writeData(printTally(result));
  writeNote(`${(result.elapsedMs / 1000).toFixed(1)} s, ${paceOf(result.pages, result.elapsedMs)}`);
}

/** Documents that are being read would keep the process alive; nothing of them is in the database. */
function endInterrupted({ done, total }: IngestResult, database: string): never {
  writeNote(`Interrupted: ${done} of ${total} documents are in ${database}. Run the same command again to go on.`);
  process.exit(exitCodes.interrupted);
}

function exitCodeOf({ forms, needsReview, problems }: IngestResult, isStrict: boolean): number {
  if (forms === 0) return exitCodes.nothingRead;
  return isStrict && (needsReview > 0 || problems > 0) ? exitCodes.needsAttention : exitCodes.ok;
}
