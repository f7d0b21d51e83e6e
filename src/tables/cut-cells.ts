import type { Cell } from '../model/table.ts';
import { joinLines } from '../text/join.ts';
import {
  type BreakContext,
  type CutCell,
  gapAbove,
  gapBelow,
  goesOn,
  hangsAtBreak,
  hasBoth,
  isBlank,
  isBracketCut,
  isSliced,
  type Pair,
  spansRows,
  touchesBreak,
} from './cut-evidence.ts';

/** The part of a table on one side of a page break. */
export interface CutSide {
  readonly rowCount: number;
  readonly cells: readonly CutCell[];
}

/** What cells commonly keep free at a side, in points, where no text shows it. */
const usualPaddingPt = 3;
const maxPaddingPt = 10;

/**
 * Puts the two parts of a table together that a page break parted; rows of `after` count from 0.
 *
 * 1. Pair the cells that end at the break with those of the same columns that begin there.
 * 2. The break cut a row in two, if no pair holds two texts that each stand for themselves, and some pair shows
 *    the cut: a text whose last line was full goes on, or one part has the numbers and the other the words.
 *    Then every pair is one cell, and both parts are one row.
 * 3. Else the break fell between rows, and only merged cells were cut: pairs of which one side spans rows and the
 *    other is blank, or whose text visibly goes on over the break.
 */
export function joinCutCells(before: CutSide, after: CutSide, mergedColumns: ReadonlySet<number>): CutSide {
  const pairs = pairUp(before, after);
  const context = contextOf(before, after);
  const isRowCut = isCutRow(pairs, after, context);
  const isSameRowShape = pairs.length === after.cells.filter(({ cell }) => cell.row === 0).length;
  const merged = isSameRowShape ? mergedColumns : new Set<number>();
  const joinedPairs = isRowCut ? pairs : pairs.filter((pair) => isCutMergedCell(pair, merged, context));
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

function isCutRow(pairs: readonly Pair[], after: CutSide, context: BreakContext): boolean {
  const firstRow = after.cells.filter(({ cell }) => cell.row === 0);
  const own = pairs.filter((pair) => !spansRows(pair));
  if (pairs.length < firstRow.length || own.length === 0) return false;
  if (own.some((pair) => hasBoth(pair) && !isOneText(pair, context))) return false;
  if (own.every((pair) => isBlank(pair.after)) || own.every((pair) => isBlank(pair.before))) return true;
  const onlyBefore = own.some((pair) => !isBlank(pair.before) && isBlank(pair.after));
  const onlyAfter = own.some((pair) => isBlank(pair.before) && !isBlank(pair.after));
  return own.some((pair) => hasBoth(pair)) || (onlyBefore && onlyAfter);
}

function isOneText(pair: Pair, context: BreakContext): boolean {
  return goesOn(pair, context) || touchesBreak(pair, context) || isBracketCut(pair);
}

function isCutMergedCell(pair: Pair, merged: ReadonlySet<number>, context: BreakContext): boolean {
  const { before, after } = pair;
  if (hasBoth(pair) && isSliced(pair)) return true;
  // A blank part that spans rows has its text on the other side; so may a single row's, in a column of merged cells.
  if (isBlank(after)) return spansRows(pair);
  if (isBlank(before)) return spansRows(pair) || merged.has(before.cell.column);
  return goesOn(pair, context) && (isBracketCut(pair) || hangsAtBreak(pair, context));
}

function contextOf(before: CutSide, after: CutSide): BreakContext {
  const lastRow = before.cells.filter(({ cell }) => cell.row === before.rowCount - 1 && cell.rowSpan === 1);
  const firstRow = after.cells.filter(({ cell }) => cell.row === 0 && cell.rowSpan === 1);
  const whole = [
    ...before.cells.filter(({ cell }) => cell.row + cell.rowSpan < before.rowCount),
    ...after.cells.filter(({ cell }) => cell.row > 0),
  ];
  return {
    paddingPt: paddingOf([...before.cells, ...after.cells]),
    gapBeforePt: quantile(lastRow.map(gapBelow), 0.5),
    gapAfterPt: quantile(firstRow.map(gapAbove), 0.5),
    closestTopPt: quantile(whole.map(gapAbove), 0.1),
    closestBottomPt: quantile(whole.map(gapBelow), 0.1),
  };
}

/** The least distance of a text from its cell's left side. */
function paddingOf(cells: readonly CutCell[]): number {
  const gaps = cells.flatMap(({ cell, firstLine }) => {
    const left = cell.bounds[0]?.box.left;
    return firstLine === null || left === undefined ? [] : [firstLine.left - left];
  });
  const least = gaps.reduce((smallest, gap) => Math.min(smallest, gap), maxPaddingPt);
  return gaps.length === 0 ? usualPaddingPt : Math.max(0, least);
}

function quantile(values: readonly (number | null)[], share: number): number {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length * share)] ?? 0;
}

function joinPair({ before, after }: Pair, overlap: number): CutCell {
  const second = after.cell;
  // What either part may be instead says nothing of the whole.
  const { others: _, ...first } = before.cell;
  const secondRaw = isSliced({ before, after }) ? '' : second.raw;
  const lines = [first.raw, secondRaw].filter((raw) => raw !== '').flatMap((raw) => raw.split('\n'));
  const cell: Cell = {
    ...first,
    rowSpan: first.rowSpan + second.rowSpan - overlap,
    text: joinLines(lines),
    raw: lines.join('\n'),
    place: first.place ?? second.place,
    confidence: Math.min(first.confidence, second.confidence),
    bounds: [...first.bounds, ...second.bounds],
  };
  return { cell, firstLine: before.firstLine ?? after.firstLine, lastLine: after.lastLine ?? before.lastLine };
}
