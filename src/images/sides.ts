import { inkBetween, type InkShares, maxApart } from './ink-along.ts';
import { crossings, type Segment } from './segments.ts';
import { isStraight } from './straight-lines.ts';
import type { InkProfile } from './ink-profile.ts';

/** The share of a side that must have ink. */
const minInk = 0.9;
/** The share beside a side that may have ink: texts touch it now and then, strokes of a character cross it more. */
const maxCrossed = 0.15;
/** What is drawn with a ruler may be broken, or have text close by; not both. */
const minBrokenInk = 0.45;
const minCrossedInk = 0.85;
/** What is left in the middle of a worn side is longer than any character. */
const longerThanCharacterPt = 18;
/** Rulings across are up to twice this thick; what is shorter than two of them has no side between. */
const mostCrossingPt = 1.5;
const besideCrossingPt = 0.4;

/**
 * What a segment shows between the rulings at its ends, whose ink is none of its own: half their thickness and a
 * little. A side has ink up to there, while a stroke of a character ends before. The rulings of a form are alike, so
 * that the segment's own thickness tells.
 */
export function sharesOfSide({ profile, start, end }: Segment): InkShares {
  const crossingPt = Math.min(mostCrossingPt, profile.thicknessPt / 2 + besideCrossingPt);
  return inkBetween(profile, start + crossingPt, end - crossingPt);
}

/** Whether a segment between two rulings, or behind one, is the side of a cell. */
export function isSide(segment: Segment): boolean {
  if (segment.end - segment.start <= 2 * mostCrossingPt) return false;
  const { filled, crossed, apart } = sharesOfSide(segment);
  const reachesFar = apart <= maxApart || filled * (segment.end - segment.start) >= longerThanCharacterPt;
  const isBroken = filled >= minBrokenInk && crossed <= maxCrossed && reachesFar;
  if (isStraight(segment.profile)) return filled >= minCrossedInk || isBroken;
  return filled >= minInk && crossed <= maxCrossed;
}

/**
 * The stretches of a profile that are sides of cells between what crosses it; sides that follow one another are one.
 */
export function sidesOf(profile: InkProfile, across: readonly Segment[]): Segment[] {
  const [first = 0, last = 0] = [profile.along[0], profile.along.at(-1)];
  const places = crossings(profile, across).filter((place) => place >= first && place <= last);
  const sides: { profile: InkProfile; start: number; end: number }[] = [];
  for (const [index, end] of places.slice(1).entries()) {
    const start = places[index] ?? end;
    if (!isSide({ profile, start, end })) continue;
    const before = sides.at(-1);
    if (before?.end === start) before.end = end;
    else sides.push({ profile, start, end });
  }
  return sides;
}
