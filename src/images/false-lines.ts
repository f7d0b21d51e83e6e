import type { Ruling } from '../model/page.ts';
import { inkedStretches } from './ink-along.ts';
import type { InkProfile } from './ink-profile.ts';
import { crossings, type Segment, trackEndPt } from './segments.ts';
import { straightLengthPt, straightStretches, sureLengthPt } from './straight-lines.ts';
import { streaksAmong } from './streaks.ts';

/**
 * Shares of the rulings' darkness. On one form rulings are alike: of 5,400 true ones on 149 pages of all kinds of
 * damage, 99 % have more than 0.38 of the usual darkness and 95 % more than 0.8; of the false ones half have less than
 * 0.4 (show-through, folds, streaks of the glass), three quarters less than 0.63.
 */
const faintShare = 0.35;
const unlikeShare = 0.75;
/**
 * Hairlines that a printer drew half as dark as others run from ruling to ruling; what shows through, folds and streaks
 * do not. Fainter than this they are not seen (true rulings: 0.115 at least; show-through: 0.07 to 0.15).
 */
const leastShare = 0.16;
const anchorPt = 3;
/** What shows through from the back may be most of what is on a page; it is faint against the page's darkest lines. */
const showThroughShare = 0.25;

/** Which profiles are lines that nobody drew. */
export function falseLines(profiles: readonly InkProfile[]): (profile: InkProfile) => boolean {
  const long = profiles.flatMap((profile) => straightStretches(profile, sureLengthPt));
  const straight = profiles.flatMap((profile) => straightStretches(profile, straightLengthPt));
  const usual = contrastAt(long, 0.75);
  const dark = contrastAt(long, 0.95);
  const isFaint = ({ contrast }: InkProfile): boolean =>
    contrast < faintShare * usual || contrast < showThroughShare * dark;
  const isUnlike = ({ contrast }: InkProfile): boolean => contrast < unlikeShare * usual;
  const anchors = straight.filter(({ profile }) => !isFaint(profile));
  const worn = leastWorn(straight, usual);
  const print = Math.max(0, ...anchors.map(({ profile }) => inkDarkness(profile, 0.9)));
  const isWithin = withinTable(anchors);
  const strangers = long.filter((segment) => isFaint(segment.profile) && !isWithin(segment));
  const isOfStrangers = ({ contrast }: InkProfile): boolean =>
    strangers.filter(({ profile }) => areAlike(profile.contrast, contrast)).length >= leastStrangers;
  const isDrawn = (profile: InkProfile): boolean => {
    if (!isFaint(profile)) return true;
    if (profile.contrast < leastShare * usual || isOfStrangers(profile)) return false;
    return profile.contrast >= worn
      ? isAnchored(profile, { across: anchors, beside: anchors }) &&
          !isWrittenOver(profile, { across: straight, print: printShare * print })
      : isAnchored(profile, { across: anchors, beside: [] }) && !isWrittenOver(profile, { across: anchors, print: 0 });
  };
  const isOfStreak = streaksAmong(profiles, { straight: anchors, isUnlike });
  return (profile) => !isDrawn(profile) || isOfStreak(profile);
}

/**
 * The rulings of a worn copy are of all shades, what shows through is all of one: from the usual darkness down, this is
 * the faintest of the straight lines before one that is fainter than the last by more than `mostStep`.
 */
function leastWorn(straight: readonly Segment[], usual: number): number {
  let least = usual;
  for (const { profile } of [...straight].sort((a, b) => b.profile.contrast - a.profile.contrast)) {
    if (profile.contrast < mostStep * least) break;
    least = Math.min(least, profile.contrast);
  }
  return least;
}

const mostStep = 0.6;

/**
 * What shows through lies outside the table as well: where so many long lines that are as faint as one do, it is of
 * them.
 */
const leastStrangers = 3;
/** Faint rulings may bound the rows at its edges. In points. */
const outsidePt = 50;

