import { inkCounts } from '../../images/ink-counts.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkBandsOf, inkLevel, type Rows } from './ink-runs.ts';

/** Rows with less ink than this share of the fullest one are free: specks, the tails of commas. */
const freeShare = 0.06;
/** Between two lines at least so many rows are free. */
const leastGapPx = 2;
/** A line's own rows are at least this share of its window's, and lines that stand close fill no more than this. */
const [leastShare, mostShare] = [0.35, 0.85];
/** Free room that is kept above and below its own rows, against their height, as windows mostly have it. */
const marginShare = 0.12;

/**
 * The rows of a window that its own line takes, where the window also cuts through the lines above or below it;
 * `null` where it does not. Its own run through the middle; slices of other lines touch the edge of the window, and
 * free rows part them from its own.
 */
export function ownRows(window: GreyRaster): Rows | null {
  const { height } = window;
  const fullest = Math.max(...inkCounts(window, inkLevel).ofRows);
  const bands = inkBandsOf(window, { least: Math.max(1, freeShare * fullest), gapPx: leastGapPx });
  const own = bands.find(({ top, bottom }) => top <= height / 2 && bottom > height / 2);
  if (own === undefined || own.bottom - own.top < leastShare * height || own.bottom - own.top > mostShare * height) {
    return null;
  }
  const above = bands.findLast((band) => band.top <= 1 && band.bottom <= own.top - leastGapPx);
  const below = bands.find((band) => band.bottom >= height - 1 && band.top >= own.bottom + leastGapPx);
  if (above === undefined && below === undefined) return null;
  const margin = Math.ceil(marginShare * (own.bottom - own.top));
  return {
    top: above === undefined ? 0 : Math.max(above.bottom, own.top - margin),
    bottom: below === undefined ? height : Math.min(below.top, own.bottom + margin),
  };
}
