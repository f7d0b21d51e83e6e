import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ocrOptionsSchema } from '../ocr/engines.ts';
import { loadPipeline } from '../pipeline/pipeline.ts';
import { runUntil, startDocument } from '../pipeline/run-stages.ts';
import { formatTable } from '../store/format-table.ts';
import { calibrationReport, judgedLines } from './calibrate.ts';
import { compareExtraction, type Difference, type Score, sumScores } from './compare.ts';
import { readTruth } from './truth.ts';

/**
 * `npm run evaluate -- FOLDER...`: extracts every file that has a `.truth.json` beside it and prints, for each and in
 * total, what agrees. `--differences` lists what does not, `--ocr ENGINE` reads scans with another engine than the
 * pipeline's. `npm run evaluate -- calibrate FOLDER...` fits the confidence of recognised lines to scans with truth.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { differences: { type: 'boolean', default: false }, ocr: { type: 'string' } },
});

const ocr = ocrOptionsSchema.shape.ocr.optional().parse(values.ocr);

interface FileScore {
  readonly file: string;
  readonly score: Score;
  readonly differences: readonly Difference[];
}

async function evaluateFile(truthFile: string, file: string): Promise<FileScore> {
  const truth = await readTruth(truthFile);
  const pipeline = await loadPipeline({ ocr });
  try {
    const state = await runUntil(await startDocument(file, pipeline), 'check', pipeline);
    const extraction = state.stage === 'check' ? state.output : null;
    if (extraction === null) throw new Error('The pipeline did not reach the stage "check"');
    return { file, ...compareExtraction(extraction, truth) };
  } catch (cause) {
    process.stderr.write(`${file}: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    const document = { sha256: '', path: file, mediaType: '', pageCount: 0 };
    return { file, ...compareExtraction({ document, forms: [], problems: [] }, truth) };
  }
}

/** Files of a folder with their truth; the truth of `a.pdf` is `a.truth.json`. */
async function filesWithTruth(folder: string): Promise<{ file: string; truthFile: string }[]> {
  const names = (await readdir(folder)).sort();
  return names.flatMap((name) => {
    const truth = `${path.parse(name).name}.truth.json`;
    const isDocument = !name.endsWith('.json') && names.includes(truth);
    return isDocument ? [{ file: path.join(folder, name), truthFile: path.join(folder, truth) }] : [];
  });
}

const columns = ['file', 'forms', 'numbers', 'texts', 'rows', 'wrong unflagged', 'right flagged'];

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

async function evaluateFolders(folders: readonly string[]): Promise<void> {
  const scored: FileScore[] = [];
  for (const folder of folders) {
    for (const { file, truthFile } of await filesWithTruth(folder)) scored.push(await evaluateFile(truthFile, file));
  }
  const rows = scored.map(({ file, score }) => scoreRow(path.basename(file), score));
  const total = scoreRow(`${scored.length} files`, sumScores(scored.map(({ score }) => score)));
  process.stdout.write(`${formatTable({ columns, rows: [...rows, total] })}\n`);
  if (values.differences) {
    for (const { file, differences } of scored) {
      for (const { form, pointer, expected, found, isFlagged } of differences) {
        const flag = isFlagged ? ' (flagged)' : '';
        process.stdout.write(`${path.basename(file)} form ${form} ${pointer}: ${expected} <> ${found}${flag}\n`);
      }
    }
  }
}

async function calibrate(folders: readonly string[]): Promise<void> {
  const files = await Promise.all(folders.map(filesWithTruth));
  process.stdout.write(calibrationReport(await judgedLines(files.flat())));
}

const [first, ...rest] = positionals;
await (first === 'calibrate' ? calibrate(rest) : evaluateFolders(positionals));
