import type { Ruling } from '../model/page.ts';
import { firstIndexFrom } from './snap.ts';
import { findWalls, type WallFrame } from './walls.ts';

/** Lines further apart than this, in points, are no double border (CSS double borders of 9 pixels are 4.5 apart). */
const maxApartPt = 8;
/** The lines of a double border run side by side for this share of their length. */
const minAlike = 0.8;

/** A text that stands between two lines is at most so many times as large as they are apart. */
const maxTextShare = 1.5;
/** Double borders of one table are apart by nearly the same. */
const maxDifference = 0.25;

/**
 * The edges with the two lines of each double border as one, halfway: neighbouring lines that run side by side all
 * along, with no text between. `texts` are the extents of texts across the edges.
 */
export function closeDoubledLines(rulings: readonly Ruling[], frame: WallFrame, texts: readonly Extent[]): number[] {
  const { edges, along } = frame;
  if (!edges.some((edge, at) => (edges[at + 1] ?? Number.POSITIVE_INFINITY) - edge <= maxApartPt)) return [...edges];
  const walls = findWalls(rulings, frame);
  const small = texts.filter(({ from, to }) => to - from <= maxTextShare * maxApartPt);
  const centres = small.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b);
  const isBlank = (at: number): boolean =>
    firstIndexFrom(centres, edges[at] ?? 0) === firstIndexFrom(centres, edges[at + 1] ?? 0);
  const gapAfter = (at: number): number => (edges[at + 1] ?? Number.POSITIVE_INFINITY) - (edges[at] ?? 0);
  const doubled = [...edges.keys()].filter(
    (at) => gapAfter(at) <= maxApartPt && isBlank(at) && areAlike(walls[at] ?? [], walls[at + 1] ?? [], along),
  );
  // The strip at a table's end may be what a page break left of a row; a double border has its like elsewhere.
  const hasLike = (at: number): boolean =>
    doubled.some((other) => other !== at && Math.abs(gapAfter(other) - gapAfter(at)) <= maxDifference * gapAfter(at));
  const closed: number[] = [];
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at] ?? 0;
    const isAtEnd = at === 0 || at === edges.length - 2;
    const isDoubled = doubled.includes(at) && (!isAtEnd || hasLike(at));
    closed.push(isDoubled ? edge + gapAfter(at) / 2 : edge);
    if (isDoubled) at++;
  }
  return closed;
}

/** From where to where a text reaches across rows (in y) or columns (in x), in points. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

function areAlike(a: readonly boolean[], b: readonly boolean[], along: readonly number[]): boolean {
  let [both, either] = [0, 0];
  for (const [step, isWall] of a.entries()) {
    const length = (along[step + 1] ?? 0) - (along[step] ?? 0);
    const isOther = b[step] ?? false;
    if (isWall || isOther) either += length;
    if (isWall && isOther) both += length;
  }
  return both > 0 && both >= minAlike * either;
}
