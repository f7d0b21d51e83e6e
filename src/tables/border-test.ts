import type { Ruling, TextItem } from '../model/page.ts';
import { firstIndexFrom } from './snap.ts';

/** A horizontal line with the text that stands on it; shares of its length. */
export interface LineUnderText {
  readonly ruling: Ruling;
  /** What of it text stands on. */
  readonly covered: number;
  /** The same, also of text that stands up to half its height above. */
  readonly near: number;
  /** Whether it runs through the middle of text. */
  readonly isStruck: boolean;
  readonly textLeft: number;
  readonly textRight: number;
  readonly textHeightPt: number;
  /** The widest gap between two texts on it, in heights. */
  readonly widestGap: number;
}

/** Pieces of one line are this close together across it, in points. */
export const sameLinePt = 0.6;
/** A ruling reaches another that is this near, in points. */
const touchPt = 1.5;
/** Lines within a cell end this much short of its sides at least, and keep no more than this free, in points. */
const shortPt = 0.4;
const maxPaddingPt = 12;
/** What a cell keeps free below an underline, at most, in heights of its text. */
const maxBelowHeights = 1.2;
/**
 * The share of an underline that its text takes up at least, and of one that lies within a cell, alone at its height.
 */
const minCovered = 0.4;
const minCoveredWithin = 0.1;
/** An underline runs on from word to word; a border also lies below the gaps between columns, in heights. */
const maxGapHeights = 0.6;
/** A border is longer than the text above it by this much at least, in points. */
const overhangPt = 0.5;

/**
 * Tells borders from lines that belong to a text. In this order:
 *
 * 1. What a vertical line crosses is a border; else what runs through the middle of a text is none.
 * 2. Where a vertical line begins or ends, there is a border.
 * 3. A line within a cell, short of the lines at its sides, with nothing between it and the cell's lower side, is none.
 * 4. What has little text right on it, or a gap between texts as wide as between columns, is a border.
 * 5. What is longer than its text and joins two vertical lines, or is as long as a line without text, is a border.
 */
export function borderTest(
  lines: readonly LineUnderText[],
  verticals: readonly Ruling[],
  items: readonly TextItem[],
): (line: LineUnderText) => boolean {
  const isEndNear = endsOf(verticals);
  const passing = passingAt(verticals);
  const isAboveBlank = blankBelow(lines, items);
  const heights = lines.map(({ ruling }) => ruling.position);
  const hasBeside = ({ ruling: { position: y } }: LineUnderText): boolean =>
    firstIndexFrom(heights, y + sameLinePt) - firstIndexFrom(heights, y - sameLinePt) > 1;
  const lengths = new Set(lines.filter(({ near }) => near === 0).map(({ ruling }) => lengthKey(ruling)));
  return (line) => {
    const { position: y, start, end } = line.ruling;
    if (passing(y, start + touchPt, end - touchPt).length > 0) return true;
    if (line.isStruck) return false;
    if (isEndNear(line.ruling)) return true;
    const reach = reachOf(line.ruling, passing);
    if (reach === 'short' && isAboveBlank(line)) return false;
    const least = reach === 'short' && !hasBeside(line) ? minCoveredWithin : minCovered;
    if (line.covered < least || line.widestGap > maxGapHeights) return true;
    return isLongerThanText(line) && (reach === 'whole' || lengths.has(lengthKey(line.ruling)));
  };
}

/** Whether a line joins the two vertical lines at its sides, or ends short of one; `null` where it has not two. */
function reachOf({ position: y, start, end }: Ruling, passing: Passing): 'whole' | 'short' | null {
  const left = passing(y, start - maxPaddingPt, start + touchPt).at(-1);
  const right = passing(y, end - touchPt, end + maxPaddingPt)[0];
  if (left === undefined || right === undefined) return null;
  return Math.max(start - farSide(left), nearSide(right) - end) > shortPt ? 'short' : 'whole';
}

function isLongerThanText({ ruling: { start, end }, textLeft, textRight }: LineUnderText): boolean {
  return start < textLeft - overhangPt || end > textRight + overhangPt;
}

/** Whether a vertical line begins or ends at a horizontal one. */
function endsOf(verticals: readonly Ruling[]): (horizontal: Ruling) => boolean {
  const ends = verticals
    .flatMap(({ position, start, end }) => [start, end].map((y) => ({ x: position, y })))
    .sort((a, b) => a.y - b.y);
  const heights = ends.map(({ y }) => y);
  return ({ position, start, end }) =>
    ends
      .slice(firstIndexFrom(heights, position - touchPt), firstIndexFrom(heights, position + touchPt))
      .some(({ x }) => x >= start - touchPt && x <= end + touchPt);
}

type Passing = (y: number, low: number, high: number) => readonly Ruling[];

/** The verticals that pass a height between two places, from left to right. */
function passingAt(verticals: readonly Ruling[]): Passing {
  const across = verticals.map(({ position }) => position);
  return (y, low, high) =>
    verticals
      .slice(firstIndexFrom(across, low), firstIndexFrom(across, high))
      .filter((vertical) => vertical.start <= y && vertical.end >= y);
}

/** Whether the next line below follows closely, with no text between. */
function blankBelow(lines: readonly LineUnderText[], items: readonly TextItem[]): (line: LineUnderText) => boolean {
  const heights = lines.map(({ ruling }) => ruling.position);
  const texts = items.map(({ box }) => ({ box, y: (box.top + box.bottom) / 2 })).sort((a, b) => a.y - b.y);
  const middles = texts.map(({ y }) => y);
  return ({ ruling: { position: y, start, end }, textHeightPt }) => {
    const from = firstIndexFrom(heights, y + sameLinePt);
    const near = lines.slice(from, firstIndexFrom(heights, y + maxBelowHeights * textHeightPt));
    const next = near.find(({ ruling }) => ruling.start < end && ruling.end > start);
    if (next === undefined) return false;
    const between = texts.slice(firstIndexFrom(middles, y), firstIndexFrom(middles, next.ruling.position));
    return !between.some(({ box }) => box.right > start && box.left < end);
  };
}

function nearSide({ position, thicknessPt }: Ruling): number {
  return position - thicknessPt / 2;
}

function farSide({ position, thicknessPt }: Ruling): number {
  return position + thicknessPt / 2;
}

function lengthKey({ start, end }: Ruling): string {
  return `${Math.round(start)} ${Math.round(end)}`;
}
