import { inkCounts } from '../../images/ink-counts.ts';
import type { GreyRaster } from '../../model/raster.ts';

/** On even ground of 250, what is darker than this is ink. */
export const inkLevel = 180;

/** Ink of a line, from and to which of its columns. */
export interface InkRun {
  readonly from: number;
  readonly to: number;
}

/** A run with its first row, and the one behind its last. */
export interface InkShape extends InkRun {
  readonly top: number;
  readonly bottom: number;
}

/** The ink of a line, column by column from left to right; columns less than `gapPx` apart make one run. */
export function inkRunsOf(line: GreyRaster, gapPx = 0): InkShape[] {
  const runs: { from: number; to: number; top: number; bottom: number }[] = [];
  const { tops, bottoms } = columnsOf(line);
  for (const [x, bottom] of bottoms.entries()) {
    if (bottom === 0) continue;
    const top = tops[x] ?? 0;
    const last = runs.at(-1);
    if (last !== undefined && x - last.to <= gapPx) {
      last.to = x + 1;
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else runs.push({ from: x, to: x + 1, top, bottom });
  }
  return runs;
}

/** All ink of a line within some of its columns, as one; `null` where there is none. */
export function inkWithin(line: GreyRaster, { from, to }: InkRun): InkShape | null {
  const { tops, bottoms } = columnsOf(line);
  const inked = [...bottoms.keys()].filter((x) => x >= from && x < to && bottoms[x] !== 0);
  const [first, last] = [inked[0], inked.at(-1)];
  if (first === undefined || last === undefined) return null;
  const top = Math.min(...inked.map((x) => tops[x] ?? 0));
  const bottom = Math.max(...inked.map((x) => bottoms[x] ?? 0));
  return { from: first, to: last + 1, top, bottom };
}

/** For each column of pixels its first row with ink and the one behind its last; 0 where it has none. */
interface InkedColumns {
  readonly tops: Uint16Array;
  readonly bottoms: Uint16Array;
}

/** Of each line that is in use: what reads its signs asks for its ink many times, and none changes what is drawn. */
const known = new WeakMap<GreyRaster, InkedColumns>();

function columnsOf(line: GreyRaster): InkedColumns {
  const before = known.get(line);
  if (before !== undefined) return before;
  const columns = gatherColumns(line);
  known.set(line, columns);
  return columns;
}

function gatherColumns({ width, height, data }: GreyRaster): InkedColumns {
  const [tops, bottoms] = [new Uint16Array(width), new Uint16Array(width)];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if ((data[at] ?? 255) >= inkLevel) continue;
      if (bottoms[x] === 0) tops[x] = y;
      bottoms[x] = y + 1;
    }
  }
  return { tops, bottoms };
}

/** Rows of a picture, from the first to the one behind the last. */
export interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** The rows of a picture with ink, from the top, parted where there is none. */
export function inkBandsOf(picture: GreyRaster): Rows[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const [row, count] of inkCounts(picture, inkLevel).ofRows.entries()) {
    const last = bands.at(-1);
    if (count === 0) continue;
    if (last?.bottom === row) last.bottom = row + 1;
    else bands.push({ top: row, bottom: row + 1 });
  }
  return bands;
}
