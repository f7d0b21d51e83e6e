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
