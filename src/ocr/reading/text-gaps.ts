import { type Box, heightOf } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import { type PageWithText, roomAround } from './walls-through-text.ts';

/** Two texts are of one row if they share so much of the lower one's height. */
const minShared = 0.5;
/** A text that was found across the place of a wall is of two cells if it leaves so much room there, in points. */
export const minRoomPt = 6;

/** Room between two texts: from where to where a wall may be, and the part of the page's height that both take up. */
export interface Gap {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What makes a gap. */
export interface GapDemand {
  /** The room that two texts have between them at least, in points. */
  readonly leastGapPt: (a: Box, b: Box) => number;
  /** How far a box of text may reach over a wall beside it, in points. */
  readonly hangPt: (box: Box) => number;
}

/**
 * Where vertical walls may be missing: between texts side by side that none parts, and within texts that leave room at
 * the place of a wall of other rows. `walls` are the page's, each by its pieces.
 */
export function gapsOf(
  page: PageWithText,
  walls: readonly (readonly Ruling[])[],
  { leastGapPt, hangPt }: GapDemand,
): Gap[] {
  const sorted = page.boxes.toSorted((a, b) => a.left - b.left);
  const between = sorted.flatMap((box, index) => {
    const before = sorted.slice(0, index).filter((other) => areOneRow(other, box) && other.right < box.left);
    const nearest = before.toSorted((a, b) => b.right - a.right)[0];
    if (nearest === undefined) return [];
    const gap = {
      left: nearest.right - hangPt(nearest),
      right: box.left + hangPt(box),
      top: Math.max(nearest.top, box.top),
      bottom: Math.min(nearest.bottom, box.bottom),
    };
    return box.left - nearest.right >= leastGapPt(nearest, box) && !isParted(gap, page.rulings) ? [gap] : [];
  });
  const within = page.boxes.flatMap((box) =>
    walls.flatMap(([first]) => {
      const position = first?.position ?? 0;
      const inside = heightOf(box) / 2;
      if (first === undefined || position < box.left + inside || position > box.right - inside) return [];
      if (isParted(box, page.rulings) || roomAround({ ...first, position }, box, page) < minRoomPt) return [];
      return [{ ...box, left: position - minRoomPt / 2, right: position + minRoomPt / 2 }];
    }),
  );
  return [...between, ...within];
}

function areOneRow(a: Box, b: Box): boolean {
  return (
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >= minShared * Math.min(a.bottom - a.top, b.bottom - b.top)
  );
}

/** Whether a vertical ruling runs through a gap already. */
function isParted({ left, right, top, bottom }: Gap, rulings: readonly Ruling[]): boolean {
  const middle = (top + bottom) / 2;
  return rulings.some(
    ({ orientation, position, start, end }) =>
      orientation === 'vertical' && position > left && position < right && start < middle && end > middle,
  );
}
