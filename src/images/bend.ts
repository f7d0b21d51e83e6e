import type { Point } from './page-frame.ts';

/**
 * How far bent paper moves what is printed: for a place on the level page (unit: half its longer side), the way back.
 */
export type Bend = (x: number, y: number) => Point;

/** A line that is straight on the page, as points on the levelled picture; `across` is what should be constant. */
export interface BentLine {
  readonly along: readonly number[];
  readonly across: readonly number[];
}

/** Degrees of the polynomial along a line and from line to line: one bow and one wave, changing over the page. */
const alongDegree = 4;
const acrossDegree = 2;
const termCount = alongDegree * (acrossDegree + 1);
/** Keeps the far corners, where no line is, from flying off. */
const damping = 1e-5;
/** Points this far from the fit (in the page's unit; 1.3 pt on A4) are none of a straight line's; at first, 5 pt. */
const tolerance = 0.003;
const firstTolerance = 0.012;
const rounds = 4;

/**
 * The bend of a page from lines that should be straight: how far each point is off its line's mean is fitted, by
 * damped and robust least squares, as a polynomial without terms that are constant along a line. Beyond the lines the
 * page goes on as at their ends, since a polynomial would fly off.
 */
export function fitBend(levels: readonly BentLine[], plumbs: readonly BentLine[]): Bend {
  const ofLevels = fitLines(levels);
  const ofPlumbs = fitLines(plumbs);
  return (x, y) => [ofPlumbs(y, x), ofLevels(x, y)];
}

function fitLines(lines: readonly BentLine[]): (along: number, across: number) => number {
  const points = lines.map(centredPoints);
  const some = points.map((line) => line.filter((_, index) => index % proofStep === 0));
  const left = degrees.map((degree) => unevenness(some, degree));
  const best = degrees[left.indexOf(Math.min(...left))] ?? 0;
  if (Math.min(...left) >= maxLeft * unevenness(some, null)) return () => 0;
  const terms = fitTerms(points.flat(), best);
  const toAlong = rangeOf(lines.map((line) => line.along));
  const toAcross = rangeOf(lines.map((line) => line.across));
  return (along, across) => evaluate(terms, toAlong(along), toAcross(across));
}

/** A bend is the same for all lines, or changes evenly from line to line, or once again. */
const degrees = Array.from({ length: acrossDegree + 1 }, (_, degree) => degree);
/** A bend found from some lines must leave this share of the others' unevenness, or less. */
const maxLeft = 0.85;
/** So many points apart, the noise of two is no longer the same: windows around them overlap less. */
const proofStep = 4;
/** Lines are taken in turn into so many parts. */
const parts = 3;

/**
 * What is left of the unevenness of each third of the lines after the bend that the others have in common is taken
 * out (`degree` `null`: before). Noise, texts and edges of the paper have nothing in common.
 */
function unevenness(lines: readonly (readonly CentredPoint[])[], degree: number | null): number {
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    const others = lines.filter((_, index) => index % parts !== part);
    const terms = degree === null ? new Float64Array(termCount) : fitTerms(others.flat(), degree);
    for (const { values, off } of lines.filter((_, index) => index % parts === part).flat()) {
      sum += Math.min(firstTolerance, Math.abs(off - dot(terms, values))) ** 2;
    }
  }
  return sum;
}

/** Takes a value to the nearest that lies among `values`. */
function rangeOf(values: readonly (readonly number[])[]): (value: number) => number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values.flat()) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return (value) => (low > high ? 0 : Math.max(low, Math.min(high, value)));
}

function fitTerms(points: readonly CentredPoint[], degree: number): Float64Array {
  let terms: Float64Array = new Float64Array(termCount);
  for (let round = 0; round < rounds; round++) {
    const within = round === 0 ? firstTolerance : tolerance;
    const near = points.filter(({ values, off }) => Math.abs(off - dot(terms, values)) <= within);
    terms = solve(normalEquations(near, degree));
  }
  return terms;
}

/** A point of a line: what the polynomial's terms and the offset are there, less their means along the line. */
interface CentredPoint {
  readonly values: Float64Array;
  readonly off: number;
}

function centredPoints({ along, across }: BentLine): CentredPoint[] {
  const rows = along.map((x, index) => basis(x, across[index] ?? 0));
  const meanOff = meanOf(across);
  const means = Float64Array.from({ length: termCount }, (_, term) => meanOf(rows.map((row) => row[term] ?? 0)));
  return rows.map((row, index) => ({
    values: row.map((value, term) => value - (means[term] ?? 0)),
    off: (across[index] ?? 0) - meanOff,
  }));
}

/**
 * Terms of a higher degree across stay zero. One row a term: what the terms' products sum up to, and last the right
 * side.
 */
function normalEquations(points: readonly CentredPoint[], degree: number): Float64Array[] {
  const width = termCount + 1;
  const sums = new Float64Array(termCount * width);
  for (const { values: all, off } of points) {
    const values = all.map((value, term) => (term % (acrossDegree + 1) > degree ? 0 : value));
    for (let term = 0; term < termCount; term++) {
      const left = values[term] ?? 0;
      const row = term * width;
      for (let other = 0; other < termCount; other++) {
        sums[row + other] = (sums[row + other] ?? 0) + left * (values[other] ?? 0);
      }
      sums[row + termCount] = (sums[row + termCount] ?? 0) + left * off;
    }
  }
  for (let term = 0; term < termCount; term++) {
    sums[term * width + term] = (sums[term * width + term] ?? 0) + damping * points.length;
  }
  return Array.from({ length: termCount }, (_, term) => sums.slice(term * width, (term + 1) * width));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** along^1..alongDegree times across^0..acrossDegree. */
function basis(along: number, across: number): Float64Array {
  const values = new Float64Array(termCount);
  let index = 0;
  let power = along;
  for (let a = 1; a <= alongDegree; a++, power *= along) {
    let value = power;
    for (let b = 0; b <= acrossDegree; b++, value *= across) values[index++] = value;
  }
  return values;
}

/** The terms summed up by Horner's rule: this is asked for at every mesh point of every line of text. */
function evaluate(terms: Float64Array, along: number, across: number): number {
  let sum = 0;
  for (let last = termCount - 1; last > 0; last -= acrossDegree + 1) {
    let inner = 0;
    for (let b = 0; b <= acrossDegree; b++) inner = inner * across + (terms[last - b] ?? 0);
    sum = (sum + inner) * along;
  }
  return sum;
}

/** Gaussian elimination with pivoting of rows that hold their right side last. */
function solve(rows: Float64Array[]): Float64Array {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const order = rows.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, order.length, ...order);
    const pivot = rows[column];
    const head = pivot?.[column] ?? 0;
    if (pivot === undefined || head === 0) continue;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / head;
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return Float64Array.from({ length: size }, (_, index) => {
    const head = rows[index]?.[index] ?? 0;
    // Nothing is known of a term where there are no points.
    return head === 0 ? 0 : (rows[index]?.[size] ?? 0) / head;
  });
}
