import { type Box, heightOf, unionOf, widthOf } from '../../model/geometry.ts';

/** Boxes of one line share this much of the lower one's height, and differ in height by at most this ratio. */
const minShared = 0.6;
const maxHeightRatio = 1.6;

/**
 * The boxes with those that overlap on one line joined: a stain or a wide character parts a line in detection, and
 * widened, both parts hold the character between them, which would be read twice. Boxes in different cells never
 * overlap, since they are clipped to them.
 */
export function joinBoxes(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of [...boxes].sort((a, b) => a.left - b.left)) {
    const at = joined.findIndex((other) => areOneLine(other, box) || isWithin(box, other) || isWithin(other, box));
    const other = joined[at];
    if (other === undefined) joined.push(box);
    else joined[at] = unionOf([other, box]) ?? box;
  }
  return joined;
}

/** A box of which another holds this share of the area is a part of what that one holds. */
const minWithin = 0.8;

function isWithin(inner: Box, outer: Box): boolean {
  const width = Math.min(inner.right, outer.right) - Math.max(inner.left, outer.left);
  const height = Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top);
  return width > 0 && height > 0 && width * height >= minWithin * widthOf(inner) * heightOf(inner);
}

function areOneLine(a: Box, b: Box): boolean {
  const [lower, higher] = [Math.min(heightOf(a), heightOf(b)), Math.max(heightOf(a), heightOf(b))];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return (
    shared >= minShared * lower &&
    higher <= maxHeightRatio * lower &&
    Math.max(a.left, b.left) < Math.min(a.right, b.right)
  );
}
