import type { Cell, Reading, Table, TableDocument, TextLine } from '../model/table.ts';
import { partSides } from './side-by-side.ts';

/** A cell of a row; `column` and `end` are the table's columns it covers, the second exclusive. */
export interface FlowCell extends Reading {
  readonly column: number;
  readonly end: number;
  /** False where the cell began in a row above. */
  readonly isOwn: boolean;
  /** Left and right side in points, where the format has pages. */
  readonly sides: readonly [left: number, right: number] | null;
  /** The same in every row that the cell covers, and for no other cell of the document. */
  readonly id: string;
}

/** One row of a table, or one line of text, in the order in which a document is read. */
export interface FlowRow {
  readonly page: number;
  /** The block it stands in, from 0 in reading order; rows of one table share it. */
  readonly block: number;
  /** `line` for a line of text, whose runs are its cells; else how the table's blank cells are meant. */
  readonly kind: 'line' | Table['spans'];
  /** All cells that cover the row, from left to right, blank ones too. */
  readonly cells: readonly FlowCell[];
}

/** A document as one sequence of rows, so that a title is found whether it stands above a table or in its first row. */
export function flowRows(document: TableDocument): FlowRow[] {
  return partSides(document.blocks).flatMap((block, at) =>
    block.kind === 'line' ? [lineRow(block, at)] : tableRows(block, at),
  );
}

function lineRow(line: TextLine, block: number): FlowRow {
  const cells = line.runs.map((run, index): FlowCell => {
    const sides = run.place?.kind === 'page' ? ([run.place.box.left, run.place.box.right] as const) : null;
    return { ...run, column: index, end: index + 1, isOwn: true, sides, id: `${block}.${index}` };
  });
  return { page: line.page, block, kind: 'line', cells };
}

function tableRows(table: Table, block: number): FlowRow[] {
  const cellsOf = table.rowPages.map((): FlowCell[] => []);
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) cellsOf[row]?.push(flowCell(cell, row, block));
  }
  return cellsOf.map((cells, row) => ({
    page: table.rowPages[row] ?? 1,
    block,
    kind: table.spans,
    cells: cells.sort((a, b) => a.column - b.column),
  }));
}

function flowCell(cell: Cell, row: number, block: number): FlowCell {
  const { text, raw, place, confidence, others } = cell;
  const box = cell.bounds[0]?.box;
  return {
    text,
    raw,
    place,
    confidence,
    ...(others === undefined ? {} : { others }),
    column: cell.column,
    end: cell.column + cell.columnSpan,
    isOwn: cell.row === row,
    sides: box === undefined ? null : [box.left, box.right],
    id: `${block}.${cell.row}.${cell.column}`,
  };
}

/** The cells that begin in a row and hold text. */
export function ownTexts(row: FlowRow): FlowCell[] {
  return row.cells.filter((cell) => cell.isOwn && cell.text !== '');
}
