import type { GreyRaster } from '../../model/raster.ts';

/** Darker than this is ink, on even ground of 250. */
const inkLevel = 180;

/** Ink of a line, from and to which of its columns. */
export interface InkRun {
  readonly from: number;
  readonly to: number;
}

/** The ink of one column, from its first row to behind its last. */
export interface InkColumn {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/** The columns of a line that have ink, from left to right. */
export function inkColumnsOf({ width, height, data }: GreyRaster): InkColumn[] {
  const columns: InkColumn[] = [];
  for (let x = 0; x < width; x++) {
    let [top, bottom] = [height, 0];
    for (let y = 0; y < height; y++) {
      if ((data[y * width + x] ?? 255) >= inkLevel) continue;
      top = Math.min(top, y);
      bottom = y + 1;
    }
    if (bottom > top) columns.push({ x, top, bottom, height: bottom - top });
  }
  return columns;
}

/** How high the ink of columns is together, in pixels. */
export function extentOf(columns: readonly InkColumn[]): number {
  return Math.max(0, ...columns.map(({ bottom }) => bottom)) - Math.min(...columns.map(({ top }) => top), Infinity);
}

/** Columns with ink less than `gapPx` apart, as runs with their rows. */
export function runsOf(columns: readonly InkColumn[], gapPx: number): (InkRun & { top: number; bottom: number })[] {
  const runs: { from: number; to: number; top: number; bottom: number }[] = [];
  for (const { x, top, bottom } of columns) {
    const last = runs.at(-1);
    if (last !== undefined && x - last.to <= gapPx) {
      last.to = x + 1;
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else runs.push({ from: x, to: x + 1, top, bottom });
  }
  return runs;
}
