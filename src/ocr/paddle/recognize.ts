import type { GreyRaster } from '../../model/raster.ts';
import type { PaddleModels } from './models.ts';

/** The recognition model reads lines of this height. */
export const lineHeightPx = 48;
/** Short lines are padded to this width: shorter input was never seen in training. */
const minWidthPx = 160;
const widthStepPx = 8;

/** One character as read. */
export interface ReadCharacter {
  readonly text: string;
  /** 0 to 1, as the model gives it. */
  readonly probability: number;
  /** The middle of the columns it was read in, in pixels of the line at height `lineHeightPx`. */
  readonly x: number;
  /** Other characters that the model held possible here, likeliest first. */
  readonly others: readonly { readonly text: string; readonly probability: number }[];
}

/** Probability below which another reading is not kept. */
const minOther = 0.001;
const maxOthers = 4;

/**
 * Reads one line of text, given at height `lineHeightPx`: greedy decoding of the model's classes column by column
 * (connectionist temporal classification, Graves et al. 2006).
 */
export async function recognizeLine(models: PaddleModels, line: GreyRaster): Promise<ReadCharacter[]> {
  const width = Math.max(minWidthPx, Math.ceil(line.width / widthStepPx) * widthStepPx);
  const { values, dims } = await models.recognition(planes(line, width), [1, 3, lineHeightPx, width]);
  const [, columns = 0, classes = 0] = dims;
  return decode(values, { columns, classes, columnPx: width / columns, characters: models.characters });
}

/** Three equal planes from -1 (black) to 1 (white), padded with the middle grey of training. */
function planes(line: GreyRaster, width: number): Float32Array {
  const size = width * lineHeightPx;
  const values = new Float32Array(3 * size);
  for (let y = 0; y < lineHeightPx; y++) {
    for (let x = 0; x < line.width; x++) values[y * width + x] = (line.data[y * line.width + x] ?? 0) / 127.5 - 1;
  }
  values.copyWithin(size, 0, size);
  values.copyWithin(2 * size, 0, size);
  return values;
}

interface Decoding {
  readonly columns: number;
  readonly classes: number;
  readonly columnPx: number;
  readonly characters: readonly string[];
}

function decode(values: Float32Array, { columns, classes, columnPx, characters }: Decoding): ReadCharacter[] {
  const read: ReadCharacter[] = [];
  let previous = 0;
  for (let column = 0; column < columns; column++) {
    const row = values.subarray(column * classes, (column + 1) * classes);
    let best = 0;
    for (let index = 1; index < classes; index++) if ((row[index] ?? 0) > (row[best] ?? 0)) best = index;
    if (best !== 0) {
      const x = (column + 0.5) * columnPx;
      const probability = row[best] ?? 0;
      const last = read.at(-1);
      if (best !== previous) {
        read.push({ text: characters[best] ?? '', probability, x, others: othersOf(row, best, characters) });
      } else if (last !== undefined && probability > last.probability) {
        read[read.length - 1] = { ...last, probability, others: othersOf(row, best, characters) };
      }
    }
    previous = best;
  }
  return read;
}

function othersOf(row: Float32Array, best: number, characters: readonly string[]): ReadCharacter['others'] {
  const others: { text: string; probability: number }[] = [];
  for (const [index, probability] of row.entries()) {
    if (index !== best && probability >= minOther) others.push({ text: characters[index] ?? '', probability });
  }
  return others.sort((a, b) => b.probability - a.probability).slice(0, maxOthers);
}
