import type { Ruling } from '../model/page.ts';

/**
 * Sorted numbers in groups: neighbours closer than `tolerance` to the group's mean fall into one; returns the means.
 */
export function snapPositions(positions: readonly number[], tolerance: number): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const means: number[] = [];
  let sum = 0;
  let count = 0;
  for (const position of sorted) {
    if (count > 0 && position - sum / count > tolerance) {
      means.push(sum / count);
      sum = 0;
      count = 0;
    }
    sum += position;
    count++;
  }
  if (count > 0) means.push(sum / count);
  return means;
}

/** The index of the first entry of ascending `positions` that is at least `value`; their number where none is. */
export function firstIndexFrom(positions: readonly number[], value: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the entry of ascending `positions` that is nearest to `value`, the lower of two as near; 0 if empty. */
export function nearestIndex(positions: readonly number[], value: number): number {
  const above = Math.min(firstIndexFrom(positions, value), positions.length - 1);
  const below = Math.max(0, above - 1);
  return Math.abs((positions[below] ?? 0) - value) <= Math.abs((positions[above] ?? 0) - value)
    ? below
    : Math.max(0, above);
}

/**
 * Rulings of one orientation with those on one line and closer than `gapPt` joined: a border drawn cell by cell,
 * dashed or doubled becomes one ruling. Ascending by position, then start.
 */
export function mergeRulings(rulings: readonly Ruling[], snapPt: number, gapPt: number): Ruling[] {
  const positions = snapPositions(
    rulings.map((ruling) => ruling.position),
    snapPt,
  );
  const lanes = positions.map((): Ruling[] => []);
  for (const ruling of rulings) lanes[nearestIndex(positions, ruling.position)]?.push(ruling);
  return lanes.flatMap((lane, index) => mergeLane(lane, positions[index] ?? 0, gapPt));
}

function mergeLane(lane: readonly Ruling[], position: number, gapPt: number): Ruling[] {
  const merged: Ruling[] = [];
  for (const ruling of [...lane].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && ruling.start <= last.end + gapPt) {
      merged[merged.length - 1] = {
        ...last,
        end: Math.max(last.end, ruling.end),
        thicknessPt: Math.max(last.thicknessPt, ruling.thicknessPt),
      };
    } else {
      merged.push({ ...ruling, position });
    }
  }
  return merged;
}
