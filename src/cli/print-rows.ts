import { type QueryValue, rowFormats, type RowSet, terminalWidth } from '../index.ts';
import { labelled } from './wrap.ts';

/** Texts in a table are cut to one of these widths, the widest with which the table fits. */
const cellWidths = [60, 40, 30, 24, 20, 16];

/** Where nothing bounds a line, only texts that are longer than this are cut. */
const widestCell = 200;

/**
 * Rows as a table that fits in `width` terminal columns; where none does, one row after the other with a line for
 * each column. `null`: a table, however wide.
 */
export function printRows(rows: RowSet, width: number | null): string {
  if (width === null) return rowFormats.table(rows, { maxCellWidth: widestCell });
  return (
    fittingTable(rows, width) ?? rows.rows.map((row, index) => printRow(rows.columns, row, { index, width })).join('\n')
  );
}

/** Rows as a table of at most `width` columns, with long texts cut; `null` where it would still be wider. */
function fittingTable(rows: RowSet, width: number): string | null {
  for (const maxCellWidth of cellWidths) {
    const table = rowFormats.table(rows, { maxCellWidth });
    if (table.split('\n').every((line) => terminalWidth(line) <= width)) return table;
  }
  return null;
}

function printRow(
  columns: readonly string[],
  row: readonly QueryValue[],
  { index, width }: { readonly index: number; readonly width: number },
): string {
  const indent = Math.max(...columns.map((column) => terminalWidth(column))) + 2;
  const lines = columns.flatMap((column, position) => {
    const value = row[position] ?? null;
    return value === null ? [] : [labelled(column, readable(value), { indent, width })];
  });
  return `── row ${index + 1} ──\n${lines.join('\n')}\n`;
}

function readable(value: Exclude<QueryValue, null>): string {
  return value instanceof Uint8Array ? `<${value.length} bytes>` : String(value).replaceAll(/[\p{Cc}\s]+/gu, ' ');
}
