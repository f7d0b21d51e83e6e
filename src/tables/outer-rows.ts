import { heightOf } from '../model/geometry.ts';
import type { TextItem } from '../model/page.ts';
import type { Grid, GridCell } from './grid.ts';
import { linesOf } from './reading-order.ts';

/** Lines of which one is so many times as high as another are no one text. */
const minSizeRatio = 1.2;

/** A grid with the texts in each of its cells, and those of rows that were none of its own. */
export interface FilledGrid {
  readonly grid: Grid;
  readonly inCells: readonly (readonly TextItem[])[];
  readonly released: readonly TextItem[];
}

/**
 * The grid without rows at its ends that belong to a frame around the table, each one cell as wide as the grid: blank
 * ones, and at the top those whose lines are of different sizes, a title with what stands above and below it.
 */
export function withoutOuterRows(grid: Grid, inCells: readonly (readonly TextItem[])[]): FilledGrid {
  const { from, to } = innerRows(grid, inCells);
  const isInner = ({ row }: GridCell): boolean => row >= from && row < to;
  const kept = [...grid.cells.entries()].filter(([, cell]) => isInner(cell));
  return {
    grid: {
      ...grid,
      rowEdges: grid.rowEdges.slice(from, to + 1),
      cells: kept.map(([, cell]) => ({ ...cell, row: cell.row - from })),
    },
    inCells: kept.map(([at]) => inCells[at] ?? []),
    released: grid.cells.flatMap((cell, at) => (isInner(cell) ? [] : (inCells[at] ?? []))),
  };
}

/** The first row of the table itself, and the one behind its last. */
function innerRows(
  grid: Grid,
  inCells: readonly (readonly TextItem[])[],
): { readonly from: number; readonly to: number } {
  const [rows, columns] = [grid.rowEdges.length - 1, grid.columnEdges.length - 1];
  if (columns === 1) return { from: 0, to: rows };
  const textsIn = new Map<number, readonly TextItem[]>();
  for (const [at, cell] of grid.cells.entries()) {
    if (cell.columnSpan === columns && cell.rowSpan === 1) textsIn.set(cell.row, inCells[at] ?? []);
  }
  const isBlank = (row: number): boolean => textsIn.get(row)?.length === 0;
  let [from, to] = [0, rows];
  while (from < to - 1 && (isBlank(from) || isMixed(textsIn.get(from) ?? []))) from++;
  while (to > from + 1 && isBlank(to - 1)) to--;
  return { from, to };
}

function isMixed(items: readonly TextItem[]): boolean {
  const heights = linesOf(items).map((line) => Math.max(...line.map(({ box }) => heightOf(box))));
  return heights.length > 1 && Math.max(...heights) >= minSizeRatio * Math.min(...heights);
}
