import type { Cell, Table, TextLine } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { alignEdges, widthOf } from './align-edges.ts';
import { type CutSide, joinCutCells } from './cut-cells.ts';
import { recurringLines, withoutPageNumbers } from './furniture.ts';
import type { PageBlocks, PageTable } from './page-tables.ts';
import type { TableSettings } from './settings.ts';
import { nearestIndex, snapPositions } from './snap.ts';
import { firstText, repeatedHeaderRows } from './table-start.ts';

/** Two tables of different pages are one only where their widths differ by less than this share, */
const maxWidthDifference = 0.03;
/** or so many of the second one's column edges, and this share of them, are edges of the first. */
const minSameEdges = 5;
const minSameShare = 0.8;

/**
 * Joins tables that run on over page breaks, and drops page numbers.
 *
 * 1. The last table of a page and the first of the next are one if nothing but running headers and footers stands
 *    between them, their columns agree, and the second does not start as a table before did (then it is another's).
 * 2. A header repeated on the new page is dropped.
 * 3. When a table has ended, the column edges of its parts are laid together (`alignEdges`): margins of odd and even
 *    pages differ, and sizes of scans.
 * 4. A row or merged cell that a break cut in two is put together (`joinCutCells`).
 */
export function joinPages(pages: readonly PageBlocks[], settings: TableSettings): (TextLine | Table)[] {
  const isRecurring = recurringLines(pages);
  const joined: (TextLine | OpenTable)[] = [];
  const starts = new Set<string>();
  let openAt = -1;
  for (const page of pages) {
    let content = withoutPageNumbers(page.blocks);
    const at = content.findIndex((block) => !('runs' in block));
    const next = content[at];
    const open = joined[openAt];
    if (next !== undefined && open !== undefined && !('runs' in next) && !('runs' in open)) {
      const between = [...joined.slice(openAt + 1), ...content.slice(0, at)];
      const headerRows = repeatedHeaderRows(open.first, next);
      const isBetweenPages = (block: TextLine | OpenTable | PageTable): boolean =>
        'runs' in block && (isRecurring(block) || isDrawnAgain(block, next, headerRows));
      if (
        between.every(isBetweenPages) &&
        haveSameColumns(open, next, settings.snapPt) &&
        startsNoOther(next, headerRows, starts)
      ) {
        open.rest.push({ part: next, headerRows });
        joined.length = openAt + 1;
        content = content.slice(at + 1);
      }
    }
    for (const block of content) {
      if (!('runs' in block)) {
        starts.add(firstText(block.table));
        openAt = joined.length;
      }
      joined.push('runs' in block ? block : { first: block, rest: [] });
    }
  }
  return joined.map((block) => ('runs' in block ? block : joinParts(block, settings.snapPt)));
}

/** A table that the next page may go on with. */
interface OpenTable {
  readonly first: PageTable;
  /** Its parts on the pages after, each with the number of its first rows that repeat the header. */
  readonly rest: { readonly part: PageTable; readonly headerRows: number }[];
}

function haveSameColumns({ first, rest }: OpenTable, next: PageTable, snapPt: number): boolean {
  const last = (rest.at(-1)?.part ?? first).grid.columnEdges;
  const edges = next.grid.columnEdges;
  if (Math.abs(widthOf(last) - widthOf(edges)) <= maxWidthDifference * widthOf(last)) return true;
  const { matched } = alignEdges(edges, last, snapPt);
  return matched >= minSameEdges && matched >= minSameShare * edges.length;
}

/** Whether a table does not begin as one before did, `starts`, or does so with the repeated header of its own. */
function startsNoOther({ table }: PageTable, headerRows: number, starts: ReadonlySet<string>): boolean {
  const start = firstText(table);
  return headerRows > 0 || start === '' || !starts.has(start);
}

/** A line below a page's table that the next page draws in its first row of content: the break runs through it. */
function isDrawnAgain(line: TextLine, { table }: PageTable, firstRow: number): boolean {
  const text = foldText(line.runs.map((run) => run.text).join(''));
  return table.cells.some((cell) => cell.row === firstRow && foldText(cell.text) === text);
}

/** One page's part of a table, on the column edges of the whole. */
interface Part {
  readonly side: CutSide;
  readonly page: number;
}

/** The whole table. Of what is joined already, only the part before the next break is looked at again. */
function joinParts({ first, rest }: OpenTable, snapPt: number): Table {
  if (rest.length === 0) return first.table;
  const [start, ...parts] = alignParts({ first, rest }, snapPt);
  if (start === undefined) return first.table;
  const merged = new Set([start, ...parts].flatMap(({ side }) => mergedColumns(side)));
  const done: Cell[] = [];
  const rowPages = Array.from({ length: start.side.rowCount }, () => start.page);
  let open = start.side;
  for (const { side, page } of parts) {
    const before = open.rowCount;
    const whole = joinCutCells(open, side, merged);
    const closed = whole.cells.filter(({ cell }) => cell.row + cell.rowSpan < before);
    done.push(...closed.map(({ cell }) => cell));
    const isClosed = new Set(closed);
    open = { rowCount: whole.rowCount, cells: whole.cells.filter((entry) => !isClosed.has(entry)) };
    while (rowPages.length < open.rowCount) rowPages.push(page);
  }
  const cells = [...done, ...open.cells.map(({ cell }) => cell)];
  return {
    ...first.table,
    rowCount: open.rowCount,
    columnCount: start.columnCount,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    rowPages,
  };
}

/** The parts without repeated headers, all on one set of column edges. */
function alignParts({ first, rest }: OpenTable, snapPt: number): (Part & { readonly columnCount: number })[] {
  const onto = first.grid.columnEdges;
  const parts = [{ part: first, headerRows: 0 }, ...rest].map((entry) => ({
    ...entry,
    columnEdges: alignEdges(entry.part.grid.columnEdges, onto, snapPt).edges,
  }));
  const edges = snapPositions(
    parts.flatMap(({ columnEdges }) => columnEdges),
    snapPt,
  );
  return parts.map(({ part, headerRows, columnEdges }) => ({
    side: withoutFirstRows(sideOf(part, columnEdges, edges), headerRows),
    page: part.table.rowPages[0] ?? 1,
    columnCount: edges.length - 1,
  }));
}

/** The cells of a part on another set of column edges, with what is needed to join cut ones. */
function sideOf({ table, outerLines }: PageTable, from: readonly number[], to: readonly number[]): CutSide {
  const blank = { firstLine: null, lastLine: null };
  const cells = table.cells.flatMap((cell, index) => {
    const column = nearestIndex(to, from[cell.column] ?? 0);
    const end = nearestIndex(to, from[cell.column + cell.columnSpan] ?? 0);
    // A column narrower than the snap distance is none on the common edges.
    if (end === column && cell.text === '') return [];
    return { cell: { ...cell, column, columnSpan: Math.max(1, end - column) }, ...(outerLines[index] ?? blank) };
  });
  return { cells, rowCount: table.rowCount };
}

function withoutFirstRows({ cells, rowCount }: CutSide, count: number): CutSide {
  return {
    rowCount: rowCount - count,
    cells: cells.flatMap((entry) =>
      entry.cell.row < count ? [] : [{ ...entry, cell: { ...entry.cell, row: entry.cell.row - count } }],
    ),
  };
}

/** The columns in which cells span rows. */
function mergedColumns({ cells }: CutSide): number[] {
  return cells.flatMap(({ cell }) => (cell.rowSpan > 1 ? [cell.column] : []));
}
