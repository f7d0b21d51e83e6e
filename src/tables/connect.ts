import type { Box } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';
import { firstIndexFrom } from './snap.ts';

/** Rulings that touch or cross one another, directly or through others. */
export interface RulingGroup {
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
}

/** The rulings on one line, ascending and without overlap, as `mergeRulings` gives them. */
interface Lane {
  readonly position: number;
  readonly starts: number[];
  readonly ends: number[];
  /** Where the lane's first ruling stands among all verticals. */
  readonly from: number;
}

/**
 * Parts merged rulings into groups that touch or cross within `tolerance` (points).
 *
 * Each horizontal looks up the lanes of verticals along its length, and in each lane the rulings at its height; there
 * are no more lanes than the page's width divided by the snap distance, so that a page full of strokes takes no longer
 * than its strokes times that.
 */
export function connect(
  horizontals: readonly Ruling[],
  verticals: readonly Ruling[],
  tolerance: number,
): RulingGroup[] {
  const lanes = lanesOf(verticals);
  const positions = lanes.map((lane) => lane.position);
  const sets = disjointSets(horizontals.length + verticals.length);
  for (const [h, { position, start, end }] of horizontals.entries()) {
    for (let at = firstIndexFrom(positions, start - tolerance); at < lanes.length; at++) {
      const lane = lanes[at];
      if (lane === undefined || lane.position > end + tolerance) break;
      let v = firstIndexFrom(lane.ends, position - tolerance);
      for (; (lane.starts[v] ?? Number.POSITIVE_INFINITY) <= position + tolerance; v++) {
        sets.join(h, horizontals.length + lane.from + v);
      }
    }
  }
  const groups = new Map<number, { horizontals: Ruling[]; verticals: Ruling[] }>();
  for (const [index, ruling] of [...horizontals, ...verticals].entries()) {
    const root = sets.rootOf(index);
    const group = groups.get(root) ?? { horizontals: [], verticals: [] };
    groups.set(root, group);
    (ruling.orientation === 'horizontal' ? group.horizontals : group.verticals).push(ruling);
  }
  return [...groups.values()];
}

/**
 * The groups, with each vertical that touches nothing in the nearest one that begins and ends where it does, within
 * twice
 * `tolerance` (points): a page within a table draws no more of a merged cell than its sides.
 */
export function withLoneSides(groups: readonly RulingGroup[], tolerance: number): readonly RulingGroup[] {
  const grids = groups
    .filter(({ horizontals }) => horizontals.length > 0)
    .map((group) => ({ group, extent: extentOf(group) }))
    .sort((a, b) => a.extent.top - b.extent.top);
  const tops = grids.map(({ extent }) => extent.top);
  const sides = new Map<RulingGroup, Ruling[]>();
  const others = groups.filter((group) => {
    const [side] = group.verticals;
    if (group.horizontals.length > 0 || group.verticals.length !== 1 || side === undefined) return true;
    const [from, to] = [side.start - 2 * tolerance, side.start + 2 * tolerance];
    const asHigh = grids
      .slice(firstIndexFrom(tops, from), firstIndexFrom(tops, to))
      .filter(({ extent }) => Math.abs(extent.bottom - side.end) <= 2 * tolerance);
    const nearest = nearestTo(side, asHigh);
    if (nearest !== undefined) sides.set(nearest, [...(sides.get(nearest) ?? []), side]);
    return nearest === undefined;
  });
  return others.map((group) => ({ ...group, verticals: [...group.verticals, ...(sides.get(group) ?? [])] }));
}

function nearestTo(
  { position }: Ruling,
  grids: readonly { readonly group: RulingGroup; readonly extent: Box }[],
): RulingGroup | undefined {
  const away = ({ left, right }: Box): number => Math.max(left - position, position - right);
  return [...grids].sort((a, b) => away(a.extent) - away(b.extent))[0]?.group;
}

/** How far the verticals of a group reach. */
function extentOf({ verticals }: RulingGroup): Box {
  const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { position, start, end } of verticals) {
    extent.left = Math.min(extent.left, position);
    extent.right = Math.max(extent.right, position);
    extent.top = Math.min(extent.top, start);
    extent.bottom = Math.max(extent.bottom, end);
  }
  return extent;
}

function lanesOf(rulings: readonly Ruling[]): Lane[] {
  const lanes: Lane[] = [];
  for (const [index, { position, start, end }] of rulings.entries()) {
    let lane = lanes.at(-1);
    if (lane?.position !== position) {
      lane = { position, starts: [], ends: [], from: index };
      lanes.push(lane);
    }
    lane.starts.push(start);
    lane.ends.push(end);
  }
  return lanes;
}

interface DisjointSets {
  join(a: number, b: number): void;
  /** The same for all members of one set: the least of them. */
  rootOf(index: number): number;
}

/** Numbers from 0 in sets that can be joined (union-find with path halving). */
export function disjointSets(size: number): DisjointSets {
  const parents = Array.from({ length: size }, (_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parent;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)];
    parents[Math.max(first, second)] = Math.min(first, second);
  };
  return { join, rootOf };
}
