import { type InkSamples, samplePt } from './ink-samples.ts';

/** A ruling may be broken by this much. */
const maxBreakPt = 5;

/** From where to where along a profile there is ink without a long break, in points. */
export function inkedStretches({ along, ink }: InkSamples): [number, number][] {
  const stretches: [number, number][] = [];
  for (const [index, place] of along.entries()) {
    if (ink[index] !== 1) continue;
    const last = stretches.at(-1);
    if (last !== undefined && place - last[1] <= maxBreakPt) last[1] = place;
    else stretches.push([place, place]);
  }
  return stretches;
}

/** What a stretch of a profile shows, as shares from 0 to 1. */
export interface InkShares {
  readonly filled: number;
  /** Ink beside the line, on the side that has more. */
  readonly crossed: number;
  /** Blank at both ends, each at least this share: what stands between without touching them. */
  readonly apart: number;
}

/**
 * A stroke of a character ends well before the rulings above and below its row; a broken side does so at one end at
 * most.
 */
export const maxApart = 0.06;

/** How much ink there is on and beside a profile from one place along it to another, in points. */
export function inkBetween({ along, ink, inkBefore, inkBehind }: InkSamples, from: number, to: number): InkShares {
  let [count, filled, before, behind] = [0, 0, 0, 0];
  let [first, last] = [-1, -1];
  for (let index = firstFrom(along, from); index < along.length && (along[index] ?? 0) <= to; index++) {
    if (ink[index] === 1) {
      if (first < 0) first = count;
      last = count;
    }
    count++;
    filled += ink[index] ?? 0;
    before += inkBefore[index] ?? 0;
    behind += inkBehind[index] ?? 0;
  }
  if (count === 0 || first < 0) return { filled: 0, crossed: Math.max(before, behind) / Math.max(1, count), apart: 1 };
  return {
    filled: filled / count,
    crossed: Math.max(before, behind) / count,
    apart: Math.min(first, count - 1 - last) / count,
  };
}

/** The first of evenly spaced samples that does not lie before `from`. */
function firstFrom(along: Float32Array, from: number): number {
  let index = Math.max(0, Math.floor((from - (along[0] ?? 0)) / samplePt) - 1);
  while ((along[index] ?? Number.POSITIVE_INFINITY) < from) index++;
  return index;
}
