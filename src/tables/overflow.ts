import { type Box, heightOf } from '../model/geometry.ts';
import type { Ruling, TextItem } from '../model/page.ts';
import type { Assignment } from './assign.ts';
import { type Grid, outlineOf } from './grid.ts';

/** Lines of one text stand at most this many heights apart, and differ in height by at most this ratio. */
const maxLineGapHeights = 0.4;
const maxHeightRatio = 1.2;
/** How far a line may reach past the sides of the cell it hangs from, in points. */
const sideSlackPt = 1;

/**
 * The assignment with lines that hang out of a grid's last row given to the cells they hang from: where a page ends
 * within a merged cell, browsers set its text as if the cell went on. No ruling parts such a line from the one above
 * it.
 */
export function withOverflow(
  { inCells, outside }: Assignment,
  grids: readonly Grid[],
  rulings: readonly Ruling[],
): Assignment {
  const open = grids.flatMap((grid, at) => lastCells(grid, inCells[at] ?? []));
  const horizontals = rulings.filter(({ orientation }) => orientation === 'horizontal');
  const added = new Map<readonly TextItem[], TextItem[]>();
  const isTaken = (item: TextItem): boolean => {
    const owner = open.find((cell) => hangsFrom(item, cell, horizontals));
    if (owner === undefined) return false;
    owner.lines.push(item);
    added.set(owner.items, owner.lines);
    return true;
  };
  const taken = new Set([...outside].sort((a, b) => a.box.top - b.box.top).filter(isTaken));
  if (taken.size === 0) return { inCells, outside };
  return {
    inCells: inCells.map((cells) => cells.map((items) => added.get(items) ?? items)),
    outside: outside.filter((item) => !taken.has(item)),
  };
}

/** A cell of a grid's last row with text in it. */
interface LastCell {
  readonly box: Pick<Box, 'left' | 'right' | 'bottom'>;
  readonly items: readonly TextItem[];
  /** The items, and the lines found to hang from them. */
  readonly lines: TextItem[];
}

function lastCells(grid: Grid, inCells: readonly (readonly TextItem[])[]): LastCell[] {
  const { cells, rowEdges, columnEdges } = grid;
  return cells.flatMap(({ row, rowSpan, column, columnSpan }, at) => {
    const items = inCells[at] ?? [];
    if (row + rowSpan < rowEdges.length - 1 || items.length === 0) return [];
    const [left = 0, right = 0] = [columnEdges[column], columnEdges[column + columnSpan]];
    return { box: { left, right, bottom: outlineOf(grid).bottom }, items, lines: [...items] };
  });
}

function hangsFrom({ box }: TextItem, cell: LastCell, horizontals: readonly Ruling[]): boolean {
  const { left, right, bottom } = cell.box;
  if (box.bottom <= bottom || box.left < left - sideSlackPt || box.right > right + sideSlackPt) return false;
  return cell.lines.some(
    (line) => goesOnBelow(line.box, box) && !horizontals.some((ruling) => parts(ruling, line.box, box)),
  );
}

/** Whether two boxes are lines of one text, the second right below the first. */
function goesOnBelow(line: Box, next: Box): boolean {
  const [height, nextHeight] = [heightOf(line), heightOf(next)];
  const gap = next.top - line.bottom;
  const isSameSize = Math.max(height, nextHeight) <= maxHeightRatio * Math.min(height, nextHeight);
  return isSameSize && next.top > line.top && Math.abs(gap) <= maxLineGapHeights * height;
}

function parts({ position, start, end }: Ruling, upper: Box, lower: Box): boolean {
  const middle = (lower.left + lower.right) / 2;
  return (
    position > (upper.top + upper.bottom) / 2 &&
    position < (lower.top + lower.bottom) / 2 &&
    start < middle &&
    end > middle
  );
}
