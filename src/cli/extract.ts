import { type Command, Option } from 'commander';
import {
  drawPages,
  exitCodes,
  extract,
  type Extraction,
  type OcrChoice,
  type RecordStage,
  recordStages,
  type SavedState,
  type SaveResult,
} from '../index.ts';
import { defaultDatabase, layoutsOption, ocrOption, pipelineOption } from './options.ts';
import { printChanges } from './print-changes.ts';
import { printJson } from './print-json.ts';
import { printRecord } from './print-record.ts';
import { reportProblems } from './report.ts';
import { readingWidth, writeData, writeNote } from './terminal.ts';

interface ExtractFlags {
  readonly json?: boolean;
  /** `true` where the option stands alone. */
  readonly db?: string | true;
  readonly until?: RecordStage;
  readonly from?: RecordStage;
  readonly draw?: string;
  readonly pipeline: string;
  readonly layouts?: string;
  readonly ocr?: OcrChoice;
  readonly strict?: boolean;
}

const examples = `
Examples:
  $ ziping extract samples/seed-14.txt                        a record to read
  $ ziping extract samples/seed-14.txt --json                 the same for programs
  $ ziping extract samples/seed-14.txt --db ziping.db         what changed against the database
  $ ziping extract samples/ministry-calc-landscape.pdf --until tables --draw out > tables.json
  $ ziping extract tables.json --from tables                  goes on from there

Stages: ${recordStages.join(', ')}.`;

/** `ziping extract`: one file, now. */
export function addExtractCommand(program: Command): void {
  program
    .command('extract')
    .summary('read one file, now')
    .description(
      'Prints the record of one file; with --db, replaces what the database has of it and shows what changed.',
    )
    .argument('<FILE>', 'the document, or with --from what --until printed')
    .option('--json', 'print the record as one JSON document')
    .option('--db [FILE]', `save the record in this database (${defaultDatabase} where no file is named)`)
    .addOption(
      new Option('--until <STAGE>', 'stop after this stage and print its output as JSON')
        .choices(recordStages)
        .conflicts('db'),
    )
    .addOption(
      new Option('--from <STAGE>', 'FILE is the saved output of this stage: go on from there').choices(recordStages),
    )
    .addOption(
      new Option('--draw <DIR>', 'draw each page as PNG in this folder, with text boxes, rulings and cells').conflicts(
        'from',
      ),
    )
    .addOption(pipelineOption())
    .addOption(layoutsOption())
    .addOption(ocrOption())
    .option('--strict', 'end with 1 where something could not be read, or a value needs review')
    .addHelpText('after', examples)
    .action(runExtract);
}

async function runExtract(file: string, flags: ExtractFlags): Promise<void> {
  const { until, from, pipeline, layouts, ocr, db } = flags;
  const options = { pipeline, layouts, ocr, from };
  if (flags.draw !== undefined) await draw(file, flags.draw, { pipeline, layouts, ocr, until });
  if (until !== undefined) return printStage(await extract(file, { ...options, until }), flags);
  if (db === undefined) return printExtraction(await extract(file, options), flags);
  const database = db === true ? defaultDatabase : db;
  printSaved(await extract(file, { ...options, database }), database, flags);
}

/** A stage's output is data; what could not be read so far is told as for a record. */
function printStage(state: SavedState, { strict }: ExtractFlags): void {
  const problems = 'problems' in state.output ? state.output.problems : [];
  reportProblems(state.document.path, problems);
  writeData(printJson(state));
  if (strict === true && problems.length > 0) process.exitCode = exitCodes.needsAttention;
}

async function draw(file: string, directory: string, options: Parameters<typeof drawPages>[2]): Promise<void> {
  const { files, problems } = await drawPages(file, directory, options);
  reportProblems(file, problems);
  if (files.length > 0) writeNote(`Drawn: ${files.length} pages in ${directory}`);
}

function printExtraction(extraction: Extraction, flags: ExtractFlags): void {
  reportProblems(extraction.document.path, extraction.problems);
  writeData(flags.json === true ? printJson(extraction) : printRecord(extraction, readingWidth()));
  process.exitCode = exitCodeOf(extraction, flags.strict === true);
}

/** Changes are data, and printed as such unless standard output is one JSON document already. */
function printSaved(result: SaveResult, database: string, flags: ExtractFlags): void {
  printExtraction(result.extraction, flags);
  const text = printChanges(result, database);
  if (flags.json === true) writeNote(text.trimEnd());
  else writeData(text);
}

function exitCodeOf({ forms, problems }: Extraction, isStrict: boolean): number {
  if (forms.length === 0) return exitCodes.nothingRead;
  const isDoubtful = forms.some(({ evidence }) => Object.values(evidence).some(({ needsReview }) => needsReview));
  return isStrict && (problems.length > 0 || isDoubtful) ? exitCodes.needsAttention : exitCodes.ok;
}
