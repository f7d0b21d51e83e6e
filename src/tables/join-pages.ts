import type { Cell, Table, TextLine } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { type CutSide, joinCutCells } from './cut-cells.ts';
import { recurringLines, withoutPageNumbers } from './furniture.ts';
import type { PageBlocks, PageTable } from './page-tables.ts';
import type { TableSettings } from './settings.ts';
import { nearestIndex, snapPositions } from './snap.ts';
import { repeatedHeaderRows, startsAnew } from './table-start.ts';

/** Two tables of different pages are one only where their widths differ by less than this share. */
const maxWidthDifference = 0.03;

/**
 * Joins tables that run on over page breaks, and drops page numbers.
 *
 * 1. The last table of a page and the first of the next are one if nothing but running headers and footers stands
 *    between them, their widths agree, and the second does not start as a table before did (then it is another's).
 * 2. Their column edges are laid together; the second is shifted, since margins of odd and even pages differ.
 * 3. A header repeated on the new page is dropped.
 * 4. A row or merged cell that the break cut in two is put together (`joinCutCells`).
 */
export function joinPages(pages: readonly PageBlocks[], settings: TableSettings): (TextLine | Table)[] {
  const isRecurring = recurringLines(pages);
  const joined: (TextLine | OpenTable)[] = [];
  const starts: Table[] = [];
  for (const page of pages) {
    let content = withoutPageNumbers(page.blocks);
    const at = content.findIndex((block) => !('runs' in block));
    const next = content[at];
    const openAt = joined.findLastIndex((block) => !('runs' in block));
    const open = joined[openAt];
    if (next !== undefined && open !== undefined && !('runs' in next) && !('runs' in open)) {
      const between = [...joined.slice(openAt + 1), ...content.slice(0, at)];
      const isBetweenPages = (block: TextLine | OpenTable | PageTable): boolean =>
        'runs' in block && (isRecurring(block) || isDrawnAgain(block, open, next));
      if (between.every(isBetweenPages) && runsOn(open, next, starts)) {
        extend(open, next, settings.snapPt);
        joined.length = openAt + 1;
        content = content.slice(at + 1);
      }
    }
    starts.push(...content.flatMap((block) => ('runs' in block ? [] : [block.table])));
    joined.push(...content.map((block) => ('runs' in block ? block : openTable(block))));
  }
  return joined.map((block) => ('runs' in block ? block : block.table));
}

/** A table that the next page may go on with; `side` holds its cells with what is needed to join cut ones. */
interface OpenTable {
  table: Table;
  columnEdges: readonly number[];
  side: CutSide;
}

function openTable({ table, grid, outerLines }: PageTable): OpenTable {
  const blank = { firstLine: null, lastLine: null };
  const cells = table.cells.map((cell, index) => ({ cell, ...(outerLines[index] ?? blank) }));
  return { table, columnEdges: grid.columnEdges, side: { cells, rowCount: table.rowCount } };
}

function runsOn(open: OpenTable, next: PageTable, starts: readonly Table[]): boolean {
  const width = widthOf(open.columnEdges);
  if (Math.abs(width - widthOf(next.grid.columnEdges)) > maxWidthDifference * width) return false;
  const isNewForm = starts.some((table) => startsAnew(table, next.table));
  return !isNewForm || repeatedHeaderRows(open.table, next.table) > 0;
}

/** A line below a page's table that the next page draws in its first row of content: the break runs through it. */
function isDrawnAgain(line: TextLine, open: OpenTable, { table }: PageTable): boolean {
  const text = foldText(line.runs.map((run) => run.text).join(''));
  const firstRow = repeatedHeaderRows(open.table, table);
  return table.cells.some((cell) => cell.row === firstRow && foldText(cell.text) === text);
}

function extend(open: OpenTable, next: PageTable, snapPt: number): void {
  const shiftPt = (open.columnEdges[0] ?? 0) - (next.grid.columnEdges[0] ?? 0);
  const shifted = next.grid.columnEdges.map((edge) => edge + shiftPt);
  const edges = snapPositions([...open.columnEdges, ...shifted], snapPt);
  const header = repeatedHeaderRows(open.table, next.table);
  const before = remap(open.side, open.columnEdges, edges);
  const after = remap(openTable(next).side, shifted, edges);
  const joined = joinCutCells(before, {
    rowCount: after.rowCount - header,
    cells: after.cells.flatMap((entry) =>
      entry.cell.row < header ? [] : [{ ...entry, cell: { ...entry.cell, row: entry.cell.row - header } }],
    ),
  });
  const newPage = next.table.rowPages.at(-1) ?? 1;
  open.table = {
    ...open.table,
    columnCount: edges.length - 1,
    rowCount: joined.rowCount,
    cells: joined.cells.map((entry) => entry.cell),
    rowPages: Array.from({ length: joined.rowCount }, (_, row) => open.table.rowPages[row] ?? newPage),
  };
  open.columnEdges = edges;
  open.side = joined;
}

/** The cells on another set of column edges. */
function remap(side: CutSide, from: readonly number[], to: readonly number[]): CutSide {
  const cells = side.cells.map(({ cell, ...lines }) => {
    const column = nearestIndex(to, from[cell.column] ?? 0);
    const end = nearestIndex(to, from[cell.column + cell.columnSpan] ?? 0);
    const moved: Cell = { ...cell, column, columnSpan: Math.max(1, end - column) };
    return { cell: moved, ...lines };
  });
  return { ...side, cells };
}

function widthOf(edges: readonly number[]): number {
  return (edges.at(-1) ?? 0) - (edges[0] ?? 0);
}
