import { readFile } from 'node:fs/promises';
import { repairPage } from '../images/repair.ts';
import type { ScannedPage } from '../images/scanned-page.ts';
import { loadLayouts } from '../forms/load-layouts.ts';
import { inputFormats } from '../inputs/formats.ts';
import { readLimitsSchema } from '../inputs/limits.ts';
import type { DrawnPage } from '../model/page.ts';
import { featureNames, featuresOf, isSpeck, lineConfidence, type LineFeatures } from '../ocr/confidence.ts';
import { engineNamed } from '../ocr/engines.ts';
import { formatTable } from '../store/format-table.ts';
import { lineJudge } from './judge-lines.ts';
import { type Example, fitLogistic, probabilityOf } from './logistic-regression.ts';
import { type FileWithTruth, readTruth } from './truth.ts';

/** A recognised line whose truth is known. */
export interface JudgedLine {
  readonly features: LineFeatures;
  readonly isRight: boolean;
  readonly text: string;
}

/** The lines of scanned documents that can be judged; a page of which hardly a line can be does not lie upright. */
export async function judgedLines(documents: readonly FileWithTruth[]): Promise<JudgedLine[]> {
  const layouts = await loadLayouts();
  const lines: JudgedLine[] = [];
  for (const { file, truthFile } of documents) {
    const judge = lineJudge(await readTruth(truthFile), layouts);
    const recognize = async (scan: ScannedPage): Promise<DrawnPage> => {
      const own = (await readScan(scan)).map(({ features, text }) => ({ features, text, ...judge(text) }));
      const known = own.filter(({ verdict }) => verdict !== 'unknown');
      const isUpright = known.filter(({ verdict }) => verdict === 'right').length >= minRight * own.length;
      if (isUpright) lines.push(...known.map((line) => ({ ...line, isRight: line.verdict === 'right' })));
      return {
        kind: 'drawn',
        number: scan.number,
        widthPt: 0,
        heightPt: 0,
        quarterTurns: 0,
        textItems: [],
        rulings: [],
      };
    };
    await readWith(file, recognize);
  }
  return lines;
}

/** The share of lines that is right on any page that a person could read. */
const minRight = 0.4;

async function readWith(file: string, recognize: (scan: ScannedPage) => Promise<DrawnPage>): Promise<void> {
  const bytes = await readFile(file);
  const format = inputFormats.find(({ matches }) => matches(bytes.subarray(0, 4096)));
  await format?.read(bytes, { limits: readLimitsSchema.parse({}), recognize });
}

async function readScan(scan: ScannedPage): Promise<{ readonly features: LineFeatures; readonly text: string }[]> {
  const { lines } = await engineNamed('paddle', 2).read(repairPage(scan.picture, scan.pixelsPerPt));
  return lines
    .filter(({ characters }) => characters.length > 0 && !isSpeck(characters))
    .map((line) => ({
      features: featuresOf(line, scan.pixelsPerPt),
      text: line.characters.map(({ text }) => text).join(''),
    }));
}

/**
 * The constants for `src/ocr/confidence.ts` that fit the lines best, and how true both they and the present ones are.
 */
export function calibrationReport(lines: readonly JudgedLine[]): string {
  const examples = lines.map(({ features, isRight }): Example => {
    return { features: featureNames.map((name) => features[name]), isTrue: isRight };
  });
  const fit = fitLogistic(examples);
  const weights = featureNames.map((name, at) => `  ${name}: ${(fit.weights[at] ?? 0).toFixed(3)},`);
  const present = lines.map(({ features, isRight }) => ({ said: lineConfidence(features), isRight }));
  const fitted = examples.map(({ features, isTrue }) => ({ said: probabilityOf(fit, features), isRight: isTrue }));
  return [
    `constant ${fit.constant.toFixed(3)}`,
    ...weights,
    'As fitted here:',
    calibrationTable(fitted),
    'With the constants of the program:',
    calibrationTable(present),
    '',
  ].join('\n');
}

const steps = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0001];

/** Of the lines said to be right with so much, how many are. */
function calibrationTable(lines: readonly { readonly said: number; readonly isRight: boolean }[]): string {
  const rows = steps.slice(1).map((to, index) => {
    const from = steps[index] ?? 0;
    const own = lines.filter(({ said }) => said >= from && said < to);
    const right = own.filter(({ isRight }) => isRight).length;
    const share = own.length === 0 ? '' : `${((100 * right) / own.length).toFixed(1)}%`;
    return [`${from} to ${Math.min(1, to)}`, own.length, right, share];
  });
  return formatTable({ columns: ['said', 'lines', 'right', 'share'], rows });
}
