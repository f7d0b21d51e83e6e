import { type Box, heightOf } from '../model/geometry.ts';
import type { Ruling, TextItem } from '../model/page.ts';
import type { Assignment } from './assign.ts';
import { type Grid, type GridCell, outlineOf } from './grid.ts';

/** Lines of one text stand at most this many heights apart, and differ in height by at most this ratio. */
const maxLineGapHeights = 0.4;
const maxHeightRatio = 1.2;
/** How far a line may reach past the sides of the cell it hangs from, in points. */
const sideSlackPt = 1;

/**
 * The assignment with lines that hang out of a grid's last row given to the cells they hang from: where a page ends within
 * a merged cell, browsers set its text as if the cell went on. No ruling parts such a line from the one above it.
 */
export function withOverflow(
  { inCells, outside }: Assignment,
  grids: readonly Grid[],
  rulings: readonly Ruling[],
): Assignment {
  const filled = inCells.map((cells) => cells.map((items) => [...items]));
  const horizontals = rulings.filter(({ orientation }) => orientation === 'horizontal');
  const isTaken = (item: TextItem): boolean =>
    grids.some((grid, at) => {
      const cells = filled[at] ?? [];
      const owner = grid.cells.findIndex((cell, index) =>
        hangsFrom(item, { cell, grid, items: cells[index] ?? [] }, horizontals),
      );
      cells[owner]?.push(item);
      return owner >= 0;
    });
  const taken = new Set([...outside].sort((a, b) => a.box.top - b.box.top).filter(isTaken));
  return { inCells: filled, outside: outside.filter((item) => !taken.has(item)) };
}

interface FilledCell {
  readonly grid: Grid;
  readonly cell: GridCell;
  readonly items: readonly TextItem[];
}

function hangsFrom({ box }: TextItem, { grid, cell, items }: FilledCell, horizontals: readonly Ruling[]): boolean {
  const { rowEdges, columnEdges } = grid;
  const [left, right] = [columnEdges[cell.column] ?? 0, columnEdges[cell.column + cell.columnSpan] ?? 0];
  const isBelow = cell.row + cell.rowSpan === rowEdges.length - 1 && box.bottom > outlineOf(grid).bottom;
  if (!isBelow || box.left < left - sideSlackPt || box.right > right + sideSlackPt) return false;
  return items.some(
    (item) => goesOnBelow(item.box, box) && !horizontals.some((ruling) => parts(ruling, item.box, box)),
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
