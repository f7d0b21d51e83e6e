import type { Cell, Table, TextLine } from '../../src/model/table.ts';
import { joinPages } from '../../src/tables/join-pages.ts';
import { findPageTables } from '../../src/tables/page-tables.ts';
import { drawnPage, type Drawing, settings } from './page-builder.ts';

/** The blocks of a document with these pages, tables joined over page breaks. */
export function joined(...pages: readonly Drawing[]): (TextLine | Table)[] {
  return joinPages(
    pages.map((page, index) => findPageTables(drawnPage(index + 1, page), settings)),
    settings,
  );
}

/** The texts of a table by row and column; only where a cell begins. */
export function rowsOf(table: Table): string[][] {
  const rows = Array.from({ length: table.rowCount }, (): string[] => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell.text);
  return rows;
}

/** Lines as their text, tables as their rows. */
export function outline(blocks: readonly (TextLine | Table)[]): (string | string[][])[] {
  return blocks.map((block) => (block.kind === 'line' ? block.runs.map((run) => run.text).join(' ') : rowsOf(block)));
}

/** The only table among blocks. */
export function onlyTable(blocks: readonly (TextLine | Table)[]): Table {
  const [table, ...others] = blocks.filter((block) => block.kind === 'table');
  if (table === undefined || others.length > 0) throw new Error(`${others.length} tables too many`);
  return table;
}

/** The cell that holds a text. */
export function cellWith(table: Table, text: string): Cell {
  const cell = table.cells.find((candidate) => candidate.text === text);
  if (cell === undefined) throw new Error(`No cell holds ${text}: ${JSON.stringify(rowsOf(table))}`);
  return cell;
}
