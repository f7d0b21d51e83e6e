import type { GriddedPage, Page, ReadDocument, SourceLine, SourceTable } from '../model/page.ts';
import type { Cell, Table, TableDocument, TextLine } from '../model/table.ts';
import { joinLines } from '../text/join.ts';
import { joinPages } from './join-pages.ts';
import { findPageTables } from './page-tables.ts';
import type { TableSettings } from './settings.ts';

/**
 * The lines and tables of a document in reading order, tables joined over page breaks. Drawn pages have their
 * grids found from rulings; pages of formats with rows and columns of their own are taken at their word.
 */
export function findTables(document: ReadDocument, settings: TableSettings): TableDocument {
  const blocks: (TextLine | Table)[] = [];
  for (const run of runsOfKind(document.pages)) {
    const drawn = run.flatMap((page) => (page.kind === 'drawn' ? [findPageTables(page, settings)] : []));
    const gridded = run.flatMap((page) => (page.kind === 'gridded' ? [page] : []));
    blocks.push(...joinPages(drawn, settings), ...gridded.flatMap(takeBlocks));
  }
  return { blocks, pageCount: document.pages.length, problems: document.problems };
}

/** Pages in stretches of one kind. */
function runsOfKind(pages: readonly Page[]): Page[][] {
  const runs: Page[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === page.kind) run.push(page);
    else runs.push([page]);
  }
  return runs;
}

function takeBlocks(page: GriddedPage): (TextLine | Table)[] {
  return page.blocks.map((block) =>
    block.kind === 'line' ? takeLine(block, page.number) : takeTable(block, page.number),
  );
}

function takeLine(line: SourceLine, page: number): TextLine {
  const { raw, place, confidence } = line;
  return { kind: 'line', page, runs: [{ text: joinLines(line.text.split('\n')), raw, place, confidence }] };
}

function takeTable(table: SourceTable, page: number): Table {
  const rowCount = table.cells.reduce((end, cell) => Math.max(end, cell.row + cell.rowSpan), 0);
  return {
    kind: 'table',
    spans: table.spans,
    rowCount,
    columnCount: table.cells.reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), 0),
    cells: table.cells.map((cell): Cell => ({ ...cell, text: joinLines(cell.text.split('\n')), bounds: [] })),
    rowPages: Array.from({ length: rowCount }, () => page),
  };
}
