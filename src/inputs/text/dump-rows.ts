/** A cell of a dump as it stands in the file; its lines parted by "\n". */
export interface DumpCell {
  readonly raw: string;
  /** Where it begins, both from 1. */
  readonly line: number;
  readonly column: number;
}

/** One line of a dump, or several that quotes hold together; a line without tabs is one cell. */
export type DumpRow = readonly DumpCell[];

/** A quoted cell of more lines is taken for a stray quotation mark. */
const maxQuotedLines = 200;
/** Where quotes are the writer's habit, at least this share of the cells with text has them. */
const minQuotedShare = 0.5;

interface ParsedCell extends DumpCell {
  /** What the quotes enclose; `null` for a cell without. */
  readonly quoted: string | null;
}

/**
 * The rows of a dump: cells parted by tabs. A cell in quotation marks may go on over lines (RFC 4180, section 2, with
 * tabs for commas). Quotation marks around a whole cell of one line are the text's own, unless the file shows that its
 * writer quotes: a cell of several lines, a doubled mark, or marks around most cells.
 */
export function dumpRows(text: string): DumpRow[] {
  const lines = text.split(/\r\n|\r|\n/);
  const rows: ParsedCell[][] = [];
  for (let index = 0; index < lines.length;) {
    const { row, next } = parseRow(lines, index);
    rows.push(row);
    index = next;
  }
  const quotes = isQuoting(rows);
  return rows.map((row) =>
    row.map(({ raw, quoted, line, column }) => {
      const whole = quoted !== null && (quotes || quoted.includes('\n')) ? quoted : raw;
      // Within a cell, a vertical tab and the Unicode separators are line breaks too.
      return { raw: whole.replace(/[\v\u0085\u2028\u2029]/g, '\n'), line, column };
    }),
  );
}

/** The row that begins in the line `start`, and the line behind it. */
function parseRow(lines: readonly string[], start: number): { row: ParsedCell[]; next: number } {
  const row: ParsedCell[] = [];
  let rest = (lines[start] ?? '').split('\t');
  let line = start;
  let column = 1;
  for (let at = 0; at < rest.length; at++) {
    const raw = rest[at] ?? '';
    const open = at === rest.length - 1 && isOpen(raw) ? closing(lines, line) : null;
    if (open === null) {
      row.push({ raw, line: line + 1, column, quoted: isEnclosed(raw) ? unquote(raw) : null });
      column += raw.length + 1;
      continue;
    }
    const whole = [raw, ...lines.slice(line + 1, open.line), open.end].join('\n');
    row.push({ raw: whole, line: line + 1, column, quoted: unquote(whole) });
    rest = [...rest.slice(0, at + 1), ...open.behind];
    line = open.line;
    column = open.end.length + 2;
  }
  return { row, next: line + 1 };
}

/** Where a quoted cell that the line `from` leaves open ends: its last piece, and the cells behind it. */
function closing(
  lines: readonly string[],
  from: number,
): { readonly line: number; readonly end: string; readonly behind: readonly string[] } | null {
  const last = Math.min(lines.length - 1, from + maxQuotedLines);
  for (let line = from + 1; line <= last; line++) {
    const [end = '', ...behind] = (lines[line] ?? '').split('\t');
    const quote = quoteEnd(end, 0);
    if (quote === end.length - 1 && quote >= 0) return { line, end, behind };
    if (quote >= 0 || behind.length > 0) return null;
  }
  return null;
}

/** The first quotation mark from `from` on that is not doubled; -1 where there is none. */
function quoteEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function isOpen(raw: string): boolean {
  return raw.startsWith('"') && quoteEnd(raw, 1) < 0;
}

function isEnclosed(raw: string): boolean {
  return raw.length > 1 && raw.startsWith('"') && quoteEnd(raw, 1) === raw.length - 1;
}

function unquote(raw: string): string {
  return raw.slice(1, -1).replaceAll('""', '"');
}

function isQuoting(rows: readonly (readonly ParsedCell[])[]): boolean {
  let texts = 0;
  let quoted = 0;
  for (const cell of rows.filter((row) => row.length > 1).flat()) {
    if (cell.raw.trim() !== '') texts++;
    if (cell.quoted === null) continue;
    if (/["\n]/.test(cell.quoted)) return true;
    quoted++;
  }
  return quoted > 0 && quoted >= texts * minQuotedShare;
}
