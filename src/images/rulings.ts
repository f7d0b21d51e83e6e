import type { Ruling } from '../model/page.ts';
import { inkBetween, inkedStretches, maxApart } from './ink-along.ts';
import { type FramedPicture, type InkProfile, profileOf } from './ink-profile.ts';
import { falseLines } from './false-lines.ts';
import { openRows } from './open-rows.ts';
import { crossings, crossingWidthOf, mostCrossingPt, type Segment } from './segments.ts';
import type { TrackedLines } from './straighten.ts';
import { vouchedSides } from './vouched-sides.ts';

/**
 * The rulings of a scanned page, in points of the upright page.
 *
 * 1. Each track is laid on the page, and the ink on and beside it is measured (`profileOf`).
 * 2. What is long and straight is a ruling to begin with.
 * 3. Every track is cut at the rulings that cross it. Between two of them there is a side of a cell, or there is not:
 *    a side is inked from end to end through clear ground; strokes of text are not, since a row is higher than its
 *    text and strokes cross. This is done again with the rulings so found, since each new one cuts others.
 * 4. What is fainter than the page's rulings and what leaves the table is none (`falseLines`).
 * 5. Where rulings run on and end together, the page ends within a row (`openRows`).
 * 6. Rulings vouch for sides at the same place that text hides (`vouchedSides`).
 *
 * Not handled: slanted lines, cells lower than 8 points.
 */
export function findRulings(framed: FramedPicture, lines: TrackedLines): Ruling[] {
  const profiles = [
    ...lines.levels.map((track) => profileOf(track, 'horizontal', framed)),
    ...lines.plumbs.map((track) => profileOf(track, 'vertical', framed)),
  ].filter((profile) => profile.offPt <= maxOffPt);
  const long = profiles.flatMap((profile) => straightStretches(profile, sureLengthPt));
  const straight = profiles.flatMap((profile) => straightStretches(profile, straightLengthPt));
  const isFalse = falseLines(long, straight);
  const drawn = profiles.filter((profile) => !isFalse(profile));
  let segments = long.filter(({ profile }) => !isFalse(profile));
  for (let round = 0; round < rounds; round++) segments = drawn.flatMap((profile) => sidesOf(profile, segments));
  segments = [...segments, ...openRows(drawn, segments, isSide)];
  for (let round = 0; round < vouchedRounds; round++) segments = [...segments, ...vouchedSides(segments, framed)];
  return segments.map(({ profile: { orientation, position }, start, end }) => ({
    orientation,
    position,
    start,
    end,
    thicknessPt: 1,
  }));
}

/** Sides of cells are known after the long rulings, short ones between them, and long ones that those cut. */
const rounds = 3;
const vouchedRounds = 2;
/** How far the points of a ruling may lie from its mean position. */
const maxOffPt = 1.2;
/** What is straight to this degree is drawn with a ruler (measured: 0.01 to 0.05 pt; text in a row 0.1 and more). */
const straightRoughnessPt = 0.07;
const straightOffPt = 0.2;
/** A worn line is rough where its pieces end; over a length that no word has, strokes of text are not in line to this. */
const [wornOffPt, wornRoughnessPt] = [0.1, 0.2];
/** A few strokes may be in line by chance. */
const straightLengthPt = 45;

function isStraight({ roughnessPt, offPt, tracked: [start, end] }: InkProfile): boolean {
  const isSmooth = roughnessPt <= straightRoughnessPt && offPt <= straightOffPt && end - start >= straightLengthPt;
  return isSmooth || (offPt <= wornOffPt && roughnessPt <= wornRoughnessPt && end - start >= sureLengthPt);
}

/** Longer than words, and straight: a ruling whatever it meets. */
const sureLengthPt = 100;
/** The share of a long ruling that must have ink. */
const minLongInk = 0.6;

function straightStretches(profile: InkProfile, lengthPt: number): Segment[] {
  if (!isStraight(profile)) return [];
  return inkedStretches(profile)
    .filter(([start, end]) => end - start >= lengthPt && inkBetween(profile, start, end).filled >= minLongInk)
    .map(([start, end]) => ({ profile, start, end }));
}

/** The stretches of a profile that are sides of cells, given what crosses it. */
function sidesOf(profile: InkProfile, segments: readonly Segment[]): Segment[] {
  const [first = 0, last = 0] = [profile.along[0], profile.along.at(-1)];
  const places = crossings(profile, segments).filter((place) => place >= first && place <= last);
  const sides: { profile: InkProfile; start: number; end: number }[] = [];
  for (const [index, end] of places.slice(1).entries()) {
    const start = places[index] ?? end;
    if (!isSide(profile, start, end)) continue;
    const before = sides.at(-1);
    if (before !== undefined && before.end === start) before.end = end;
    else sides.push({ profile, start, end });
  }
  return [...sides, ...openEnds(profile, places)];
}

/** The share of a side that must have ink. */
const minInk = 0.9;
/** The share beside a side that may have ink: texts touch it now and then, strokes of a character cross it more. */
const maxCrossed = 0.15;
/** What is drawn with a ruler may be broken, or have text close by; not both. */
const minBrokenInk = 0.45;
const minCrossedInk = 0.85;

function isSide(profile: InkProfile, start: number, end: number): boolean {
  if (end - start <= 2 * mostCrossingPt) return false;
  const crossingPt = crossingWidthOf(profile);
  const { filled, crossed, apart } = inkBetween(profile, start + crossingPt, end - crossingPt);
  const isBroken = filled >= minBrokenInk && crossed <= maxCrossed && apart <= maxApart;
  if (isStraight(profile)) return filled >= minCrossedInk || isBroken;
  return filled >= minInk && crossed <= maxCrossed;
}

/** A ruling that runs this much past the last one it crosses bounds a cell that has no border there. */
const openEndPt = 14;

/** Long stretches that run on past all that crosses them, or that nothing crosses. */
function openEnds(profile: InkProfile, places: readonly number[]): Segment[] {
  const [first, last] = [places[0], places.at(-1)];
  return straightStretches(profile, sureLengthPt).flatMap(({ start, end }) => {
    if (first === undefined || last === undefined || first > end || last < start) return [{ profile, start, end }];
    const isOpen = (from: number, to: number): boolean => to - from >= openEndPt && isSide(profile, from, to);
    return [
      ...(isOpen(start, first) ? [{ profile, start, end: first }] : []),
      ...(isOpen(last, end) ? [{ profile, start: last, end }] : []),
    ];
  });
}
