import { nearestIndex } from './snap.ts';

/** How the column edges of one part of a table are laid on those of another. */
export interface EdgeAlignment {
  /** Where each edge then lies, in points, ascending. */
  readonly edges: readonly number[];
  /** How many of them lie on one of the other part's. */
  readonly matched: number;
}

/** Pages of one scan differ in size by less than this share. */
const maxStretch = 0.03;
/** So many edges on either side may be the true outer one: a shadow beside a table makes a column of its margin. */
const outerEdges = 2;

/**
 * Lays ascending `edges` on `onto`, both in points: left side on left side, unless more edges meet when they are
 * stretched to the same width, or when an outermost one is left out. Edges meet within `snapPt`.
 */
export function alignEdges(edges: readonly number[], onto: readonly number[], snapPt: number): EdgeAlignment {
  const [left = 0, ontoLeft = 0] = [edges[0], onto[0]];
  const moved = (shiftPt: number): number[] => edges.map((edge) => edge + shiftPt);
  const candidates = [moved(ontoLeft - left)];
  const scale = widthOf(onto) / widthOf(edges);
  if (Math.abs(scale - 1) < maxStretch) candidates.push(edges.map((edge) => ontoLeft + (edge - left) * scale));
  for (const from of outermost(edges)) for (const to of outermost(onto)) candidates.push(moved(to - from));
  return candidates
    .map((aligned) => ({ edges: aligned, matched: aligned.filter((edge) => isOn(onto, edge, snapPt)).length }))
    .reduce((best, next) => (next.matched > best.matched ? next : best));
}

function outermost(edges: readonly number[]): number[] {
  return [...edges.slice(0, outerEdges), ...edges.slice(-outerEdges)];
}

function isOn(edges: readonly number[], position: number, snapPt: number): boolean {
  return Math.abs((edges[nearestIndex(edges, position)] ?? 0) - position) <= snapPt;
}

/** From the first edge to the last, in points. */
export function widthOf(edges: readonly number[]): number {
  return (edges.at(-1) ?? 0) - (edges[0] ?? 0);
}
