import type { GreyRaster } from '../../model/raster.ts';
import { type InkShape, inkLevel, inkRunsOf, type Rows } from './ink-runs.ts';

/** What the ink of a small mark draws. Measured on 12 fonts as printed at 150 and 300 dpi; all in ems. */
export type MarkSign = '。' | '、' | '，' | '.' | '·';

/** A small mark of a line. */
export interface InkMark extends InkShape {
  readonly sign: MarkSign;
}

/** Marks are 0.1 to 0.33 wide and 0.1 to 0.35 high; parts of characters that stand alone are larger, specks smaller. */
const [leastEm, mostEm] = [0.08, 0.38];
/**
 * A ring, 0.2 to 0.33 across, is about as wide as high. It has paper in its middle, or, where print is blurred, lies
 * low: nothing else that is as wide does.
 */
const leastRingEm = 0.18;
const maxRingShape = 1.25;
const paperLevel = 225;
/** The lower half of 、 lies 0.06 to 0.10 to the right of its upper one, that of all others at most 0.02. */
const minLeanEm = 0.045;
/** A comma is 1.4 to 2.2 times as high as wide, a point at most 1.15 times. */
const minCommaShape = 1.28;
/** Middles of · are 0.46 to 0.53 down the characters of its line, those of full stops at least 0.77. */
const maxMiddleDot = 0.64;

/** The small marks among the ink of a line whose characters are `emPx` wide and go from row to row. */
export function marksOf(line: GreyRaster, emPx: number, rows: Rows): InkMark[] {
  return inkRunsOf(line).flatMap((ink) => {
    const [width, height] = [ink.to - ink.from, ink.bottom - ink.top];
    const isSmall = Math.max(width, height) <= mostEm * emPx && Math.max(width, height) >= leastEm * emPx;
    const middle = ((ink.top + ink.bottom) / 2 - rows.top) / (rows.bottom - rows.top);
    return isSmall ? [{ ...ink, sign: signOf(line, ink, { emPx, middle }) }] : [];
  });
}

function signOf(line: GreyRaster, ink: InkShape, { emPx, middle }: { emPx: number; middle: number }): MarkSign {
  const [width, height] = [ink.to - ink.from, ink.bottom - ink.top];
  const shape = Math.max(width, height) / Math.min(width, height);
  if (leanOf(line, ink) >= minLeanEm * emPx) return '、';
  const isRound = shape <= maxRingShape && width >= leastRingEm * emPx;
  if (isRound && (middle > maxMiddleDot || coreOf(line, ink) >= paperLevel)) return '。';
  if (height >= minCommaShape * width) return '，';
  return middle <= maxMiddleDot ? '·' : '.';
}

/** How light the middle of some ink is. */
function coreOf({ width, data }: GreyRaster, { from, to, top, bottom }: InkShape): number {
  return data[Math.floor((top + bottom) / 2) * width + Math.floor((from + to) / 2)] ?? 255;
}

/** How far the ink of the lower half lies to the right of that of the upper, in pixels. */
function leanOf(line: GreyRaster, { from, to, top, bottom }: InkShape): number {
  const half = (top + bottom) / 2;
  return (
    middleOf(line, { from, to, top: Math.ceil(half), bottom }) -
    middleOf(line, { from, to, top, bottom: Math.floor(half) })
  );
}

function middleOf({ width, data }: GreyRaster, { from, to, top, bottom }: InkShape): number {
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = from; x < to; x++) {
      if ((data[y * width + x] ?? 255) >= inkLevel) continue;
      sum += x;
      count++;
    }
  }
  return count === 0 ? (from + to) / 2 : sum / count;
}
