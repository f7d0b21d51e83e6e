import type { Grid } from '../../src/tables/grid.ts';

/** A grid as one letter a cell: rows of letters, the same letter for all squares of one cell. */
export function drawing({ rowEdges, columnEdges, cells }: Grid): string[] {
  const rows = Array.from({ length: rowEdges.length - 1 }, () => Array<string>(columnEdges.length - 1).fill('.'));
  for (const [index, cell] of cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      rows[row]?.fill(String.fromCodePoint(97 + index), cell.column, cell.column + cell.columnSpan);
    }
  }
  return rows.map((row) => row.join(''));
}
