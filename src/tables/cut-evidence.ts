import { type Box, heightOf, widthOf } from '../model/geometry.ts';
import type { Cell } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { emWidthOf, firstUnbroken, isWide } from '../text/typesetting.ts';

/** A cell beside a page break, with the boxes of its first and last lines of text (points); `null` where blank. */
export interface CutCell {
  readonly cell: Cell;
  readonly firstLine: Box | null;
  readonly lastLine: Box | null;
}

/** The cell that ends at a page break and the one of the same columns that begins behind it. */
export interface Pair {
  readonly before: CutCell;
  readonly after: CutCell;
}

/** What the row on each side tells of how texts stand in its cells. */
export interface BreakContext {
  /** What cells keep free at their left side, in points. */
  readonly paddingPt: number;
  /** How far the texts of the last row mostly stand from the break, in points. */
  readonly gapBeforePt: number;
  /** How far the texts of the first row mostly stand from the break, in points. */
  readonly gapAfterPt: number;
  /** How close to its cell's upper or lower side a whole text stands in this table, in points. */
  readonly closestTopPt: number;
  readonly closestBottomPt: number;
}

/** A line is full, so that its text may run on, where it leaves less than this many heights of room, */
const fullLineSlackHeights = 1.2;
/** or less than so many heights more than the word behind the break takes, which is never parted. */
const wordSlackHeights = 0.2;
/** A line of so many characters may be two short: punctuation takes the character before it to the next line. */
const longLineHeights = 8;
const longLineSlackHeights = 2.2;
/** A text that a page break cuts stands this close to it, in line heights, and so much closer than whole texts do. */
const hangingHeights = 0.15;
const hangingShare = 0.5;
/** A whole number, with its unit; one that ends with its point or comma goes on. */
const wholeNumber = /^[≥≤<>=]*(\d[\d.,]*)?\d[^\d.,\s～~—–\-至到]{0,3}$/;
/** Where both parts may stand alone as numbers, they are one only if not even another digit had room. */
const fullNumberSlackHeights = 0.5;

export function spansRows({ before, after }: Pair): boolean {
  return before.cell.rowSpan > 1 || after.cell.rowSpan > 1;
}

export function isBlank({ cell }: CutCell): boolean {
  return cell.text === '';
}

export function hasBoth(pair: Pair): boolean {
  return !isBlank(pair.before) && !isBlank(pair.after);
}

/**
 * Whether the text before the break may run on after it: its last line leaves no room for another character, or it
 * is a list not yet ended.
 */
export function goesOn({ before, after }: Pair, { paddingPt }: BreakContext): boolean {
  const { lastLine, cell } = before;
  const bounds = cell.bounds.at(-1)?.box;
  if (bounds === undefined || lastLine === null) return false;
  const hasLines = cell.raw.includes('\n');
  if (hasLines && /[；;，,、]$/.test(cell.text)) return true;
  // Several lines show by themselves how wide a line can be; a single one is measured against its cell.
  const room = hasLines && cell.place?.kind === 'page' ? widthOf(cell.place.box) : widthOf(bounds) - 2 * paddingPt;
  const height = heightOf(lastLine);
  const free = room - widthOf(lastLine);
  if (areNumbers({ before, after })) return free < fullNumberSlackHeights * height;
  // An indented line is full where it ends at the right side; a centred one keeps half its room there.
  const freeRight = 2 * (bounds.right - paddingPt - lastLine.right);
  const slack = hasLines && room > longLineHeights * height ? longLineSlackHeights : fullLineSlackHeights;
  // A number or a code beside another is no line of running text.
  const isRunning = [...cell.text].some(isWide);
  const word = isRunning ? Math.min(room, firstWordPt(after) + wordSlackHeights * height) : 0;
  return Math.min(free, freeRight) < Math.max(slack * height, word);
}

/** How wide the first word of a text is, in points. */
function firstWordPt({ cell, firstLine }: CutCell): number {
  const [line = ''] = cell.raw.split('\n');
  if (firstLine === null || line === '') return 0;
  return (widthOf(firstLine) * emWidthOf(firstUnbroken(line))) / emWidthOf(line);
}

/** Whether both texts stand closer to the break than any whole text does to a side of its cell: one text, cut. */
export function touchesBreak({ before, after }: Pair, context: BreakContext): boolean {
  const below = gapBelow(before);
  const above = gapAbove(after);
  if (below === null || above === null || areNumbers({ before, after })) return false;
  return below < hangingShare * context.closestBottomPt && above < hangingShare * context.closestTopPt;
}

/** From a cell's upper side to its first line, in points; `null` where that cannot be told. */
export function gapAbove({ cell, firstLine }: CutCell): number | null {
  const top = cell.bounds[0]?.box.top;
  return top === undefined || firstLine === null ? null : firstLine.top - top;
}

/** From a cell's last line to its lower side, in points; `null` where that cannot be told. */
export function gapBelow({ cell, lastLine }: CutCell): number | null {
  const bottom = cell.bounds.at(-1)?.box.bottom;
  return bottom === undefined || lastLine === null ? null : bottom - lastLine.bottom;
}

function areNumbers({ before, after }: Pair): boolean {
  return wholeNumber.test(before.cell.text) && wholeNumber.test(after.cell.text);
}

/** Whether a bracket is cut from its text: 产出指标(50 before the break and 分) after it, or all of (50分) after it. */
export function isBracketCut({ before, after }: Pair): boolean {
  if (/^[(（][^()（）]*[)）]$/.test(after.cell.text)) return !/[)）]$/.test(before.cell.text);
  const opened = (text: string): number => text.split(/[(（]/).length - text.split(/[)）]/).length;
  return opened(before.cell.text) > 0 && opened(after.cell.text) < 0;
}

/**
 * Whether both texts touch the break while whole texts keep their distance: a middle-aligned text cut in two. Two that
 * touch the other sides of their cells too are as high as their rows, and may be whole.
 */
export function hangsAtBreak({ before, after }: Pair, context: BreakContext): boolean {
  const below = gapBelow(before);
  const above = gapAbove(after);
  if (below === null || above === null || before.lastLine === null) return false;
  const closestPt = hangingHeights * heightOf(before.lastLine);
  const areAsHighAsTheirRows = (gapAbove(before) ?? 0) < closestPt && (gapBelow(after) ?? 0) < closestPt;
  if (areAsHighAsTheirRows && below >= 0) return false;
  return (
    below < Math.min(closestPt, hangingShare * context.gapBeforePt) &&
    above < Math.min(closestPt, hangingShare * context.gapAfterPt)
  );
}

/** One line of text that the break runs through, so that both pages draw it: Calc centres text over the break. */
export function isSliced({ before, after }: Pair): boolean {
  return (gapBelow(before) ?? 0) < 0 && foldText(before.cell.text).endsWith(foldText(after.cell.text));
}
