import { cellsBelow, type Header, type HeadedColumn } from './columns.ts';
import type { FlowRow } from './flow.ts';
import { withoutRepeats } from './read-text.ts';

/** How well a text suits a column: above 0 where it is of the column's kind, below where it is not, 0 for none. */
export type ColumnFit<Name extends string> = (name: Name, text: string) => number;

/** How far headings may have slipped against the cells below them, in columns. */
const slips = [1, -1, 2] as const;
/** A slipped reading must fit better than the plain one by this much to be believed. */
const minGain = 1;
/** What a text below no heading costs, and each text too many below one. */
const unreadCost = 1;
const crowdedCost = 1;

/**
 * Sets the headings of a dump right that do not stand above their cells: a dump may leave out the blanks of merged
 * headings and keep those of the cells below, or the other way round.
 *
 * Tries all headings from some column on moved by one or two columns, and takes what fits the rows below best.
 * Tables with exact spans are left as they are.
 */
export function settleHeader<Name extends string>(
  header: Header<Name>,
  body: readonly FlowRow[],
  fit: ColumnFit<Name>,
): Header<Name> {
  if (header.row.kind !== 'implied') return header;
  const rows = body.filter((row) => row.block === header.row.block);
  const candidates = header.columns.flatMap((column) => slips.map((slip) => slipFrom(header, column.from, slip)));
  let best = header;
  let bestFit = totalFit(header, rows, fit) + minGain;
  for (const candidate of candidates) {
    const candidateFit = totalFit(candidate, rows, fit);
    if (candidateFit > bestFit) [best, bestFit] = [candidate, candidateFit];
  }
  return best;
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

function totalFit<Name extends string>(header: Header<Name>, rows: readonly FlowRow[], fit: ColumnFit<Name>): number {
  const first = Math.min(...header.columns.map((column) => column.from));
  return rows.reduce((sum, row) => {
    const read = header.columns.map((column) => ({ name: column.name, cells: cellsBelow(header, column, row) }));
    const taken = new Set(read.flatMap(({ cells }) => cells));
    const unread = row.cells.filter((cell) => cell.text !== '' && cell.column >= first && !taken.has(cell)).length;
    const fits = read.map(({ name, cells }) => {
      const texts = withoutRepeats(cells.filter((cell) => cell.text !== ''));
      const crowd = Math.max(0, texts.length - 1) * crowdedCost;
      return texts.reduce((total, cell) => total + fit(name, cell.text), 0) - crowd;
    });
    return sum + fits.reduce((total, value) => total + value, 0) - unread * unreadCost;
  }, 0);
}
