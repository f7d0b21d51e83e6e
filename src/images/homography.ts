import { lineThrough } from './fit-line.ts';
import type { LineTrack } from './line-track.ts';

/**
 * What skew and perspective do to a page, in coordinates centred on the picture (unit: half its longer side):
 * [1 s 0; r 1 0; p q 1] takes a point of the picture to the level page.
 */
export interface Homography {
  readonly r: number;
  readonly s: number;
  readonly p: number;
  readonly q: number;
}

/** A straight line y = at + slope x (for nearly vertical ones x and y trade places), in the same coordinates. */
export interface StraightLine {
  readonly at: number;
  readonly slope: number;
  /** How well its slope is known: the sum of squares of its points' distances from their middle. */
  readonly weight: number;
  /**
   * What it says for a way of straightening that suits it: its length, less where it is faint. A streak of the glass is
   * longer than any ruling; it says no more than rulings of its length do.
   */
  readonly support: number;
}

/** Centred coordinates of a picture, along a line and across it. */
export interface CentredFrame {
  readonly half: number;
  readonly along: number;
  readonly across: number;
}

/** The straight line nearest to a track (least squares). */
export function straightLineOf(track: LineTrack, { half, along, across }: CentredFrame): StraightLine {
  const points = track.xs.map((x, index) => ({
    along: (x - along) / half,
    across: ((track.ys[index] ?? 0) - across) / half,
    weight: 1,
  }));
  const { middle, position, slope, spread } = lineThrough(points);
  const length = ((track.xs.at(-1) ?? 0) - (track.xs[0] ?? 0)) / half;
  return { at: position - slope * middle, slope, weight: spread, support: (length * track.contrast) / 255 };
}

/** Lines whose slope is this far (half a degree) from what the others say do not count in the end, */
const slopeTolerance = 0.009;
/** and not those this far, five times as much, at first. */
const firstTolerance = 0.045;
const rounds = 20;

/**
 * The homography that makes `levels` level and `plumbs` plumb.
 *
 * A line y = a + b x becomes level if r (1 + q a) - p a = -b, and a line x = a + b y plumb if s (1 + p a) - q a = -b
 * (from Hartley and Zisserman, Multiple View Geometry, 2.7: lines parallel on the page meet on one line of the
 * picture). These are two regressions of two unknowns each, taken in turn until they agree, and weighted robustly
 * (Tukey's biweight), since strokes of text give lines too.
 */
export function fitHomography(levels: readonly StraightLine[], plumbs: readonly StraightLine[]): Homography {
  const [down, aside] = [medianSlope(levels), medianSlope(plumbs)];
  // A page that was only turned has lines at right angles; streaks and edges of the paper may outvote its own lines.
  const starts = [
    { r: -down, s: -aside },
    { r: -down, s: down },
    { r: aside, s: -aside },
  ].filter((_, index) => index === 0 || (levels.length > 0 && plumbs.length > 0));
  const fits = starts.flatMap(({ r, s }) => {
    const start = levels.length === 0 ? { r: -s, s } : plumbs.length === 0 ? { r, s: -r } : { r, s };
    return ways.map(({ isFlat, within }) => {
      const homography = refine(levels, plumbs, { ...start, isFlat, within });
      const support = supportOf(homography, levels, plumbs);
      return { homography, support: isFlat ? support * flatBonus : support };
    });
  });
  return fits.reduce((best, fit) => (fit.support > best.support ? fit : best)).homography;
}

/** Where to begin, and how. */
interface Start extends Way {
  readonly r: number;
  readonly s: number;
}

interface Way {
  /** Whether the page is held to lie flat: without perspective. */
  readonly isFlat: boolean;
  /** How far from the start a line's slope may be to count at first. */
  readonly within: number;
}

/** Lines of a page in perspective slant all differently; streaks slant nearly as the lines of a page that is not. */
const ways: readonly Way[] = [
  { isFlat: true, within: slopeTolerance },
  { isFlat: true, within: firstTolerance },
  { isFlat: false, within: firstTolerance },
];

/** Perspective must straighten so many times more of the lines: most pages have none. */
const flatBonus = 1.04;

