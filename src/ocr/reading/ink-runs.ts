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
export function inkRunsOf({ width, height, data }: GreyRaster, gapPx = 0): InkShape[] {
  const runs: { from: number; to: number; top: number; bottom: number }[] = [];
  for (let x = 0; x < width; x++) {
    let [top, bottom] = [height, 0];
    for (let y = 0; y < height; y++) {
      if ((data[y * width + x] ?? 255) >= inkLevel) continue;
      top = Math.min(top, y);
      bottom = y + 1;
    }
    if (bottom <= top) continue;
    const last = runs.at(-1);
    if (last !== undefined && x - last.to <= gapPx) {
      last.to = x + 1;
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else runs.push({ from: x, to: x + 1, top, bottom });
  }
  return runs;
}

/** Rows of a picture, from the first to the one behind the last. */
export interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Rows with ink, and how many pixels of it. */
export interface InkBand extends Rows {
  readonly ink: number;
}

/** The ink of a picture row by row from the top: rows with at least `least` pixels; `gapPx` other rows part two bands. */
export function inkBandsOf(picture: GreyRaster, { least = 1, gapPx = 1 } = {}): InkBand[] {
  const bands: { top: number; bottom: number; ink: number }[] = [];
  for (const [row, count] of inkCounts(picture, inkLevel).ofRows.entries()) {
    if (count < least) continue;
    const last = bands.at(-1);
    if (last !== undefined && row - last.bottom < gapPx) {
      last.bottom = row + 1;
      last.ink += count;
    } else bands.push({ top: row, bottom: row + 1, ink: count });
  }
  return bands;
}
