import { terminalWidth } from '../text/terminal-width.ts';
import type { QueryValue, RowSet } from './query-messages.ts';

export interface TableOptions {
  /** Longer texts are cut and end in `…`; in terminal columns, of which a Chinese character takes two. */
  readonly maxCellWidth?: number;
}

const defaultMaxCellWidth = 40;
const gap = '  ';
let graphemes: Intl.Segmenter | undefined;

/**
 * Rows as a table for a terminal: columns aligned by what they take on the screen, numbers to the right, blanks
 * empty. Line breaks and control characters in texts become spaces, so that no text can move the cursor.
 */
export function formatTable({ columns, rows }: RowSet, options: TableOptions = {}): string {
  const maxWidth = options.maxCellWidth ?? defaultMaxCellWidth;
  const header = columns.map((name) => cut(name, maxWidth));
  const cells = rows.map((row) => row.map((value) => cut(printable(value), maxWidth)));
  const widths = columns.map((_, column) => widthOfColumn([header, ...cells], column));
  const isNumeric = columns.map((_, column) => rows.every((row) => isNumberOrBlank(row[column])));
  const line = (row: readonly string[]) => {
    const padded = row.map((cell, column) => pad(cell, widths[column] ?? 0, isNumeric[column] ?? false));
    return padded.join(gap).trimEnd();
  };
  const rule = widths.map((width) => '─'.repeat(width)).join(gap);
  return `${[line(header), rule, ...cells.map(line)].join('\n')}\n`;
}

function printable(value: QueryValue): string {
  if (value === null) return '';
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  return String(value).replaceAll(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, ' ');
}

function widthOfColumn(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((widest, row) => Math.max(widest, terminalWidth(row[column] ?? '')), 0);
}

function isNumberOrBlank(value: QueryValue | undefined): boolean {
  return value === null || typeof value === 'number' || typeof value === 'bigint';
}

function pad(text: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - terminalWidth(text)));
  return toTheRight ? space + text : text + space;
}

/** The text within `maxWidth` terminal columns, cut between characters as a reader sees them. */
function cut(text: string, maxWidth: number): string {
  if (terminalWidth(text) <= maxWidth) return text;
  // Made at its first use, which few commands come to: it takes as long as loading the rest of this program.
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  let kept = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += terminalWidth(segment);
    if (width > maxWidth - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
