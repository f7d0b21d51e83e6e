import { type Box, heightOf, unionOf, widthOf } from '../model/geometry.ts';
import type { DrawnPage, TextItem } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Cell, Table, TextLine } from '../model/table.ts';
import { assignItems } from './assign.ts';
import { findGrids, type FoundGrids } from './find-grids.ts';
import { type Grid, outlineOf } from './grid.ts';
import { withoutOuterRows } from './outer-rows.ts';
import { withOverflow } from './overflow.ts';
import { linesOf, readItems, runsOf } from './reading-order.ts';
import type { TableSettings } from './settings.ts';
import { withoutTextDecorations } from './text-decorations.ts';

/** A table of one drawn page with the grid it was found on (edges in points). */
export interface PageTable {
  readonly table: Table;
  readonly grid: Grid;
  /** For each cell of the table, the boxes of its first and last line; `null` where blank. */
  readonly outerLines: readonly { readonly firstLine: Box | null; readonly lastLine: Box | null }[];
}

/** A drawn page's lines and tables from top to bottom. */
export interface PageBlocks {
  readonly page: DrawnPage;
  readonly blocks: readonly (TextLine | PageTable)[];
  readonly problems: readonly Problem[];
}

/** Finds the grids of a page, fills their cells with its text, and leaves the rest as lines. */
export function findPageTables(page: DrawnPage, settings: TableSettings): PageBlocks {
  const rulings = withoutTextDecorations(page.rulings, page.textItems);
  const { grids, tooLarge } = findGrids(rulings, page.textItems, settings);
  const { inCells, outside } = withOverflow(assignItems(page.textItems, grids), grids, rulings);
  const filled = grids.map((grid, index) => withoutOuterRows(grid, inCells[index] ?? []));
  const tables = filled.map(({ grid, inCells: items }) => ({
    top: outlineOf(grid).top,
    block: pageTable(grid, items, page.number),
  }));
  const lines = linesOf([...outside, ...filled.flatMap(({ released }) => released)]).map((line) => ({
    top: line[0]?.box.top ?? 0,
    block: { kind: 'line' as const, page: page.number, runs: runsOf(line).map((run) => readItems(run, page.number)) },
  }));
  return {
    page,
    blocks: [...tables, ...lines].sort((a, b) => a.top - b.top).map((entry) => entry.block),
    problems: tooLarge.map((size) => tableTooLarge(size, page.number)),
  };
}

function tableTooLarge({ rows, columns }: FoundGrids['tooLarge'][number], page: number): Problem {
  return {
    code: 'table-too-large',
    message: `Rulings draw a grid of ${rows} rows and ${columns} columns, larger than any form's; its text was read as lines`,
    hint: 'Look whether the page holds a drawing; if it is a table, raise maxSquares of the stage "tables" in the pipeline',
    stage: 'tables',
    page,
  };
}

/** `inCells` holds the texts in each of the grid's cells, `page` counts from 1. */
function pageTable(grid: Grid, inCells: readonly (readonly TextItem[])[], page: number): PageTable {
  const cells = grid.cells.map((cell, at): Cell => {
    const items = inCells[at] ?? [];
    const box = boundsOf(grid, cell);
    const reading = readItems(items, page);
    const sureness = holdsTwoNumbers(items, box) ? doubtedNumbers : 1;
    const confidence = Math.min(reading.confidence, sureness);
    return { ...cell, ...reading, confidence, bounds: [{ kind: 'page', page, box }] };
  });
  const rowCount = grid.rowEdges.length - 1;
  const table: Table = {
    kind: 'table',
    spans: 'exact',
    rowCount,
    columnCount: grid.columnEdges.length - 1,
    cells,
    rowPages: Array.from({ length: rowCount }, () => page),
  };
  return { grid, table, outerLines: inCells.map(outerLinesOf) };
}

/** How sure a cell of two numbers one above the other is. */
const doubtedNumbers = 0.5;
/**
 * A line that leaves more room than a digit and what cells keep free at their sides would have taken the next digit.
 */
const digitHeights = 0.6;
const usualPaddingPt = 12;

/**
 * Whether a cell of digits alone has two lines of which the first had room for more: two numbers one above the other
 * (a border between them was lost), and not one number wrapped.
 */
function holdsTwoNumbers(items: readonly TextItem[], bounds: Box): boolean {
  const lines = linesOf(items);
  const texts = lines.map((line) => line.map((item) => item.text).join(''));
  return lines.slice(1).some((_, index) => {
    const box = unionOf((lines[index] ?? []).map((item) => item.box));
    const areDigits = /^[\d.,]+$/.test(texts[index] ?? '') && /^[\d.,]+%?$/.test(texts[index + 1] ?? '');
    return areDigits && box !== null && widthOf(bounds) - widthOf(box) > digitHeights * heightOf(box) + usualPaddingPt;
  });
}

function outerLinesOf(items: readonly TextItem[]): PageTable['outerLines'][number] {
  const lines = linesOf(items).map((line) => unionOf(line.map((item) => item.box)));
  return { firstLine: lines[0] ?? null, lastLine: lines.at(-1) ?? null };
}

function boundsOf(grid: Grid, cell: Grid['cells'][number]): Box {
  return {
    left: grid.columnEdges[cell.column] ?? 0,
    top: grid.rowEdges[cell.row] ?? 0,
    right: grid.columnEdges[cell.column + cell.columnSpan] ?? 0,
    bottom: grid.rowEdges[cell.row + cell.rowSpan] ?? 0,
  };
}
