import type { Cell, Table } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import type { PageTable } from './page-tables.ts';

/** A header below at most so many rows of one cell each (a title, the unit of amounts) may be repeated without them. */
const maxTitleRows = 3;
/** Sides of a repeated cell are where those of the first one were, but for this many points. */
const sidePt = 3;
/** A row in which not all texts are the same repeats another where at least so many, and this share of them, are. */
const minSameTexts = 2;
const minSameShare = 0.5;

/**
 * How many of `next`'s first rows repeat header rows of `first`, as a word processor prints them on every page. A text
 * of a repeated row may be blank or cut off, as merged and clipped cells are; most of the row must be the same. All of
 * a table's rows repeated is a copy, not a header: 0.
 */
export function repeatedHeaderRows(first: PageTable, next: PageTable): number {
  const titleRows = first.table.cells.findIndex((cell) => cell.columnSpan < first.table.columnCount);
  for (let offset = 0; offset <= Math.min(maxTitleRows, Math.max(0, titleRows)); offset++) {
    let rows = 0;
    while (rows < next.table.rowCount && isRepeated(rowOf(first, rows + offset), rowOf(next, rows))) rows++;
    if (rows > 0) return rows === next.table.rowCount ? 0 : rows;
  }
  return 0;
}

/** The words of a table's first cell, as they are compared; "" where it is blank. */
export function firstText(table: Table): string {
  return foldText(table.cells.find((cell) => cell.row === 0 && cell.column === 0)?.text ?? '');
}

/** A cell that begins in a row: its text as compared, its sides in points from the table's left side. */
interface RowCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

function rowOf({ table, grid }: PageTable, row: number): RowCell[] {
  const start = grid.columnEdges[0] ?? 0;
  const sideAt = (column: number): number => (grid.columnEdges[column] ?? start) - start;
  return table.cells
    .filter((cell: Cell) => cell.row === row)
    .map(({ text, column, columnSpan }) => ({
      text: foldText(text),
      left: sideAt(column),
      right: sideAt(column + columnSpan),
    }));
}

function isRepeated(header: readonly RowCell[], row: readonly RowCell[]): boolean {
  const texts = header.filter(({ text }) => text !== '');
  if (texts.length === 0) return false;
  if (textOf(header) === textOf(row)) return true;
  if (header.length !== row.length) return false;
  const pairs = header.map((cell, index) => ({ cell, again: row[index] ?? cell }));
  const areAlike = pairs.every(({ cell, again }) => {
    const isSamePlace = Math.abs(cell.left - again.left) <= sidePt && Math.abs(cell.right - again.right) <= sidePt;
    return isSamePlace && (again.text === '' || cell.text.includes(again.text) || again.text.includes(cell.text));
  });
  const same = pairs.filter(({ cell, again }) => cell.text !== '' && cell.text === again.text).length;
  return areAlike && same >= minSameTexts && same >= minSameShare * texts.length;
}

/** What is left of a wall between texts is read as one of these. */
const wallRest = /(?<=\p{Script=Han})[1l|!丨](?=\p{Script=Han})/gu;

/** A row's words, whatever parts them: a scan may have lost a wall between two cells, or show a part of it. */
function textOf(row: readonly RowCell[]): string {
  return row
    .map(({ text }) => text)
    .join('')
    .replaceAll(wallRest, '');
}
