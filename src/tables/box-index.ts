import type { Box } from '../model/geometry.ts';

/** The side of the squares that boxes are sorted into, in points: about two rows of a form. */
const bucketPt = 40;
/** No page is larger than 14,400 points (ISO 32000-2, Annex C); what lies outside is sorted in at its rim. */
const lastBucket = 360;

/** Finds boxes by their place, whatever their number. */
export interface BoxIndex {
  /** The indices, ascending, of the boxes that touch or overlap `box`. */
  touching(box: Box): number[];
}

/** An index of `boxes`. */
export function indexBoxes(boxes: readonly Box[]): BoxIndex {
  const buckets = new Map<string, number[]>();
  for (const [index, box] of boxes.entries()) {
    for (const key of keysOf(box)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [index]);
      else bucket.push(index);
    }
  }
  return {
    touching: (box) => {
      const found = new Set(keysOf(box).flatMap((key) => buckets.get(key) ?? []));
      return [...found].filter((index) => areTouching(boxes[index], box)).sort((a, b) => a - b);
    },
  };
}

function areTouching(a: Box | undefined, b: Box): boolean {
  return a !== undefined && a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

function keysOf({ left, top, right, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let row = bucketOf(top); row <= bucketOf(bottom); row++) {
    for (let column = bucketOf(left); column <= bucketOf(right); column++) keys.push(`${row} ${column}`);
  }
  return keys;
}

function bucketOf(position: number): number {
  return Math.max(-1, Math.min(lastBucket, Math.floor(position / bucketPt)));
}
