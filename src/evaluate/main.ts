import { statSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { ocrOption } from '../cli/options.ts';
import type { OcrChoice } from '../ocr/engines.ts';
import { formatTable } from '../store/format-table.ts';
import { calibrationReport, judgedLines } from './calibrate.ts';
import { type Score, sumScores } from './compare.ts';
import { type FileScore, scoreFile } from './score-file.ts';
import { filesWithTruth } from './truth.ts';

const program = new Command('npm run evaluate --')
  .description('Extracts every file whose truth is known and prints, for each, each folder and in total, what agrees.')
  .addArgument(folders())
  .option('--differences', 'list what differs')
  .addOption(ocrOption())
  .action(evaluateFolders);
program
  .command('calibrate')
  .description('Fits the confidence of recognised lines (src/ocr/confidence.ts) to scans whose truth is known.')
  .addArgument(folders())
  .action(calibrate);
await program.parseAsync();

function folders(): Argument {
  return new Argument('<folders...>', 'folders of files with a .truth.json beside each').argParser(addFolder);
}

/** One more folder. @throws InvalidArgumentError */
function addFolder(folder: string, given: readonly string[] = []): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return [...given, folder];
  throw new InvalidArgumentError('There is no such folder.');
}

interface EvaluateOptions {
  readonly ocr?: OcrChoice;
  readonly differences?: boolean;
}

async function evaluateFolders(paths: readonly string[], { differences, ocr }: EvaluateOptions): Promise<void> {
  const byFolder: { readonly name: string; readonly scored: FileScore[] }[] = [];
  for (const folder of paths) {
    const scored: FileScore[] = [];
    for (const file of await filesWithTruth(folder)) scored.push(await scoreFile(file, { ocr }));
    byFolder.push({ name: path.basename(path.resolve(folder)), scored });
  }
  const all = byFolder.flatMap(({ scored }) => scored);
  const rows = all.map(({ file, score }) => scoreRow(path.basename(file), score));
  const ofFolders = byFolder.map(({ name, scored }) => totalRow(`${name}, ${scored.length} files`, scored));
  const totals = [...(byFolder.length > 1 ? ofFolders : []), totalRow(`${all.length} files`, all)];
  const columns = ['file', 'forms', 'numbers', 'texts', 'rows', 'wrong unflagged', 'right flagged'];
  console.log(formatTable({ columns, rows: [...rows, ...totals] }));
  if (differences === true) all.forEach(printDifferences);
}

function totalRow(name: string, scored: readonly FileScore[]): (string | number)[] {
  return scoreRow(name, sumScores(scored.map(({ score }) => score)));
}

function scoreRow(name: string, score: Score): (string | number)[] {
  const share = (right: number, all: number): string =>
    `${right}/${all}${right === all ? '' : ` ${((100 * right) / all).toFixed(1)}%`}`;
  return [
    name,
    share(score.formsFound, score.forms),
    share(score.numbersRight, score.numbers),
    share(score.textsRight, score.texts),
    share(score.rowsRight, score.rows),
    score.wrongUnflagged,
    score.rightFlagged,
  ];
}

function printDifferences({ file, differences }: FileScore): void {
  for (const { form, pointer, expected, found, isFlagged } of differences) {
    const flag = isFlagged ? ' (flagged)' : '';
    console.log(`${path.basename(file)} form ${form} ${pointer}: ${expected} <> ${found}${flag}`);
  }
}

async function calibrate(paths: readonly string[]): Promise<void> {
  const files = await Promise.all(paths.map(filesWithTruth));
  console.log(calibrationReport(await judgedLines(files.flat())).trimEnd());
}
