import { takeRegions } from '../../images/regions.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkLevel, inkRunsOf, type InkShape } from './ink-runs.ts';
import type { RecognizedCharacter } from './readers.ts';

/** What a ring by itself is read as: without another sign beside it nothing tells its size. */
const rings = new Set(['0', 'o', 'O', '○', '〇', '◯', 'О', 'о']);
/** A ring is a zero, as numbers' cells have it, if its readings together are as likely as this; it is no surer than so. */
const leastSure = 0.4;
const mostSure = 0.9;
/** It is at least so high, against the line, */
const leastHeight = 0.4;
/** and what it goes round is so high, against the ring: the rest of a bracket goes round nothing, 8, 6 and 9 have less. */
const leastInside = 0.6;

/** The model reads nothing at all of some zeros: a ring so much higher than wide is one, this surely. */
const leastShape = 1.25;
const unread = 0.8;

/**
 * Reads a line that is a ring and nothing else as 0: its likelihood is shared out among all that look like it. Where
 * nothing was read, the ink alone tells.
 */
export function readLoneZero(
  line: GreyRaster,
  characters: readonly RecognizedCharacter[],
): readonly RecognizedCharacter[] {
  const [only] = characters;
  if (only === undefined) {
    const ring = ringOf(line);
    const isZero = ring !== null && ring.bottom - ring.top >= leastShape * (ring.to - ring.from);
    return isZero ? [{ text: '0', probability: unread, x: (ring.from + ring.to) / 2, others: [] }] : characters;
  }
  if (characters.length > 1 || !rings.has(only.text)) return characters;
  const alike = only.others.filter(({ text }) => rings.has(text));
  const sum = alike.reduce((total, { probability }) => total + probability, only.probability);
  if (sum < leastSure || ringOf(line) === null) return characters;
  const others = only.others.filter(({ text }) => !rings.has(text));
  const own = only.text === '0' ? only.probability : 0;
  return [{ ...only, text: '0', probability: Math.max(own, Math.min(mostSure, sum)), others }];
}

/** The highest ink of a line, if it goes round paper and nothing as high stands beside it. */
function ringOf(line: GreyRaster): InkShape | null {
  const [ink, next] = inkRunsOf(line, 1).toSorted((a, b) => heightOf(b) - heightOf(a));
  if (ink === undefined || heightOf(ink) < leastHeight * line.height) return null;
  if (next !== undefined && heightOf(next) >= leastHeight * line.height) return null;
  const isPaper = Uint8Array.from(line.data, (level) => (level < inkLevel ? 0 : 1));
  const isRing = [...takeRegions(isPaper, line.width)].some(
    ({ box }) => box.left > ink.from && box.right < ink.to && heightOf(box) >= leastInside * heightOf(ink),
  );
  return isRing ? ink : null;
}

function heightOf({ top, bottom }: Pick<InkShape, 'top' | 'bottom'>): number {
  return bottom - top;
}
