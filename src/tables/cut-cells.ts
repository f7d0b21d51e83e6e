import { type Box, heightOf, widthOf } from '../model/geometry.ts';
import type { Cell } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { joinLines } from '../text/join.ts';

/** The part of a table on one side of a page break. */
export interface CutSide {
  readonly rowCount: number;
  readonly cells: readonly CutCell[];
}

export interface CutCell {
  readonly cell: Cell;
  /** The box of the cell's last line of text, in points; `null` where blank. */
  readonly lastLine: Box | null;
}

interface Pair {
  readonly before: CutCell;
  readonly after: CutCell;
}

/** A line is full, so that its text may run on, where it leaves less than this many characters' room. */
const fullLineSlackHeights = 1.2;
/** A line of so many characters may be two short: punctuation takes the character before it to the next line. */
const longLineHeights = 8;
const longLineSlackHeights = 2.2;
/** What cells commonly keep free at their left and right side together. */
const paddingPt = 6;
/** A text that a page break cuts stands this close to the break, in line heights. */
const breakSlackHeights = 0.8;
const numberLike = /^[≥≤<>=]*[\d.,]+\S{0,3}$/;

/**
 * Puts the two parts of a table together that a page break parted; rows of `after` count from 0.
 *
 * 1. Pair the cells that end at the break with those of the same columns that begin there.
 * 2. The break cut a row in two, if no pair holds two texts that each stand for themselves, and some pair shows
 *    the cut: a text whose last line was full goes on, or one part has the numbers and the other the words.
 *    Then every pair is one cell, and both parts are one row.
 * 3. Else the break fell between rows, and only merged cells were cut: pairs of which one side spans rows and the
 *    second is blank, or goes on with a full line's text.
 */
export function joinCutCells(before: CutSide, after: CutSide): CutSide {
  const pairs = pairUp(before, after);
  const isRowCut = isCutRow(pairs, after);
  const joinedPairs = isRowCut ? pairs : pairs.filter(isCutMergedCell);
  const overlap = isRowCut ? 1 : 0;
  const joined = new Map(joinedPairs.map((pair) => [pair.before, joinPair(pair, overlap)]));
  const taken = new Set(joinedPairs.map((pair) => pair.after));
  const shift = before.rowCount - overlap;
  return {
    rowCount: before.rowCount + after.rowCount - overlap,
    cells: [
      ...before.cells.map((entry) => joined.get(entry) ?? entry),
      ...after.cells
        .filter((entry) => !taken.has(entry))
        .map((entry) => ({ ...entry, cell: { ...entry.cell, row: entry.cell.row + shift } })),
    ],
  };
}

function pairUp(before: CutSide, after: CutSide): Pair[] {
  const ending = before.cells.filter(({ cell }) => cell.row + cell.rowSpan === before.rowCount);
  return after.cells
    .filter(({ cell }) => cell.row === 0)
    .flatMap((entry) => {
      const partner = ending.find(
        ({ cell }) => cell.column === entry.cell.column && cell.columnSpan === entry.cell.columnSpan,
      );
      return partner === undefined ? [] : [{ before: partner, after: entry }];
    });
}

function isCutRow(pairs: readonly Pair[], after: CutSide): boolean {
  const firstRow = after.cells.filter(({ cell }) => cell.row === 0);
  const own = pairs.filter((pair) => !spansRows(pair));
  if (pairs.length < firstRow.length || own.length === 0) return false;
  if (own.some((pair) => hasBoth(pair) && !goesOn(pair))) return false;
  if (own.every((pair) => isBlank(pair.after))) return true;
  const onlyBefore = own.some((pair) => !isBlank(pair.before) && isBlank(pair.after));
  const onlyAfter = own.some((pair) => isBlank(pair.before) && !isBlank(pair.after));
  return own.some((pair) => hasBoth(pair)) || (onlyBefore && onlyAfter);
}

function isCutMergedCell(pair: Pair): boolean {
  if (!spansRows(pair)) return false;
  if (isBlank(pair.after) || isSliced(pair)) return true;
  const isOpen = isBracketOpen(pair.before.cell.text) || (pair.before.cell.rowSpan > 1 && reachesBreak(pair.before));
  return hasBoth(pair) && isOpen && goesOn(pair);
}

function spansRows({ before, after }: Pair): boolean {
  return before.cell.rowSpan > 1 || after.cell.rowSpan > 1;
}

function isBlank({ cell }: CutCell): boolean {
  return cell.text === '';
}

function hasBoth(pair: Pair): boolean {
  return !isBlank(pair.before) && !isBlank(pair.after);
}

/**
 * Whether the text before the break may run on after it: its last line leaves no room for another character, or it
 * is a list not yet ended. Two numbers never are one.
 */
function goesOn({ before, after }: Pair): boolean {
  const { lastLine, cell } = before;
  const bounds = cell.bounds.at(-1)?.box;
  if (bounds === undefined || lastLine === null) return false;
  if (numberLike.test(cell.text) && numberLike.test(after.cell.text)) return false;
  const hasLines = cell.raw.includes('\n');
  if (hasLines && /[；;，,、]$/.test(cell.text)) return true;
  // Several lines show by themselves how wide a line can be; a single one is measured against its cell.
  const room = hasLines && cell.place?.kind === 'page' ? widthOf(cell.place.box) : widthOf(bounds) - paddingPt;
  const height = heightOf(lastLine);
  const slack = hasLines && room > longLineHeights * height ? longLineSlackHeights : fullLineSlackHeights;
  return room - widthOf(lastLine) < slack * height;
}

/** One line of text that the break runs through, so that both pages draw it: Calc centres text over the break. */
function isSliced({ before, after }: Pair): boolean {
  const bottom = before.cell.bounds.at(-1)?.box.bottom ?? Number.POSITIVE_INFINITY;
  const isCutThrough = before.lastLine !== null && before.lastLine.bottom > bottom;
  return isCutThrough && foldText(before.cell.text).endsWith(foldText(after.cell.text));
}

function isBracketOpen(text: string): boolean {
  return text.split(/[(（]/).length > text.split(/[)）]/).length;
}

/** Whether the last line stands at the very bottom of its cell: the text of a middle-aligned cell that goes on. */
function reachesBreak({ cell, lastLine }: CutCell): boolean {
  const bottom = cell.bounds.at(-1)?.box.bottom ?? Number.POSITIVE_INFINITY;
  return lastLine !== null && bottom - lastLine.bottom < breakSlackHeights * heightOf(lastLine);
}

function joinPair({ before, after }: Pair, overlap: number): CutCell {
  const [first, second] = [before.cell, after.cell];
  const isDrawnTwice = isSliced({ before, after });
  const lines = [first.raw, isDrawnTwice ? '' : second.raw]
    .filter((raw) => raw !== '')
    .flatMap((raw) => raw.split('\n'));
  return {
    lastLine: after.lastLine ?? before.lastLine,
    cell: {
      ...first,
      rowSpan: first.rowSpan + second.rowSpan - overlap,
      text: joinLines(lines),
      raw: lines.join('\n'),
      place: first.place ?? second.place,
      confidence: Math.min(first.confidence, second.confidence),
      bounds: [...first.bounds, ...second.bounds],
    },
  };
}
