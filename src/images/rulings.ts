import type { Ruling } from '../model/page.ts';
import { falseLines } from './false-lines.ts';
import { type FramedPicture, type InkProfile, profileOf } from './ink-profile.ts';
import { median } from './median.ts';
import { openEnds } from './open-ends.ts';
import { crossings, type Segment } from './segments.ts';
import { sidesOf } from './sides.ts';
import { straightStretches, sureLengthPt, wornLine } from './straight-lines.ts';
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
 * 5. Rulings that run on past all that cross them bound cells without a border at one end (`openEnds`).
 * 6. Rulings vouch for sides at the same place that text hides (`vouchedSides`).
 *
 * Not handled: slanted lines, cells lower than 8 points.
 */
export function findRulings(framed: FramedPicture, lines: TrackedLines): Ruling[] {
  const profiles = [
    ...lines.levels.map((track) => profileOf(track, 'horizontal', framed)),
    ...lines.plumbs.map((track) => profileOf(track, 'vertical', framed)),
  ].filter((profile) => profile.offPt <= maxOffPt);
  const long = profiles.flatMap((profile) => [...straightStretches(profile, sureLengthPt), ...wornLine(profile)]);
  const isFalse = falseLines(profiles);
  const drawn = profiles.filter((profile) => !isFalse(profile));
  let segments = long.filter(({ profile }) => !isFalse(profile));
  for (let round = 0; round < rounds; round++) segments = sidesBetween(drawn, segments);
  for (let round = 0; round < vouchedRounds; round++) segments = [...segments, ...vouchedSides(segments, framed)];
  return segments.map(({ profile: { orientation, position, thicknessPt }, start, end }) => ({
    orientation,
    position,
    start,
    end,
    thicknessPt,
  }));
}

/** Sides of cells are known after the long rulings, short ones between them, and long ones that those cut. */
const rounds = 3;
const vouchedRounds = 2;
/** How far the points of a ruling may lie from its mean position. */
const maxOffPt = 1.2;

/** A line that nothing crosses and that is so many times as thick as the others is an edge of the paper. */
const mostThickness = 2;

/** Sides of cells between rulings, with those that nothing closes, and long lines that nothing crosses. */
function sidesBetween(profiles: readonly InkProfile[], across: readonly Segment[]): Segment[] {
  const sides = profiles.flatMap((profile) => sidesOf(profile, across));
  const usualPt = median(across.map(({ profile }) => profile.thicknessPt));
  const free = profiles
    .filter(({ thicknessPt }) => thicknessPt <= mostThickness * usualPt)
    .flatMap((profile) => straightStretches(profile, sureLengthPt))
    .filter(({ profile, start, end }) => crossings(profile, across).every((place) => place < start || place > end));
  return [...sides, ...openEnds(profiles, across), ...free];
}