/** Whether a segment lies within the extent of clear ones. */
function withinTable(clear: readonly Segment[]): (segment: Segment) => boolean {
  const extentOf = (orientation: Ruling['orientation']): readonly [first: number, last: number] => {
    const places = clear.flatMap(({ profile, start, end }) =>
      profile.orientation === orientation ? [start, end] : [profile.position],
    );
    return [Math.min(...places) - outsidePt, Math.max(...places) + outsidePt];
  };
  const extents = { horizontal: extentOf('horizontal'), vertical: extentOf('vertical') };
  return ({ profile: { orientation, position }, start, end }) => {
    const [first, last] = extents[orientation];
    const [lowest, highest] = extents[orientation === 'horizontal' ? 'vertical' : 'horizontal'];
    return start >= first && end <= last && position >= lowest && position <= highest;
  };
}

/** Shades this near to one another, as a ratio, are of one population. */
const alike = 1.3;

function areAlike(contrast: number, other: number): boolean {
  return contrast <= alike * other && other <= alike * contrast;
}

/** A text in line with it may lengthen the track of a faint ruling by this, at one end. */
const mostOvershootPt = 60;

/**
 * Whether a profile's track, or else its ink, ends at rulings across on both sides, or together with rulings beside it,
 * or runs on past one across into a text.
 */
function isAnchored(
  profile: InkProfile,
  { across, beside }: { readonly across: readonly Segment[]; readonly beside: readonly Segment[] },
): boolean {
  const places = crossings(profile, across);
  const parallel = beside.filter((segment) => segment.profile.orientation === profile.orientation);
  const [start, end] = profile.tracked;
  const stretches = inkedStretches(profile).filter(([from, to]) => to - from > (end - start) / 2);
  const isNear = (at: number, within: number): boolean => places.some((place) => Math.abs(place - at) <= within);
  const isTogether = (tracked: number, side: 0 | 1): boolean =>
    parallel.some((segment) => Math.abs((side === 0 ? segment.start : segment.end) - tracked) <= trackEndPt);
  const isAt = (tracked: number, side: 0 | 1): boolean =>
    isNear(tracked, trackEndPt) ||
    isTogether(tracked, side) ||
    stretches.some((stretch) => isNear(stretch[side], anchorPt));
  const isPast = (tracked: number, inward: 1 | -1): boolean =>
    places.some((place) => (place - tracked) * inward >= 0 && (place - tracked) * inward <= mostOvershootPt);
  const [atStart, atEnd] = [isAt(start, 0), isAt(end, 1)];
  return (atStart && atEnd) || (atStart && isPast(end, -1)) || (atEnd && isPast(start, 1));
}

/**
 * Nobody writes over a ruling. Print is so much darker than a faint line; at so many places (half points) of a line,
 * away from the rulings across, it makes the line none. A worn line is much darker in places: there print must be
 * nearly as dark as the page's clear lines are where they are darkest.
 */
const overFactor = 2;
const printShare = 0.6;
const leastOver = 4;
const acrossPt = 2.5;

function isWrittenOver(
  profile: InkProfile,
  { across, print }: { readonly across: readonly Segment[]; readonly print: number },
): boolean {
  const places = crossings(profile, across);
  const within = places.filter((place) => place >= profile.tracked[0] && place <= profile.tracked[1]);
  const [start, end] = [within[0] ?? profile.tracked[0], within.at(-1) ?? profile.tracked[1]];
  const over = Math.max(overFactor * inkDarkness(profile, 0.5), print);
  const written = profile.along.filter(
    (at, index) =>
      (profile.darkness[index] ?? 0) >= over &&
      at > start &&
      at < end &&
      places.every((place) => Math.abs(place - at) > acrossPt),
  );
  return written.length >= leastOver;
}

/** The darkness that this share of a profile's ink does not exceed, 0 to 255. */
function inkDarkness({ darkness, ink }: InkProfile, share: number): number {
  const inked = darkness.filter((_, index) => ink[index] === 1).sort();
  return inked[Math.floor(share * inked.length)] ?? 0;
}

/** The darkness that this share of the segments' length does not exceed. */
function contrastAt(segments: readonly Segment[], share: number): number {
  const sorted = [...segments].sort((a, b) => a.profile.contrast - b.profile.contrast);
  const total = sorted.reduce((sum, { start, end }) => sum + end - start, 0);
  let seen = 0;
  return sorted.find(({ start, end }) => (seen += end - start) >= share * total)?.profile.contrast ?? 0;
}
