import type { Box } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';

/** What a ruling's ink may lie off its middle, besides half its thickness, in points. */
const offPt = 0.25;
/** Beyond this it is the thickness of a seal or a streak that was tracked with it. */
const mostHalfPt = 1.5;

function halfOf({ thicknessPt }: Ruling): number {
  return Math.min(mostHalfPt, thicknessPt / 2 + offPt);
}

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
    .sort((a, b) => a.position - b.position)
    .map((ruling) => ({ left: ruling.position - halfOf(ruling), right: ruling.position + halfOf(ruling) }));
  const lefts = [box.left, ...walls.map(({ right }) => right)];
  const rights = [...walls.map(({ left }) => left), box.right];
  return lefts.flatMap((left, index) => {
    const right = rights[index] ?? left;
    if (walls.length > 0 && right - left < minPart * height) return [];
    return [clipToRows({ ...box, left, right }, rulings)];
  });
}

function clipToRows(box: Box, rulings: readonly Ruling[]): Box {
  const centre = (box.left + box.right) / 2;
  const middle = (box.top + box.bottom) / 2;
  let { top, bottom } = box;
  for (const ruling of rulings) {
    const { orientation, position, start, end } = ruling;
    if (orientation !== 'horizontal' || start > centre || end < centre) continue;
    if (position < middle) top = Math.max(top, position + halfOf(ruling));
    else bottom = Math.min(bottom, position - halfOf(ruling));
  }
  return bottom - top < (box.bottom - box.top) / 3 ? box : { ...box, top, bottom };
}
