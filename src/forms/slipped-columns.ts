import { cellsBelow, type Header, type HeadedColumn } from './columns.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import { repeatsHeader } from './read-table.ts';
import { withoutRepeats } from './read-text.ts';

/** How well a text suits a column: above 0 where it is of the column's kind, below where it is not, 0 for none. */
export type ColumnFit<Name extends string> = (name: Name, text: string) => number;

/** How far headings may have slipped against the cells below them, in columns. */
const slips = [1, -1, 2] as const;
/** What a text below no heading costs, and each text too many below one. */
const unreadCost = 1;
const crowdedCost = 1;

/**
 * Sets the headings of a dump right that do not stand above their cells: a dump may leave out the blanks of merged
 * headings and keep those of the cells below, or the other way round.
 *
 * Where something below the headings does not suit them, tries all headings from some column on moved by one or two
 * columns, and takes what suits the rows below best. Tables with exact spans are left as they are.
 */
export function settleHeader<Name extends string>(
  header: Header<Name>,
  body: readonly FlowRow[],
  fit: ColumnFit<Name>,
): Header<Name> {
  if (header.row.kind !== 'implied') return header;
  const rows = body.filter((row) => row.block === header.row.block && !repeatsHeader(header, row));
  const candidates = header.columns.flatMap((column) => slips.map((slip) => slipFrom(header, column.from, slip)));
  let best = { header, ...suitability(header, rows, fit) };
  if (best.faults === 0) return header;
  for (const candidate of candidates) {
    const suits = suitability(candidate, rows, fit);
    if (suits.faults < best.faults || (suits.faults === best.faults && suits.fit > best.fit)) {
      best = { header: candidate, ...suits };
    }
  }
  return best.header;
}

/** The header with the headings from `from` on moved by `slip` columns; the one before them gives or takes. */
function slipFrom<Name extends string>(header: Header<Name>, from: number, slip: number): Header<Name> {
  const columns = header.columns.map((column): HeadedColumn<Name> => {
    if (column.from >= from) return { ...column, from: column.from + slip, end: column.end + slip };
    if (column.end !== from) return column;
    return { ...column, end: Math.max(column.from + 1, column.end + slip) };
  });
  return { ...header, columns };
}

interface Suitability {
  /** How well all texts suit their headings together. */
  readonly fit: number;
  /** What does not suit: texts of another kind, texts below no heading, several below one. */
  readonly faults: number;
}

function suitability<Name extends string>(
  header: Header<Name>,
  rows: readonly FlowRow[],
  fit: ColumnFit<Name>,
): Suitability {
  const first = Math.min(...header.columns.map((column) => column.from));
  let faults = 0;
  let sum = 0;
  for (const row of rows) {
    const read = header.columns.map((column) => ({ name: column.name, cells: cellsBelow(header, column, row) }));
    const taken = new Set(read.flatMap(({ cells }) => cells));
    faults += unreadCost * row.cells.filter((cell) => isUnread(cell, first, { taken, unknown: header.unknown })).length;
    for (const { name, cells } of read) {
      const texts = withoutRepeats(cells.filter((cell) => cell.text !== ''));
      const fits = texts.map((cell) => fit(name, cell.text));
      faults += crowdedCost * Math.max(0, texts.length - 1) + fits.filter((value) => value < 0).length;
      sum += fits.reduce((total, value) => total + value, 0);
    }
  }
  return { fit: sum, faults };
}

/** A text that should be below a heading and is below none; what is below an unknown heading belongs there. */
function isUnread(cell: FlowCell, first: number, { taken, unknown }: ReadCells): boolean {
  const isBelowUnknown = unknown.some((heading) => heading.column === cell.column);
  return cell.text !== '' && cell.column >= first && !taken.has(cell) && !isBelowUnknown;
}

interface ReadCells {
  readonly taken: ReadonlySet<FlowCell>;
  readonly unknown: readonly FlowCell[];
}
