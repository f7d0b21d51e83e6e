import { foldText } from '../text/fold.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { assignLabels, certaintyOf, matchLabel } from './labels.ts';

/** A column of a form's table, by its heading. */
export interface HeadedColumn<Name extends string> {
  readonly name: Name;
  /** How sure it is that the heading is the layout's, 0 to 1. */
  readonly certainty: number;
  readonly heading: FlowCell;
  /** The table's columns below the heading, the second exclusive. */
  readonly from: number;
  readonly end: number;
}

interface NamedLabels<Name extends string> {
  readonly name: Name;
  readonly labels: readonly string[];
}

/** The columns that a header row names, and the headings that no label of the layout fits. */
export interface Header<Name extends string> {
  readonly row: FlowRow;
  readonly columns: readonly HeadedColumn<Name>[];
  readonly unknown: readonly FlowCell[];
}

/**
 * Reads a header row. Where spans are implied, a heading reaches to the next one, and the last to the table's end,
 * since the blank cells behind it may be its own. Unknown headings among the known ones make all of them doubtful, but
 * for the `asides`: a layout that parts a target into sign, number and unit must not pass for one that does not.
 */
export function readHeader<Name extends string>(
  row: FlowRow,
  labels: readonly NamedLabels<Name>[],
  asides: readonly string[] = [],
): Header<Name> {
  const headings = headingsOf(row);
  const matches = assignLabels(
    headings.map((cell) => cell.text),
    labels,
  );
  const columns = matches.flatMap((match): HeadedColumn<Name>[] => {
    const heading = headings[match.cell];
    const label = labels[match.label];
    if (heading === undefined || label === undefined) return [];
    const next = headings[match.cell + 1];
    const impliedEnd = next?.column ?? Number.POSITIVE_INFINITY;
    const end = row.kind === 'implied' ? impliedEnd : heading.end;
    return [{ name: label.name, certainty: certaintyOf(match.similarity), heading, from: heading.column, end }];
  });
  const first = Math.min(...columns.map((column) => column.from));
  const last = Math.max(...columns.map((column) => column.from));
  const known = new Set(columns.map((column) => column.heading));
  const unknown = headings.filter((cell) => !known.has(cell) && cell.column > first);
  const isParted = unknown.some((cell) => cell.column < last && matchLabel(cell.text, asides) < 1);
  return { row, columns: isParted ? columns.map(doubt) : columns, unknown };
}

/** The headings of a row; in a dump a merged one may be printed in each of its places. */
function headingsOf(row: FlowRow): FlowCell[] {
  const texts = ownTexts(row);
  return texts.filter((cell, index) => row.kind !== 'implied' || cell.text !== texts[index - 1]?.text);
}

/** How sure a column is that has unknown ones among its neighbours: they may hold a part of its values. */
const partedCertainty = 0.85;

function doubt<Name extends string>(column: HeadedColumn<Name>): HeadedColumn<Name> {
  return { ...column, certainty: Math.min(column.certainty, partedCertainty) };
}

/** Whether a row goes on with a ruled header: a heading reaches into it, and no text of its own holds a digit. */
export function isSubheader({ columns }: Header<string>, row: FlowRow): boolean {
  const reachesIn = row.cells.some((cell) => !cell.isOwn && columns.some(({ heading }) => heading.id === cell.id));
  return reachesIn && ownTexts(row).every((cell) => !/\d/.test(foldText(cell.text)));
}

/** A header with what stands in it below its headings: they are unknown ones that part the known ones. */
export function withSubheaders<Name extends string>(header: Header<Name>, rows: readonly FlowRow[]): Header<Name> {
  const texts = rows.flatMap(ownTexts);
  if (texts.length === 0) return header;
  return { ...header, columns: header.columns.map(doubt), unknown: [...header.unknown, ...texts] };
}

/**
 * Headings before the first known one that have texts of their own below them, and so head a column; where nothing is
 * below, or one merged cell, it is the section's name.
 */
export function leadHeadings(header: Header<string>, rows: readonly FlowRow[]): FlowCell[] {
  const first = Math.min(...header.columns.map((column) => column.from));
  return ownTexts(header.row).filter((heading) => {
    const column = { heading, from: heading.column, end: heading.end };
    const isBelow = (cell: FlowCell): boolean => cell.isOwn && cell.text !== '';
    return heading.column < first && rows.some((row) => cellsBelow(header, column, row).some(isBelow));
  });
}

/** A cell and a column are one's where they share this much of the narrower of them. */
const minShared = 0.5;

/**
 * The cells of a row below a heading, from left to right. A cell merged over several headings is below each of
 * them. Rows of another table (its columns may be cut otherwise) are matched by their sides on the page.
 */
export function cellsBelow(
  header: Header<string>,
  column: Pick<HeadedColumn<string>, 'heading' | 'from' | 'end'>,
  row: FlowRow,
): FlowCell[] {
  return row.cells.filter((cell) => {
    if (row.block === header.row.block || cell.sides === null || column.heading.sides === null) {
      return isShared([cell.column, cell.end], [column.from, column.end]);
    }
    return isShared(cell.sides, column.heading.sides);
  });
}

/** The texts that begin in a row of a ruled table and stand below no heading, known or not. */
export function besideHeadings(header: Header<string>, row: FlowRow): FlowCell[] {
  const headings = ownTexts(header.row).map((heading) => ({ heading, from: heading.column, end: heading.end }));
  const below = new Set(headings.flatMap((heading) => cellsBelow(header, heading, row)));
  return ownTexts(row).filter((cell) => !below.has(cell));
}

type Interval = readonly [from: number, end: number];

function isShared(a: Interval, b: Interval): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0 && shared >= minShared * Math.min(a[1] - a[0], b[1] - b[0]);
}

/**
 * For each place of a dump's header the column it belongs to; `null` before the first heading and below unknown ones.
 * `first` is the first place below a heading.
 */
export function placesOf<Name extends string>({
  row,
  columns,
}: Header<Name>): { readonly names: readonly (Name | null)[]; readonly first: number } {
  const size = row.cells.reduce((end, cell) => Math.max(end, cell.end), 0);
  const names = Array.from({ length: size }, (_, place) => {
    return columns.find((column) => column.from <= place && place < column.end)?.name ?? null;
  });
  return { names, first: Math.min(size, ...columns.map((column) => column.from)) };
}
