import type { DrawnPage, GriddedPage, ReadDocument, SourceLine, SourceTable } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Cell, Table, TableDocument, TextLine } from '../model/table.ts';
import { joinLines } from '../text/join.ts';
import { joinPages } from './join-pages.ts';
import { findPageTables, type PageBlocks } from './page-tables.ts';
import type { TableSettings } from './settings.ts';

/**
 * The lines and tables of a document in reading order, tables joined over page breaks. Drawn pages have their
 * grids found from rulings; pages of formats with rows and columns of their own are taken at their word.
 *
 * An error that nobody foresaw costs its page, with problem `tables-failed`, and no more.
 */
export function findTables(document: ReadDocument, settings: TableSettings): TableDocument {
  const blocks: (TextLine | Table)[] = [];
  const problems: Problem[] = [...document.problems];
  let run: PageBlocks[] = [];
  const endRun = (): void => {
    blocks.push(...joinPages(run, settings));
    run = [];
  };
  for (const page of document.pages) {
    const found = page.kind === 'drawn' ? tryPage(page, settings) : page;
    if ('problems' in found) {
      run.push(found);
      problems.push(...found.problems);
      continue;
    }
    // No table runs on over a page of another kind, or one of which nothing is known.
    endRun();
    if ('code' in found) problems.push(found);
    // A dump may have more blocks than a call takes arguments.
    else for (const block of takeBlocks(found)) blocks.push(block);
  }
  endRun();
  return { blocks, pageCount: document.pages.length, problems };
}

function tryPage(page: DrawnPage, settings: TableSettings): PageBlocks | Problem {
  try {
    return findPageTables(page, settings);
  } catch (cause) {
    return tablesFailed(cause, page.number);
  }
}

function tablesFailed(cause: unknown, page: number): Problem {
  return {
    code: 'tables-failed',
    message: `The tables of the page could not be found: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'This is a fault of the program; please report it with the file. The other pages were read',
    stage: 'tables',
    page,
  };
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
