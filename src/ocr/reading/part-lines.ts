import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import { isColumn } from './draw-window.ts';

/** A box holds a part of another line if that one is so much lower than it, */
const maxHeightRatio = 0.8;
/** shares so much of the narrower one's width, */
const minSharedWidth = 0.5;
/** and so much of its own height. */
const minSharedHeight = 0.15;
/** What is left of a box is at least so high, against the other line. */
const minRest = 0.6;

/**
 * The boxes of lines without what they hold of the lines above and below them: a short line is found with the lower
 * half of the long one above it now and then, and the signs of that would be read into it.
 */
export function partLines(boxes: readonly Box[]): Box[] {
  return boxes.map((box) => (isColumn(box) ? box : boxes.reduce(withoutLine, box)));
}

function withoutLine(box: Box, other: Box): Box {
  if (heightOf(other) > maxHeightRatio * heightOf(box)) return box;
  const sharedWidth = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const sharedHeight = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  const areBeside = sharedWidth < minSharedWidth * Math.min(widthOf(box), widthOf(other));
  if (areBeside || sharedHeight < minSharedHeight * heightOf(other)) return box;
  // What lies between its upper and lower side is a part of its own line: 一, a mark.
  if (other.top >= box.top && other.bottom <= box.bottom) return box;
  const rest = other.top < box.top ? { ...box, top: other.bottom } : { ...box, bottom: other.top };
  return heightOf(rest) < minRest * heightOf(other) ? box : rest;
}