function refine(levels: readonly StraightLine[], plumbs: readonly StraightLine[], start: Start): Homography {
  let [r, s, p, q] = [start.r, start.s, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const tolerance = Math.max(slopeTolerance, start.within * 0.85 ** round);
    const level = regress(levels, { turn: r, vanish: p, other: q }, tolerance);
    const plumb = regress(plumbs, { turn: s, vanish: q, other: p }, tolerance);
    [r, p] = level === null ? [-s, 0] : [level.turn, level.vanish];
    [s, q] = plumb === null ? [-r, 0] : [plumb.turn, plumb.vanish];
    if (start.isFlat) [p, q] = [0, 0];
  }
  return { r, s, p, q };
}

/**
 * Cameras and scanners hardly shear: lines that make right angles this much less right (tangent) are hardly believed,
 */
const usualShear = 0.03;
/** but by so much: of a photograph taken aslant they say more than no line at all. */
const leastBelief = 0.2;

/** How much of the lines is straightened, and how well. */
function supportOf(
  { r, s, p, q }: Homography,
  levels: readonly StraightLine[],
  plumbs: readonly StraightLine[],
): number {
  const [level, plumb] = [
    { turn: r, vanish: p, other: q },
    { turn: s, vanish: q, other: p },
  ];
  const support = (lines: readonly StraightLine[], course: Course): number =>
    lines.reduce((sum, line) => sum + line.support * biweight(errorOf(line, course) / slopeTolerance), 0);
  const [less = 0, more = 0] = [support(levels, level), support(plumbs, plumb)].sort((a, b) => a - b);
  const belief = leastBelief + (1 - leastBelief) * Math.exp(-(((r + s) / usualShear) ** 2));
  return more + belief * less;
}

/** By how much a line is still not straight. */
function errorOf({ at, slope }: StraightLine, { turn, vanish, other }: Course): number {
  return turn * (1 + other * at) - vanish * at + slope;
}

/** Tukey's: 1 for no error, 0 from 1 on. */
function biweight(error: number): number {
  return Math.abs(error) >= 1 ? 0 : (1 - error * error) ** 2;
}

function isStraightened(line: StraightLine, course: Course): boolean {
  return Math.abs(errorOf(line, course)) <= slopeTolerance;
}

/** The lines that a homography makes level or plumb, but for half a degree. */
export function straightenedBy({ r, s, p, q }: Homography): {
  readonly level: (line: StraightLine) => boolean;
  readonly plumb: (line: StraightLine) => boolean;
} {
  return {
    level: (line) => isStraightened(line, { turn: r, vanish: p, other: q }),
    plumb: (line) => isStraightened(line, { turn: s, vanish: q, other: p }),
  };
}

/** The slope with half of the lines' support on either side. */
function medianSlope(lines: readonly StraightLine[]): number {
  const sorted = [...lines].sort((a, b) => a.slope - b.slope);
  const total = sorted.reduce((sum, line) => sum + line.support, 0);
  let seen = 0;
  for (const line of sorted) {
    seen += line.support;
    if (seen >= total / 2) return line.slope;
  }
  return 0;
}

/** Perspective must earn itself against noise: most pages have none. */
const perspectiveDamping = 0.005;

interface Course {
  readonly turn: number;
  readonly vanish: number;
  readonly other: number;
}

/** One round of turn (1 + other a) - vanish a = -b over all lines; `null` where no line counts. */
function regress(lines: readonly StraightLine[], course: Course, tolerance: number) {
  let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
  for (const line of lines) {
    const { at, slope, weight } = line;
    const lever = 1 + course.other * at;
    const share = weight * biweight(errorOf(line, course) / tolerance);
    aa += share * lever * lever;
    ab -= share * lever * at;
    bb += share * at * at;
    ay -= share * lever * slope;
    by += share * at * slope;
  }
  if (aa === 0) return null;
  const damped = bb + perspectiveDamping * aa;
  const determinant = aa * damped - ab * ab;
  return { turn: (ay * damped - by * ab) / determinant, vanish: (by * aa - ay * ab) / determinant };
}
