import { isPageMark } from '../text/page-mark.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import { assignLabels } from './labels.ts';
import { joinReadings } from './read-text.ts';

/*
 * Puts the rows of a dump together again that were broken over lines within a cell, where nothing but what a row of the
 * table looks like can tell: the lines are shared out over rows so that the costs of the rows (`fitRow`), of joining
 * and of lines left over are least together.
 */

/**
 * A row that goes on in the next line: one in twenty of those that could, and more readily in a third line, or cell.
 */
const joinCost = 3;
const nextCellCost = 1.5;
const nextLineCost = 0.5;
/** A number is hardly ever broken off from words: it stands in a cell of its own. */
const brokenOffNumberCost = 4;
/** A line of one cell is no row: it is a header of the next page, or a piece, and more rarely a row's first one. */
const loneLineCost = 4;
const pageMarkCost = 0.5;
const loneStartCost = 2;
/** A row in more lines than this is none: the longest goals take some 30. */
const maxLines = 60;
/** How much cheaper rows must be together than apart for the text at the seam to be surely one. */
const sureGain = 3;
const seamConfidence = 0.85;
/** Digits on both sides of a seam may be one number or two. */
const brokenNumberConfidence = 0.5;

/** The rows of a table, and what stands between them in the table and belongs to none. */
export interface Rejoined {
  readonly rows: readonly FlowRow[];
  readonly loneLines: readonly FlowCell[];
}

/** The cheapest way to read the first lines up to one. */
interface Sharing {
  readonly cost: number;
  /** The first line of the last row, and that row; `null` for a line left over. */
  readonly from: number;
  readonly row: FlowRow | null;
}

/** What a table's rows look like. */
export interface RowLooks {
  /** What a row costs as a row of the table. */
  readonly costOf: (row: FlowRow) => number;
  /** How many cells a row may have. */
  readonly maxCells: number;
  /** Whether a row begins with such a text for sure, and none goes on with it. */
  readonly beginsRow: (text: string) => boolean;
}

/** The lines of a table as its rows. */
export function rejoinRows(lines: readonly FlowRow[], looks: RowLooks): Rejoined {
  const { costOf, beginsRow } = looks;
  const isLone = (line: FlowRow): boolean => line.cells.length === 1 && !beginsRow(line.cells[0]?.text ?? '');
  const alone = lines.map((line) => (isLone(line) ? loneCost(line) : costOf(line)));
  const best: Sharing[] = [];
  for (const [end, line] of lines.entries()) {
    const before = (from: number): number => best[from - 1]?.cost ?? 0;
    let least: Sharing = { cost: before(end) + (alone[end] ?? 0), from: end, row: isLone(line) ? null : line };
    for (const from of startsOf(lines, end, looks)) {
      const apart = alone.slice(from, end + 1).reduce((sum, cost) => sum + cost, 0);
      const joining = joiningCost(lines.slice(from, end + 1));
      if (apart <= joining) continue;
      const row = joinRows(lines.slice(from, end + 1), 1);
      const cost = costOf(row) + joining;
      if (before(from) + cost >= least.cost) continue;
      const isSure = apart - cost >= sureGain;
      least = {
        cost: before(from) + cost,
        from,
        row: isSure ? row : joinRows(lines.slice(from, end + 1), seamConfidence),
      };
    }
    best.push(least);
  }
  return chosen(best, lines);
}

/** What joining lines to one row costs. */
function joiningCost(lines: readonly FlowRow[]): number {
  const isOneCell = (line: FlowRow | undefined): boolean => line?.cells.length === 1;
  const cells = lines.slice(0, -1).filter((line, index) => index === 0 || !isOneCell(line)).length;
  const numbers = lines.filter((line, index) => {
    const first = lines[index + 1]?.cells[0]?.text ?? '';
    return /^[\d.,]+$/.test(line.cells.at(-1)?.text ?? '') && /^\p{L}{2}/u.test(first);
  });
  const seams = joinCost + nextCellCost * (cells - 1) + nextLineCost * (lines.length - 1 - cells);
  return seams + brokenOffNumberCost * numbers.length + (isOneCell(lines[0]) ? loneStartCost : 0);
}

