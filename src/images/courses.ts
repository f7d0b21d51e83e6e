import type { Ruling } from '../model/page.ts';
import { lineThrough } from './fit-line.ts';
import type { InkProfile } from './ink-profile.ts';

/** A straight line, a little slanted maybe, of which the pieces between texts and other lines were tracked. */
export interface Course {
  readonly orientation: Ruling['orientation'];
  /** Where its tracked pieces begin and end, in points along it. */
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly InkProfile[];
  /** Where it lies across at a place along it. */
  readonly at: (alongPt: number) => number;
}

/** A line is known from a piece so long; strokes of text are shorter. */
const leastSeedPt = 40;
const leastPiecePt = 18;
/** Points of a piece lie this near to its line, and pieces to the line that the others make. */
const mostStrayPt = 0.4;
const besidePt = 1;
/** A piece slants like the line, to this over its length. */
const mostTurnPt = 1;

/** The lines that pieces in line with one another make up. */
export function coursesOf(profiles: readonly InkProfile[]): Course[] {
  const pieces = profiles
    .filter((profile) => lengthOf(profile) >= leastPiecePt && profile.strayPt <= mostStrayPt)
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const courses: Course[] = [];
  const taken = new Set<InkProfile>();
  for (const seed of pieces) {
    if (taken.has(seed) || lengthOf(seed) < leastSeedPt) continue;
    const course = grown(
      seed,
      pieces.filter((piece) => piece.orientation === seed.orientation && !taken.has(piece)),
    );
    for (const piece of course.pieces) taken.add(piece);
    courses.push(course);
  }
  return courses;
}

/** The line of a piece with those in line with it, the nearest first: each makes its direction better known. */
function grown(seed: InkProfile, pieces: readonly InkProfile[]): Course {
  const gap = ({ tracked: [start, end] }: InkProfile): number =>
    Math.max(0, start - seed.tracked[1], seed.tracked[0] - end);
  let course = courseThrough([seed]);
  for (const piece of [...pieces].sort((a, b) => gap(a) - gap(b))) {
    if (piece !== seed && isInLine(piece, course)) course = courseThrough([...course.pieces, piece]);
  }
  return course;
}

function isInLine({ tracked: [start, end], position, slope }: InkProfile, { at }: Course): boolean {
  const turnPt = Math.abs(slope * (end - start) - (at(end) - at(start)));
  return Math.abs(position - at((start + end) / 2)) <= besidePt && turnPt <= mostTurnPt;
}

/** The line that fits pieces best, each by its length. */
function courseThrough(pieces: readonly InkProfile[]): Course {
  const ends = pieces.flatMap(({ tracked: [start, end], position, slope }) => {
    const reach = (slope * (end - start)) / 2;
    const weight = end - start;
    return [
      { along: start, across: position - reach, weight },
      { along: end, across: position + reach, weight },
    ];
  });
  const { middle, position, slope } = lineThrough(ends);
  return {
    orientation: pieces[0]?.orientation ?? 'horizontal',
    start: Math.min(...pieces.map(({ tracked }) => tracked[0])),
    end: Math.max(...pieces.map(({ tracked }) => tracked[1])),
    pieces,
    at: (along) => position + slope * (along - middle),
  };
}

function lengthOf({ tracked: [start, end] }: InkProfile): number {
  return end - start;
}
