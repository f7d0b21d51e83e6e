import { type Box, heightOf, widthOf } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';
import { indexBoxes } from './box-index.ts';
import { disjointSets } from './connect.ts';

/** Boxes further apart than this, in points, are no cells of one table (CSS tables use 2 to 10 pixels). */
const maxSpacingPt = 12;
/** Neighbours face each other with this share of the shorter side. */
const minFacing = 0.5;
/** Cells are larger than the space between them. */
const maxSpacingShare = 0.8;

/**
 * The rulings of cells that are drawn as boxes apart from one another (`border-spacing`, double borders).
 *
 * 1. Neighbours that face each other across a narrow space are of one table.
 * 2. All boxes of a table grow by half the space that most of its neighbours keep, so that their sides meet.
 *
 * Returns the sides of each table's grown boxes; boxes without neighbours come back as they are, alone.
 */
export function closeSpaces(boxes: readonly Box[]): Ruling[][] {
  const index = indexBoxes(boxes);
  const sets = disjointSets(boxes.length);
  const spaces = boxes.map((): Space[] => []);
  for (const [at, box] of boxes.entries()) {
    for (const other of index.touching(grown(box, maxSpacingPt, maxSpacingPt))) {
      const beside = other > at ? spaceBetween(box, boxes[other] ?? box) : null;
      if (beside === null) continue;
      sets.join(at, other);
      spaces[at]?.push(beside);
    }
  }
  return [...Map.groupBy(boxes.keys(), (at) => sets.rootOf(at)).values()].map((members) => {
    const own = members.flatMap((at) => spaces[at] ?? []);
    const across = medianOf(own, 'across');
    const down = medianOf(own, 'down');
    const half = { across: (across ?? down ?? 0) / 2, down: (down ?? across ?? 0) / 2 };
    return members.flatMap((at) => {
      const box = boxes[at];
      return box === undefined ? [] : sidesOf(grown(box, half.across, half.down));
    });
  });
}

/** The space between two neighbours, in points: side by side, or one below the other. */
interface Space {
  readonly direction: 'across' | 'down';
  readonly widthPt: number;
}

function spaceBetween(a: Box, b: Box): Space | null {
  const apartX = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const apartY = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
  const narrower = Math.min(widthOf(a), widthOf(b));
  const lower = Math.min(heightOf(a), heightOf(b));
  const isNarrow = (apart: number, size: number): boolean => apart <= maxSpacingPt && apart <= maxSpacingShare * size;
  if (apartX >= 0 && -apartY >= minFacing * lower && isNarrow(apartX, narrower)) {
    return { direction: 'across', widthPt: apartX };
  }
  if (apartY >= 0 && -apartX >= minFacing * narrower && isNarrow(apartY, lower)) {
    return { direction: 'down', widthPt: apartY };
  }
  return null;
}

function medianOf(spaces: readonly Space[], direction: Space['direction']): number | null {
  const widths = spaces.filter((space) => space.direction === direction).map(({ widthPt }) => widthPt);
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? null;
}

function grown({ left, top, right, bottom }: Box, byX: number, byY: number): Box {
  return { left: left - byX, top: top - byY, right: right + byX, bottom: bottom + byY };
}

/** The four sides of a box as rulings without thickness. */
function sidesOf({ left, top, right, bottom }: Box): Ruling[] {
  const horizontal = { orientation: 'horizontal', start: left, end: right, thicknessPt: 0 } as const;
  const vertical = { orientation: 'vertical', start: top, end: bottom, thicknessPt: 0 } as const;
  return [
    { ...horizontal, position: top },
    { ...horizontal, position: bottom },
    { ...vertical, position: left },
    { ...vertical, position: right },
  ];
}
