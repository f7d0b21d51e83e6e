/**
 * Encoders for fax codings: ITU-T T.6 (Group 4) and T.4 in one dimension (Modified Huffman, rows from whole bytes on).
 */
import { type BitWriter, createBitWriter } from './bits.ts';
import { codesForRun } from './fax-codes.ts';
import type { Raster } from '../raster.ts';

/** A raster of black and white in Group 4, with its end-of-block. */
export function encodeGroup4({ width, height, data }: Raster): Uint8Array {
  const writer = createBitWriter();
  let above: number[] = [width];
  for (let y = 0; y < height; y += 1) {
    const current = changesOf(data, y * width, width);
    encodeRow(writer, { current, above, width });
    above = current;
  }
  writer.put(1, 12);
  writer.put(1, 12);
  return writer.bytes();
}

/** A raster of black and white in Modified Huffman (TIFF 6.0, section 10). */
export function encodeModifiedHuffman({ width, height, data }: Raster): Uint8Array {
  const writer = createBitWriter();
  for (let y = 0; y < height; y += 1) {
    let from = 0;
    for (const [index, to] of changesOf(data, y * width, width).entries()) {
      putRun(writer, index % 2 === 0 ? 'white' : 'black', to - from);
      from = to;
    }
    writer.align();
  }
  return writer.bytes();
}

/** Where a row changes colour, beginning with white: ends of white, black, white … runs; the last is the row's end. */
function changesOf(data: Uint8ClampedArray, start: number, width: number): number[] {
  const changes: number[] = [];
  let isBlack = false;
  for (let x = 0; x < width; x += 1) {
    if ((data[start + x] ?? 255) < 128 === isBlack) continue;
    changes.push(x);
    isBlack = !isBlack;
  }
  changes.push(width);
  return changes;
}

interface RowPair {
  readonly current: readonly number[];
  readonly above: readonly number[];
  readonly width: number;
}

/** Vertical modes by how far right of b1 the change lies: from -3 to 3. */
const verticalModes: readonly (readonly [number, number])[] = [
  [0b0000010, 7],
  [0b000010, 6],
  [0b010, 3],
  [0b1, 1],
  [0b011, 3],
  [0b000011, 6],
  [0b0000011, 7],
];

/** One row by T.6, 2.2: a0 is where coding stands, a1 and a2 the row's next changes, b1 and b2 those above. */
function encodeRow(writer: BitWriter, { current, above, width }: RowPair): void {
  let a0 = -1;
  let isBlack = false;
  while (a0 < width) {
    const next = changeIndex(current, a0, isBlack);
    const reference = changeIndex(above, a0, isBlack);
    const a1 = current[next] ?? width;
    const b1 = above[reference] ?? width;
    const b2 = above[reference + 1] ?? width;
    const mode = verticalModes[a1 - b1 + 3];
    if (b2 < a1) {
      writer.put(1, 4);
      a0 = b2;
    } else if (mode !== undefined) {
      writer.put(...mode);
      a0 = a1;
      isBlack = !isBlack;
    } else {
      const a2 = current[next + 1] ?? width;
      writer.put(1, 3);
      putRun(writer, isBlack ? 'black' : 'white', a1 - Math.max(0, a0));
      putRun(writer, isBlack ? 'white' : 'black', a2 - a1);
      a0 = a2;
    }
  }
}

/** The first change right of `a0` that ends a run of the colour: even entries end white runs, odd ones black. */
function changeIndex(changes: readonly number[], a0: number, isBlack: boolean): number {
  let low = 0;
  for (let high = changes.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? 0) <= a0) low = middle + 1;
    else high = middle;
  }
  return low % 2 === (isBlack ? 1 : 0) ? low : low + 1;
}

function putRun(writer: BitWriter, color: 'white' | 'black', length: number): void {
  for (const code of codesForRun(color, length)) writer.put(code.value, code.length);
}
