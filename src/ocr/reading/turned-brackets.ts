import type { GreyRaster } from '../../model/raster.ts';
import { inkBandsOf, inkLevel, type Rows } from './ink-runs.ts';

/** A bracket on its side is at least so wide, and at most so high, against the width of the characters, */
const minWidth = 0.4;
const maxHeight = 0.4;
/** and its middle lies so much higher or lower than both its ends. */
const minBow = 0.06;

/**
 * The pair of brackets of a column of characters that lie on their sides, ︵ above ︶, in a column whose characters are
 * `widthPx` wide; none where either is missing, since the strokes that some characters begin with are bowed too (冖).
 */
export function turnedBrackets(column: GreyRaster, widthPx: number): readonly Rows[] {
  const strokes = inkBandsOf(column).filter(({ top, bottom }) => bottom - top <= maxHeight * widthPx);
  const bows = strokes.map((rows) => ({ rows, bow: bowOf(column, rows, widthPx) }));
  const opening = bows.find(({ bow }) => bow >= minBow)?.rows;
  const closing = bows.findLast(({ bow }) => bow <= -minBow)?.rows;
  return opening === undefined || closing === undefined || closing.top < opening.bottom ? [] : [opening, closing];
}

/** How much higher the middle of a stroke lies than its lower end, or lower than its higher one (negative). */
function bowOf(picture: GreyRaster, rows: Rows, widthPx: number): number {
  const middles = Array.from({ length: picture.width }, (_, x) => inkMiddle(picture, x, rows));
  const inked = middles.filter((middle) => middle !== null);
  if (inked.length < minWidth * widthPx) return 0;
  const sixth = Math.max(1, Math.floor(inked.length / 6));
  const middle = mean(inked.slice(2 * sixth, -2 * sixth));
  const [first, last] = [mean(inked.slice(0, sixth)) - middle, mean(inked.slice(-sixth)) - middle];
  if (first > 0 && last > 0) return Math.min(first, last) / widthPx;
  return first < 0 && last < 0 ? Math.max(first, last) / widthPx : 0;
}

/** The mean row of the ink in one column of pixels; `null` where there is none. */
function inkMiddle({ width, data }: GreyRaster, x: number, { top, bottom }: Rows): number | null {
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y++) {
    if ((data[y * width + x] ?? 255) >= inkLevel) continue;
    sum += y;
    count++;
  }
  return count === 0 ? null : sum / count;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
