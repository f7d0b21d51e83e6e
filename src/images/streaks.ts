import type { InkProfile } from './ink-profile.ts';
import { crossings, meetPt, type Segment, trackEndPt } from './segments.ts';
import { isStraight, sureLengthPt } from './straight-lines.ts';

/** The lines of a page that streaks are told from. */
export interface PageLines {
  /** Its long straight lines that are not faint, and all its straight ones that are not. */
  readonly clear: readonly Segment[];
  readonly anchors: readonly Segment[];
  /** Whether a line is fainter than the page's rulings. */
  readonly isUnlike: (profile: InkProfile) => boolean;
}

/** Which profiles are streaks of a scanner's glass or folds of the paper: lines that leave the table. */
export function streaksAmong(
  profiles: readonly InkProfile[],
  { clear, anchors, isUnlike }: PageLines,
): (profile: InkProfile) => boolean {
  const streaks = [
    ...clear.filter((segment) => isStreak(segment, clear, isUnlike(segment.profile) ? unlikeStreak : likeStreak)),
    ...profiles.flatMap(wavyLine).filter((segment) => isStreak(segment, anchors, wavyStreak)),
  ];
  // A streak is found in pieces where texts and rulings cross it.
  return (profile) =>
    streaks.some(
      ({ profile: streak }) =>
        streak === profile ||
        (streak.orientation === profile.orientation &&
          Math.abs(streak.position - profile.position) <= meetPt &&
          isUnlike(profile)),
    );
}

/** By how much a streak leaves the table, on both sides or on one. */
interface StreakLook {
  readonly pastPt: number;
  readonly sides: 1 | 2;
}

const wavyStreak: StreakLook = { pastPt: 12, sides: 2 };
const likeStreak: StreakLook = { pastPt: 20, sides: 2 };
const unlikeStreak: StreakLook = { pastPt: 12, sides: 1 };

/** A long line that is not straight: a fold of the paper, say. */
function wavyLine(profile: InkProfile): Segment[] {
  const [start, end] = profile.tracked;
  return end - start >= sureLengthPt && !isStraight(profile) ? [{ profile, start, end }] : [];
}

/** Lines of a table without borders end together, to this degree. */
const togetherPt = 5;

function isStreak(segment: Segment, segments: readonly Segment[], { pastPt, sides }: StreakLook): boolean {
  const { profile } = segment;
  // What text in line with it adds to a ruling is none of it; a streak is tracked as far as it is seen.
  const start = Math.max(segment.start, profile.tracked[0] - trackEndPt);
  const end = Math.min(segment.end, profile.tracked[1] + trackEndPt);
  const endsAlone = !segments.some(
    (other) =>
      other.profile !== profile &&
      other.profile.orientation === profile.orientation &&
      (Math.abs(other.start - start) < togetherPt || Math.abs(other.end - end) < togetherPt),
  );
  // Worn rulings run on past what is known to cross them, though not past the table.
  const across = segments.filter((other) => other.profile.orientation !== profile.orientation);
  const low = Math.min(end, ...across.map((other) => other.profile.position));
  const high = Math.max(start, ...across.map((other) => other.profile.position));
  const past = [low - start, end - high].filter((length) => length >= pastPt).length;
  const crossed = crossings(profile, segments).filter((place) => place > start - meetPt && place < end + meetPt);
  return endsAlone && past >= sides && (sides === 1 || crossed.length >= 2);
}