function loneCost({ cells }: FlowRow): number {
  return isPageMark(cells[0]?.text ?? '') ? pageMarkCost : loneLineCost;
}

/** The lines before `end` that a row ending there may begin with: each goes on in the next, filled on both sides. */
function startsOf(lines: readonly FlowRow[], end: number, { maxCells, beginsRow }: RowLooks): number[] {
  const starts: number[] = [];
  let cells = lines[end]?.cells.length ?? 0;
  for (let from = end - 1; from >= Math.max(0, end - maxLines); from--) {
    const [line, next] = [lines[from], lines[from + 1]];
    cells += (line?.cells.length ?? 0) - 1;
    if (!goesOn(line, next) || beginsRow(next?.cells[0]?.text ?? '') || cells > maxCells) break;
    starts.push(from);
  }
  return starts;
}

/** Whether a line may go on in the next: it is the next in the file, and both are filled where they meet. */
export function goesOn(line: FlowRow | undefined, next: FlowRow | undefined): boolean {
  const [last, first] = [line?.cells.at(-1), next?.cells[0]];
  if (last?.place?.kind !== 'text' || first?.place?.kind !== 'text' || last.text === '' || first.text === '')
    return false;
  return last.place.line + last.raw.split('\n').length === first.place.line;
}

/**
 * A header and the rows below it; where it was broken over lines, what follows goes to it as far as labels get better.
 */
export function rejoinHeader(
  header: FlowRow,
  body: readonly FlowRow[],
  labels: readonly { readonly labels: readonly string[] }[],
): { readonly header: FlowRow; readonly body: readonly FlowRow[] } {
  const likeness = (row: FlowRow): number => {
    const matches = assignLabels(
      row.cells.map((cell) => cell.text),
      labels,
    );
    return matches.reduce((sum, match) => sum + match.similarity, 0);
  };
  const [next, ...rest] = body;
  if (header.kind !== 'implied' || next === undefined || !goesOn(header, next)) return { header, body };
  const joined = joinRows([header, next], 1);
  return likeness(joined) > likeness(header) ? rejoinHeader(joined, rest, labels) : { header, body };
}

/** Lines as one row, the last cell of each joined with the first of the next; `confidence` is that of such texts. */
export function joinRows([first, ...others]: readonly FlowRow[], confidence: number): FlowRow {
  if (first === undefined) throw new RangeError('no lines');
  const cells: FlowCell[] = [...first.cells];
  for (const line of others) {
    const [seam, ...rest] = line.cells;
    const last = cells.pop();
    if (last === undefined || seam === undefined) continue;
    const reading = joinReadings([last, seam]);
    const sure = Math.min(confidence, /\d$/.test(last.text) && /^\d/.test(seam.text) ? brokenNumberConfidence : 1);
    cells.push({ ...last, ...reading, confidence: Math.min(reading.confidence, sure) });
    const shift = last.column - seam.column;
    cells.push(...rest.map((cell) => ({ ...cell, column: cell.column + shift, end: cell.end + shift })));
  }
  return { ...first, kind: others.find((line) => line.kind !== 'line')?.kind ?? first.kind, cells };
}

function chosen(best: readonly Sharing[], lines: readonly FlowRow[]): Rejoined {
  const rows: FlowRow[] = [];
  const loneLines: FlowCell[] = [];
  for (let end = best.length - 1; end >= 0;) {
    const { from, row } = best[end] ?? { from: end, row: null };
    if (row !== null) rows.push(row);
    else if (lines[end]?.kind !== 'line') loneLines.push(...(lines[end]?.cells ?? []));
    end = from - 1;
  }
  return { rows: rows.toReversed(), loneLines: loneLines.filter((cell) => !isPageMark(cell.text)).toReversed() };
}
