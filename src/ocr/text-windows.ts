import type { Box } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';

/** Ink of a ruling, from its middle to a side, in points. */
const halfRulingPt = 1;
/**
 * What is left of a box on the far side of a ruling is none of its text if it is less than this share of its height.
 */
const minPart = 0.45;

/**
 * Cuts a box of text at the rulings that run through it, since a line of text never leaves its cell: `[`part 1`, `part
 * 2`, …]` from left to right, each clipped to its cell. All in points.
 */
export function clipToCells(box: Box, rulings: readonly Ruling[]): Box[] {
  const height = box.bottom - box.top;
  const middle = (box.top + box.bottom) / 2;
  const walls = rulings
    .filter(
      ({ orientation, position, start, end }) =>
        orientation === 'vertical' && position > box.left && position < box.right && start < middle && end > middle,
    )
    .map((ruling) => ruling.position)
    .sort((a, b) => a - b);
  const edges = [box.left, ...walls, box.right];
  return edges.slice(1).flatMap((right, index) => {
    const left = edges[index] ?? box.left;
    if (walls.length > 0 && right - left < minPart * height) return [];
    const part = {
      ...box,
      left: index === 0 ? left : left + halfRulingPt,
      right: index === walls.length ? right : right - halfRulingPt,
    };
    return [clipToRows(part, rulings)];
  });
}

function clipToRows(box: Box, rulings: readonly Ruling[]): Box {
  const centre = (box.left + box.right) / 2;
  const middle = (box.top + box.bottom) / 2;
  let { top, bottom } = box;
  for (const { orientation, position, start, end } of rulings) {
    if (orientation !== 'horizontal' || start > centre || end < centre) continue;
    if (position < middle) top = Math.max(top, position + halfRulingPt);
    else bottom = Math.min(bottom, position - halfRulingPt);
  }
  return bottom - top < (box.bottom - box.top) / 3 ? box : { ...box, top, bottom };
}
