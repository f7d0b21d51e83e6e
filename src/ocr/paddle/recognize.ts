import type { GreyRaster } from '../../model/raster.ts';
import { narrowWidth } from '../../text/fold.ts';
import { lineHeightPx, type RecognizedCharacter } from '../reading/readers.ts';
import type { PaddleModels } from './models.ts';

/** Short lines are padded to this width: shorter input was never seen in training. */
const minWidthPx = 160;
/** Lines are padded to one of these widths, a twelfth apart, so that several can be read at once. */
const widthSteps = 12;
const widthStepPx = 8;
/** Lines read at once (measured: 8 take 0.7 of the time of 8 by themselves on two threads; 16 gain no more), */
const maxBatch = 8;
/** of this width together, since the model's output takes 3 kB a pixel. */
const maxBatchPx = 2560;

/** Probability below which another reading is not kept. */
const minOther = 0.001;
const maxOthers = 4;

/**
 * Reads lines of text, given at height `lineHeightPx`: greedy decoding of the model's classes column by column
 * (connectionist temporal classification, Graves et al. 2006). What a line reads does not depend on the others.
 */
export async function recognizeLines(
  models: PaddleModels,
  lines: readonly GreyRaster[],
): Promise<RecognizedCharacter[][]> {
  const read: RecognizedCharacter[][] = lines.map(() => []);
  for (const [width, indexes] of byWidth(lines)) {
    const size = Math.min(maxBatch, Math.max(1, Math.floor(maxBatchPx / width)));
    for (let from = 0; from < indexes.length; from += size) {
      const batch = indexes.slice(from, from + size);
      const pictures = batch.flatMap((index) => lines[index] ?? []);
      for (const [at, characters] of (await recognizeBatch(models, pictures, width)).entries()) {
        read[batch[at] ?? 0] = characters;
      }
    }
  }
  return read;
}

/** Indexes of the lines by the width that they are padded to. */
function byWidth(lines: readonly GreyRaster[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const width = paddedWidth(line.width);
    groups.set(width, [...(groups.get(width) ?? []), index]);
  }
  return groups;
}

function paddedWidth(width: number): number {
  const step = widthStepPx * Math.max(1, Math.floor(width / widthSteps / widthStepPx));
  return Math.max(minWidthPx, Math.ceil(width / step) * step);
}

async function recognizeBatch(
  { recognition, characters }: PaddleModels,
  lines: readonly GreyRaster[],
  width: number,
): Promise<RecognizedCharacter[][]> {
  const { values, dims } = await recognition(planes(lines, width), [lines.length, 3, lineHeightPx, width]);
  const [, columns = 0, classes = 0] = dims;
  const decoding = { columns, classes, columnPx: width / columns, characters };
  const size = columns * classes;
  return lines.map((_, index) => decode(values.subarray(index * size, (index + 1) * size), decoding));
}

/** Of each line three equal planes from -1 (black) to 1 (white), padded with the middle grey of training. */
function planes(lines: readonly GreyRaster[], width: number): Float32Array {
  const size = width * lineHeightPx;
  const values = new Float32Array(3 * size * lines.length);
  for (const [index, line] of lines.entries()) {
    const start = 3 * size * index;
    for (let y = 0; y < lineHeightPx; y++) {
      const row = start + y * width;
      for (let x = 0; x < line.width; x++) values[row + x] = (line.data[y * line.width + x] ?? 0) / 127.5 - 1;
    }
    values.copyWithin(start + size, start, start + size);
    values.copyWithin(start + 2 * size, start, start + size);
  }
  return values;
}

interface Decoding {
  readonly columns: number;
  readonly classes: number;
  readonly columnPx: number;
  readonly characters: readonly string[];
}

function decode(values: Float32Array, { columns, classes, columnPx, characters }: Decoding): RecognizedCharacter[] {
  const read: RecognizedCharacter[] = [];
  let previous = 0;
  for (let column = 0; column < columns; column++) {
    const row = values.subarray(column * classes, (column + 1) * classes);
    const best = likeliest(row);
    const last = read.at(-1);
    const isNew = best !== 0 && best !== previous;
    if (isNew || (best !== 0 && last !== undefined && (row[best] ?? 0) > last.probability)) {
      const seen = readingsOf(row, best, characters);
      if (isNew) read.push({ ...seen, x: (column + 0.5) * columnPx });
      else if (last !== undefined && seen.probability > last.probability) read[read.length - 1] = { ...last, ...seen };
    }
    previous = best;
  }
  return read;
}

function likeliest(row: Float32Array): number {
  let best = 0;
  let highest = row[0] ?? 0;
  for (let index = 1; index < row.length; index++) {
    const probability = row[index] ?? 0;
    if (probability > highest) [best, highest] = [index, probability];
  }
  return best;
}

/**
 * The likeliest character of a column and the others that are possible. The dictionary holds marks in half and in full
 * width, between which the model is often torn though they say the same: what it gives to one counts for both.
 */
function readingsOf(row: Float32Array, best: number, characters: readonly string[]): Omit<RecognizedCharacter, 'x'> {
  const text = characters[best] ?? '';
  const own = narrowWidth(text);
  let probability = row[best] ?? 0;
  const others = new Map<string, { text: string; probability: number }>();
  for (let index = 0; index < row.length; index++) {
    const share = row[index] ?? 0;
    if (share < minOther || index === best) continue;
    const other = characters[index] ?? '';
    const same = others.get(narrowWidth(other));
    if (narrowWidth(other) === own) probability += share;
    else if (same === undefined) others.set(narrowWidth(other), { text: other, probability: share });
    else same.probability += share;
  }
  const likeliestFirst = [...others.values()].sort((a, b) => b.probability - a.probability);
  return { text, probability: Math.min(1, probability), others: likeliestFirst.slice(0, maxOthers) };
}
