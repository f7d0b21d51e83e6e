import { type Course, coursesOf } from './courses.ts';
import type { InkProfile } from './ink-profile.ts';
import { samplePt } from './ink-samples.ts';
import { median } from './median.ts';
import { meetPt, type Segment } from './segments.ts';

/** The lines of a page that streaks are told from. */
export interface PageLines {
  /** Its straight lines that are not faint. */
  readonly straight: readonly Segment[];
  /** Whether a line is fainter than the page's rulings. */
  readonly isUnlike: (profile: InkProfile) => boolean;
}

/** Streaks beyond a table make it look larger: what crosses them is looked at again without them. */
const rounds = 2;

/**
 * Which profiles are streaks of a scanner's glass or folds of the paper: lines that leave the table, in pieces where
 * texts and rulings cross them.
 */
export function streaksAmong(
  profiles: readonly InkProfile[],
  { straight, isUnlike }: PageLines,
): (profile: InkProfile) => boolean {
  const courses = coursesOf(profiles);
  let streaks: Course[] = [];
  for (let round = 0; round < rounds; round++) {
    const pieces = new Set(streaks.flatMap((streak) => streak.pieces));
    const rulings = straight.filter(({ profile }) => !pieces.has(profile));
    streaks = courses.filter((course) => leavesTable(course, { straight: rulings, isUnlike }));
  }
  const pieces = new Set(streaks.flatMap((streak) => streak.pieces));
  return (profile) => pieces.has(profile) || (isUnlike(profile) && streaks.some((streak) => liesOn(profile, streak)));
}

function liesOn({ orientation, tracked: [start, end], position }: InkProfile, streak: Course): boolean {
  const along = Math.min(streak.end, Math.max(streak.start, (start + end) / 2));
  return orientation === streak.orientation && Math.abs(position - streak.at(along)) <= meetPt;
}

/** A line as dark as the rulings is a streak if it leaves the table by so much on both sides, */
const likePastPt = 20;
/** a fainter one by this, */
const unlikePastPt = 12;
/** or by this on one side. */
const alonePastPt = 30;
/** Of a table that is closed by a border, so many other lines end there. */
const leastClosed = 2;
/** Lines of a table without borders end together, to this degree. */
const togetherPt = 5;

function leavesTable(course: Course, { straight, isUnlike }: PageLines): boolean {
  const { start, end, orientation } = course;
  const across = straight.filter(({ profile }) => profile.orientation !== orientation);
  if (across.length === 0) return false;
  const places = across.map(({ profile }) => profile.position);
  const table = [Math.min(...places), Math.max(...places)] as const;
  const past = [Math.max(0, table[0] - start), Math.max(0, end - table[1])] as const;
  if (!runsOn(course, table, past[0] + past[1])) return false;
  const faint = course.pieces.filter(isUnlike);
  const isFaint = lengthOf(faint) > lengthOf(course.pieces) / 2;
  const beside = straight.filter(
    ({ profile }) => profile.orientation === orientation && !course.pieces.includes(profile),
  );
  const ends = (at: number, side: 'start' | 'end'): number =>
    beside.filter((segment) => Math.abs(segment[side] - at) < togetherPt).length;
  const isAlone = ends(start, 'start') === 0 && ends(end, 'end') === 0;
  const isClosed = ends(table[0], 'start') >= leastClosed && ends(table[1], 'end') >= leastClosed;
  const leastPt = isFaint ? unlikePastPt : likePastPt;
  if (Math.min(...past) >= leastPt) return isAlone || isClosed;
  return isFaint && isAlone && Math.max(...past) >= alonePastPt;
}

/** Beyond the table a streak has ink all along, */
const leastInk = 0.4;
/** as dark as within it, to this factor: a ruling may be in line with what shows through, or with a text. */
const mostDarker = 1.6;
/** Rulings across, whose ink is darker, are this thick. */
const acrossPt = 4;

/** Whether a line is the same beyond the table as within it. */
function runsOn({ pieces }: Course, [low, high]: readonly [low: number, high: number], pastPt: number): boolean {
  const within: number[] = [];
  const beyond: number[] = [];
  for (const { along, ink, darkness, tracked } of pieces) {
    for (const [index, at] of along.entries()) {
      if (ink[index] !== 1 || at < tracked[0] || at > tracked[1]) continue;
      if (at < low - acrossPt || at > high + acrossPt) beyond.push(darkness[index] ?? 0);
      else if (at > low + acrossPt && at < high - acrossPt) within.push(darkness[index] ?? 0);
    }
  }
  const [inside, outside] = [median(within), median(beyond)];
  const isLike = within.length === 0 || (inside <= mostDarker * outside && outside <= mostDarker * inside);
  return isLike && beyond.length * samplePt >= leastInk * pastPt;
}

function lengthOf(pieces: readonly InkProfile[]): number {
  return pieces.reduce((sum, { tracked: [start, end] }) => sum + end - start, 0);
}
