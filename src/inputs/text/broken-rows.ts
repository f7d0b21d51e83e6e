import type { DumpRow } from './dump-rows.ts';
import { areUsual, usualWidth } from './row-widths.ts';

/*
 * Joins the rows of a dump that were broken over lines within a cell, without quotes:
 *
 *   1. the usual width of a row is the number of cells that most rows around it have;
 *   2. lines that follow one another and are each narrower make one row where joining the last cell of each with the
 *      first of the next gives just that width, and both are filled;
 *   3. this counts only where the rows around that are no such pieces have the usual width: a dump that drops blank
 *      cells is left alone.
 *
 * Not handled: breaks in dumps whose rows differ in width (the forms tell these), and a first cell that is broken above
 * the first row.
 */

/** A row in more pieces than this is none: the longest goals take some 30 lines. */
const maxPieces = 60;

/** The rows of a stretch without blank lines, joined where they were broken. */
export function joinBrokenRows(rows: readonly DumpRow[]): DumpRow[] {
  const widths = rows.map((_, index) => usualWidth(rows, index));
  const pieces = piecesOf(rows, widths);
  const joined: DumpRow[] = [];
  for (let index = 0; index < rows.length;) {
    const end = pieces.get(index);
    const isBroken = end !== undefined && areUsual(rows, { at: index, pieces, width: widths[index] ?? 0 });
    const next = isBroken ? end : index + 1;
    joined.push(joinRows(rows.slice(index, next)));
    index = next;
  }
  return joined;
}

/** For each row that begins a group of pieces the row behind the group. */
function piecesOf(rows: readonly DumpRow[], widths: readonly number[]): ReadonlyMap<number, number> {
  const pieces = new Map<number, number>();
  for (let from = 0; from < rows.length; from++) {
    const end = (rows[from]?.length ?? 0) > 1 ? groupEnd(rows, from, widths[from] ?? 0) : null;
    if (end === null) continue;
    pieces.set(from, end);
    from = end - 1;
  }
  return pieces;
}

/** The row behind the pieces that make one row of `width` cells from `from` on; `null` where none do. */
function groupEnd(rows: readonly DumpRow[], from: number, width: number): number | null {
  let sum = rows[from]?.length ?? 0;
  for (let next = from + 1; next < Math.min(rows.length, from + maxPieces) && sum < width; next++) {
    const row = rows[next] ?? [];
    if (row.length >= width || !isFilled(rows[next - 1]?.at(-1)) || !isFilled(row[0])) return null;
    sum += row.length - 1;
    if (sum === width) return next + 1;
  }
  return null;
}

/** Whether a cell has a text. */
export function isFilled(cell: DumpRow[number] | undefined): boolean {
  return cell !== undefined && cell.raw.trim() !== '';
}

/** Rows as one, the last cell of each joined with the first of the next. */
export function joinRows(rows: readonly DumpRow[]): DumpRow {
  const joined = [...(rows[0] ?? [])];
  for (const [first, ...others] of rows.slice(1)) {
    const last = joined.pop();
    if (last !== undefined) joined.push({ ...last, raw: `${last.raw}\n${first?.raw ?? ''}` });
    joined.push(...others);
  }
  return joined;
}
