import { formatTable } from './format-table.ts';
import type { QueryValue, RowSet } from './query-messages.ts';

type JsonValue = string | number | null;

/**
 * The forms in which rows are printed. Each gives the whole text, ending in a line break; json is one array of
 * objects, ndjson one object a line, csv as RFC 4180 has it (CRLF, a header, quotes where they are needed).
 */
export const rowFormats = { table: formatTable, json: formatJson, ndjson: formatNdjson, csv: formatCsv } as const;

/** A name of `rowFormats`. */
export type RowFormat = keyof typeof rowFormats;

/**
 * Rows as one JSON array, one row a line. Integers beyond 2^53 and infinities are strings of their digits, since
 * readers of JSON would round them; blobs are strings of hexadecimal digits.
 */
export function formatJson(rowSet: RowSet): string {
  if (rowSet.rows.length === 0) return '[]\n';
  return `[\n${jsonLines(rowSet).join(',\n')}\n]\n`;
}

/** Rows as one JSON object a line, with values as in `formatJson`; the empty string where there are none. */
export function formatNdjson(rowSet: RowSet): string {
  return jsonLines(rowSet)
    .map((line) => `${line}\n`)
    .join('');
}

/** Rows as CSV with a header. A blank is an empty field, an empty text is `""`. */
export function formatCsv(rowSet: RowSet): string {
  return csvLine(rowSet.columns) + rowSet.rows.map(csvLine).join('');
}

function csvLine(values: readonly QueryValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: QueryValue): string {
  if (value === null) return '';
  const text = String(toJsonValue(value));
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function jsonLines({ columns, rows }: RowSet): string[] {
  return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, toJsonValue(row[i])]))));
}

function toJsonValue(value: QueryValue | undefined): JsonValue {
  if (value === undefined || value === null || typeof value === 'string') return value ?? null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return Number.isFinite(value) ? Number(value) : String(value);
}
