import type { Box } from '../model/geometry.ts';
import type { GreyRaster } from '../model/raster.ts';
import { inkCounts } from './ink-counts.ts';

/** On even ground, paper is at 250; the faintest print that can be read is darker than this. */
export const faintestInk = 225;
/** A row or column with fewer dark pixels than this holds specks at most: a dot has more. */
const minInk = 3;

/**
 * The part of a picture that has ink on it, in pixels, `right` and `bottom` behind the last; `null` where there is
 * none. The ground must be even.
 */
export function inkBox(picture: GreyRaster): Box | null {
  const { ofRows, ofColumns } = inkCounts(picture, faintestInk);
  const isInked = (count: number): boolean => count >= minInk;
  const [top, left] = [ofRows.findIndex(isInked), ofColumns.findIndex(isInked)];
  if (top === -1 || left === -1) return null;
  return { left, top, right: ofColumns.findLastIndex(isInked) + 1, bottom: ofRows.findLastIndex(isInked) + 1 };
}
