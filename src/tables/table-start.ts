import type { Cell, Table } from '../model/table.ts';
import { foldText } from '../text/fold.ts';

/**
 * How many of `next`'s first rows repeat `table`'s first rows word for word: the header rows that a word processor
 * prints again on every page. All of a table's rows repeated is a copy, not a header: 0.
 */
export function repeatedHeaderRows(table: Table, next: Table): number {
  let rows = 0;
  while (rows < next.rowCount && rows < table.rowCount && isSameRow(table, next, rows)) rows++;
  return rows === next.rowCount ? 0 : rows;
}

function isSameRow(table: Table, next: Table, row: number): boolean {
  const texts = rowTexts(table.cells, row);
  return texts.some((text) => text !== '') && texts.join('\t') === rowTexts(next.cells, row).join('\t');
}

function rowTexts(cells: readonly Cell[], row: number): string[] {
  return cells.filter((cell) => cell.row === row).map((cell) => foldText(cell.text));
}

/** The words of a table's first cell, as they are compared; "" where it is blank. */
export function firstText(table: Table): string {
  return foldText(table.cells.find((cell) => cell.row === 0 && cell.column === 0)?.text ?? '');
}
