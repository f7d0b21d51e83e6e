import type { Ruling } from '../model/page.ts';
import { firstIndexFrom, nearestIndex } from './snap.ts';

/** Where rulings may be walls: at `edges`, each in steps between the edges `along` it; both ascending, in points. */
export interface WallFrame {
  readonly edges: readonly number[];
  readonly along: readonly number[];
  /** The share of a step that rulings must cover to be a wall there. */
  readonly share: number;
}

/** For each edge, for each step along it, whether the rulings nearest to the edge are a wall there. */
export function findWalls(rulings: readonly Ruling[], { edges, along, share }: WallFrame): boolean[][] {
  const lanes = edges.map((): Ruling[] => []);
  for (const ruling of rulings) lanes[nearestIndex(edges, ruling.position)]?.push(ruling);
  return lanes.map((lane) =>
    coveredLengths(lane, along).map((length, step) => length >= share * ((along[step + 1] ?? 0) - (along[step] ?? 0))),
  );
}

/** How much of each step between ascending `edges` the rulings of one line cover together, in points. */
function coveredLengths(lane: readonly Ruling[], edges: readonly number[]): number[] {
  const lengths = edges.slice(1).map(() => 0);
  let covered = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...lane].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, covered);
    for (
      let step = Math.max(0, firstIndexFrom(edges, from) - 1);
      step < lengths.length && (edges[step] ?? end) < end;
      step++
    ) {
      const shared = Math.min(end, edges[step + 1] ?? end) - Math.max(from, edges[step] ?? 0);
      lengths[step] = (lengths[step] ?? 0) + Math.max(0, shared);
    }
    covered = Math.max(covered, end);
  }
  return lengths;
}
