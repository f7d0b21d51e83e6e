import { type FlowRow, flowRows } from '../../src/forms/flow.ts';
import type { Layout, Section, SectionOf } from '../../src/forms/layout.ts';
import { loadLayouts } from '../../src/forms/load-layouts.ts';
import type { Sourced } from '../../src/forms/sourced.ts';
import type { Cell, Reading, Table, TableDocument, TextLine } from '../../src/model/table.ts';

/** A cell that covers more than one column or row. */
export interface SpanningCell {
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
}
type CellSpec = string | SpanningCell;

const columnPt = 100;
const rowPt = 20;

/** A text as read from a page, surely. */
export function reading(text: string, confidence = 1): Reading {
  const box = { left: 0, top: 0, right: text.length * 10, bottom: 10 };
  return { text, raw: text, place: { kind: 'page', page: 1, box }, confidence };
}

/** A table as a dump has it: one cell for each text, blanks where a merged cell goes on. */
export function dumpTable(rows: readonly (readonly string[])[]): Table {
  const cells = rows.flatMap((row, at) =>
    row.map((text, column): Cell => ({
      ...readIn(text, { kind: 'text', line: at + 1, column: column + 1 }),
      row: at,
      column,
      rowSpan: 1,
      columnSpan: 1,
      bounds: [],
    })),
  );
  const columnCount = Math.max(...rows.map((row) => row.length));
  return { kind: 'table', spans: 'implied', rowCount: rows.length, columnCount, cells, rowPages: rows.map(() => 1) };
}

/**
 * A table as a page has it: cells in rows as in HTML, those that reach down taking the places of later rows. Columns
 * are 100 points wide, rows 20 high. `pages` are the pages of the rows, 1 where not given.
 */
export function ruledTable(rows: readonly (readonly CellSpec[])[], pages: readonly number[] = []): Table {
  const taken = new Set<string>();
  const cells = rows.flatMap((row, at) => {
    let column = 0;
    return row.map((spec): Cell => {
      const { text, across = 1, down = 1 } = typeof spec === 'string' ? { text: spec } : spec;
      while (taken.has(`${at} ${column}`)) column++;
      const from = column;
      for (let y = at; y < at + down; y++) for (let x = from; x < from + across; x++) taken.add(`${y} ${x}`);
      column += across;
      const box = { left: from * columnPt, top: at * rowPt, right: column * columnPt, bottom: (at + down) * rowPt };
      const place = { kind: 'page' as const, page: pages[at] ?? 1, box };
      return { ...readIn(text, place), row: at, column: from, rowSpan: down, columnSpan: across, bounds: [place] };
    });
  });
  const columnCount = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  const rowPages = rows.map((_, at) => pages[at] ?? 1);
  return { kind: 'table', spans: 'exact', rowCount: rows.length, columnCount, cells, rowPages };
}

function readIn(text: string, place: NonNullable<Reading['place']>): Reading {
  return { text, raw: text, place: text === '' ? null : place, confidence: 1 };
}

/** A line of text, as runs. */
export function line(...runs: readonly string[]): TextLine {
  return { kind: 'line', page: 1, runs: runs.map((run) => reading(run)) };
}

/** What a document's rows are made of. */
export type Block = TableDocument['blocks'][number];

function documentOf(blocks: readonly Block[]): TableDocument {
  return { blocks, pageCount: 1, problems: [] };
}

/** The rows of blocks, as sections are read from. */
export function rowsOf(...blocks: readonly Block[]): FlowRow[] {
  return flowRows(documentOf(blocks));
}

/** The first row of blocks, and those below it. */
export function headedRowsOf(...blocks: readonly Block[]): { readonly header: FlowRow; readonly body: FlowRow[] } {
  const [header, ...body] = rowsOf(...blocks);
  if (header === undefined) throw new Error('There is no row');
  return { header, body };
}

const layouts = await loadLayouts();
export const ministry = layoutOf('ministry-2020');
export const shijiazhuang = layoutOf('shijiazhuang-2019');

/** The header row above the ministry's indicators. */
export const ministryHead = [
  '绩效指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

function layoutOf(id: string): Layout {
  const found = layouts.find((layout) => layout.id === id);
  if (found === undefined) throw new Error(`There is no layout ${id}`);
  return found;
}

/** The section of a layout that is read as `read`. */
export function sectionOf<Read extends Section['read']>(layout: Layout, read: Read): SectionOf<Read> {
  const found = layout.sections.find((section): section is SectionOf<Read> => section.read === read);
  if (found === undefined) throw new Error(`${layout.id} has no section ${read}`);
  return found;
}

type AnySourced = Sourced<string | number>;

/** The values alone: what is known of each is dropped, and blanks are left out. */
export function valuesOf<Name extends string>(
  values: Partial<Record<Name, AnySourced | undefined>>,
): Partial<Record<Name, string | number>> {
  const all: [string, AnySourced | undefined][] = Object.entries(values);
  const filled = all.flatMap(([name, sourced]) => ((sourced?.value ?? null) === null ? [] : [[name, sourced?.value]]));
  return Object.fromEntries(filled) as Partial<Record<Name, string | number>>;
}
