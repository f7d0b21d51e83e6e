import type { Box } from '../model/geometry.ts';
import type { GreyRaster } from '../model/raster.ts';

/** On even ground, paper is at 250; the faintest print that can be read is darker than this. */
const inkLevel = 225;
/** A row or column with fewer dark pixels than this holds specks at most: a dot has more. */
const minInk = 3;

/**
 * The part of a picture that has ink on it, in pixels, `right` and `bottom` behind the last; `null` where there is
 * none. The ground must be even.
 */
export function inkBox({ width, height, data }: GreyRaster): Box | null {
  const byRow = new Uint32Array(height);
  const byColumn = new Uint32Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    let count = 0;
    for (let x = 0; x < width; x++, at++) {
      if ((data[at] ?? 255) >= inkLevel) continue;
      count++;
      byColumn[x] = (byColumn[x] ?? 0) + 1;
    }
    byRow[y] = count;
  }
  const isInked = (count: number): boolean => count >= minInk;
  const [top, left] = [byRow.findIndex(isInked), byColumn.findIndex(isInked)];
  if (top === -1 || left === -1) return null;
  return { left, top, right: byColumn.findLastIndex(isInked) + 1, bottom: byRow.findLastIndex(isInked) + 1 };
}
