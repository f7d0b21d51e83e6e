import { isPageMark } from '../../text/page-mark.ts';
import { isFilled, joinRows } from './broken-rows.ts';
import type { DumpRow } from './dump-rows.ts';
import { areUsual } from './row-widths.ts';

/**
 * Settles what a single line without tabs between two rows of a dump is: the mark of a page, which is dropped; or,
 * where both rows have the usual width, the rest of the last cell above or, where that is blank or a number, the
 * beginning of the first cell below. What stands between rows more than once is a header of pages, and is left as it
 * is.
 */
export function attachLoneLines(rows: readonly DumpRow[]): DumpRow[] {
  const counts = new Map<string, number>();
  for (const text of rows.filter((row) => row.length === 1).map(textOf)) counts.set(text, (counts.get(text) ?? 0) + 1);
  const attached: DumpRow[] = [];
  let isTaken = false;
  for (const [index, row] of rows.entries()) {
    const side: Side = isTaken ? 'dropped' : sideOf(rows, index, counts);
    isTaken = side === 'below';
    if (side === 'above') attached.push(joinRows([attached.pop() ?? [], row]));
    else if (side === 'below') attached.push(joinRows([row, rows[index + 1] ?? []]));
    else if (side === 'alone') attached.push(row);
  }
  return attached;
}

const numeric = /^[\d.,%分\s-]*$/;

/** Where a row goes: with the one above or below, nowhere, or by itself. */
type Side = 'above' | 'below' | 'dropped' | 'alone';

function sideOf(rows: readonly DumpRow[], index: number, counts: ReadonlyMap<string, number>): Side {
  const [above = [], row = [], below = []] = [rows[index - 1], rows[index], rows[index + 1]];
  if (row.length !== 1 || above.length < 2 || below.length < 2) return 'alone';
  if (isPageMark(textOf(row))) return 'dropped';
  const isLone = above.length === below.length && counts.get(textOf(row)) === 1;
  if (!isLone || !areUsual(rows, { at: index, width: above.length })) return 'alone';
  if (!numeric.test(above.at(-1)?.raw ?? '')) return 'above';
  return isFilled(below[0]) ? 'below' : 'alone';
}

function textOf(row: DumpRow): string {
  return row.map((cell) => cell.raw.trim()).join('\t');
}
