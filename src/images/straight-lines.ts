import { inkBetween, inkedStretches } from './ink-along.ts';
import type { InkProfile } from './ink-profile.ts';
import type { Segment } from './segments.ts';

/** Longer than words, and straight: a ruling whatever it meets. */
export const sureLengthPt = 100;
/** A few strokes of text may be in line by chance. */
export const straightLengthPt = 45;

/** What is straight to this degree is drawn with a ruler (measured: 0.01 to 0.05 pt; text in a row 0.1 and more). */
const [mostOffPt, mostRoughnessPt] = [0.2, 0.07];
/** A worn line is rough where its pieces end; over a length that no word has, strokes are not in line to this, */
const [wornOffPt, wornRoughnessPt] = [0.1, 0.2];
/** nor over this length to that. */
const [longPt, longOffPt] = [200, 0.15];

/** Whether a profile is that of a line drawn with a ruler. */
export function isStraight({ roughnessPt, offPt, tracked: [start, end] }: InkProfile): boolean {
  const isSmooth = roughnessPt <= mostRoughnessPt && offPt <= mostOffPt && end - start >= straightLengthPt;
  const mostWornOffPt = end - start >= longPt ? longOffPt : wornOffPt;
  return isSmooth || (offPt <= mostWornOffPt && roughnessPt <= wornRoughnessPt && end - start >= sureLengthPt);
}

/** The share of a long ruling that must have ink. */
const minInk = 0.6;

/** A straight line as far as it was tracked, if it is surely a ruling and mostly inked: worn ones are broken by more. */
export function wornLine(profile: InkProfile): Segment[] {
  const [start, end] = profile.tracked;
  const isWorn = isStraight(profile) && end - start >= sureLengthPt && inkBetween(profile, start, end).filled >= minInk;
  return isWorn ? [{ profile, start, end }] : [];
}

/** The stretches of a straight line, `lengthPt` long or longer, that are mostly inked. */
export function straightStretches(profile: InkProfile, lengthPt: number): Segment[] {
  if (!isStraight(profile)) return [];
  return inkedStretches(profile)
    .filter(([start, end]) => end - start >= lengthPt && inkBetween(profile, start, end).filled >= minInk)
    .map(([start, end]) => ({ profile, start, end }));
}
