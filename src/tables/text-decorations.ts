import { heightOf } from '../model/geometry.ts';
import type { Ruling, TextItem } from '../model/page.ts';
import { borderTest, type LineUnderText, sameLinePt } from './border-test.ts';
import { firstIndexFrom, mergeRulings } from './snap.ts';

/** Pieces of one line are this close together along it, in points: a border goes on behind the line that crosses it. */
const sameLineGapPt = 2.5;
/** Where lines lie on a text, in its heights: no stroke goes through the top, underlines reach below the bottom. */
const strikeTop = 0.25;
const strikeBottom = 0.2;
const underlineBelow = 0.15;
const farUnderlineBelow = 0.5;
/** Text taller than this, in points, is a watermark and underlines nothing. */
const maxTextPt = 60;
/** The share of a line that text takes up through whose middle it runs; blanks may be struck through too. */
const minStruck = 0.4;

/**
 * The rulings without those that belong to a text: underlines and strike-throughs, which else cut a cell in two.
 *
 * 1. Join the pieces of each horizontal line, closely, and find the text that stands on it.
 * 2. A line on which text stands is that text's, unless something shows that it is a border (`borderTest`).
 */
export function withoutTextDecorations(rulings: readonly Ruling[], items: readonly TextItem[]): readonly Ruling[] {
  const merged = (orientation: Ruling['orientation']): Ruling[] =>
    mergeRulings(
      rulings.filter((ruling) => ruling.orientation === orientation),
      sameLinePt,
      sameLineGapPt,
    );
  const texts = itemsByBottom(items);
  const lines = merged('horizontal').map((line) => underText(line, texts));
  const isBorder = borderTest(lines, merged('vertical'), items);
  const dropped = lines.filter((line) => line.near > 0 && !isBorder(line)).map(({ ruling }) => ruling);
  return dropped.length === 0 ? rulings : rulings.filter(isNoneOf(dropped));
}

interface SortedItems {
  readonly items: readonly TextItem[];
  readonly bottoms: readonly number[];
}

function itemsByBottom(items: readonly TextItem[]): SortedItems {
  const sorted = items.filter(({ box }) => heightOf(box) <= maxTextPt).sort((a, b) => a.box.bottom - b.box.bottom);
  return { items: sorted, bottoms: sorted.map(({ box }) => box.bottom) };
}

function underText(ruling: Ruling, { items, bottoms }: SortedItems): LineUnderText {
  const y = ruling.position;
  const from = firstIndexFrom(bottoms, y - maxTextPt * farUnderlineBelow);
  const candidates = items.slice(from, firstIndexFrom(bottoms, y + maxTextPt));
  const near = candidates.filter(({ box }) => {
    const isOver = box.right > ruling.start && box.left < ruling.end;
    return isOver && y >= box.top + strikeTop * heightOf(box) && y <= box.bottom + farUnderlineBelow * heightOf(box);
  });
  const upTo = (share: number): TextItem[] => near.filter(({ box }) => y <= box.bottom + share * heightOf(box));
  return {
    ruling,
    ...coverage(upTo(underlineBelow), ruling),
    near: coverage(near, ruling).covered,
    isStruck: coverage(upTo(-strikeBottom), ruling).covered >= minStruck,
    textHeightPt: near.reduce((most, { box }) => Math.max(most, heightOf(box)), 0),
  };
}

type Coverage = Pick<LineUnderText, 'covered' | 'textLeft' | 'textRight' | 'widestGap'>;

function coverage(on: readonly TextItem[], { start, end }: Ruling): Coverage {
  let [covered, widestGap, textLeft, textRight] = [0, 0, end, start];
  for (const { box } of [...on].sort((a, b) => a.box.left - b.box.left)) {
    if (textRight > start) widestGap = Math.max(widestGap, (box.left - textRight) / heightOf(box));
    covered += Math.max(0, Math.min(box.right, end) - Math.max(box.left, textRight, start));
    textLeft = Math.min(textLeft, box.left);
    textRight = Math.max(textRight, box.right);
  }
  return { covered: covered / Math.max(1, end - start), textLeft, textRight, widestGap };
}

/** Whether a ruling is no piece of any of `lines`, which are ascending by position. */
function isNoneOf(lines: readonly Ruling[]): (ruling: Ruling) => boolean {
  const positions = lines.map(({ position }) => position);
  return ({ orientation, position, start, end }) => {
    if (orientation === 'vertical') return true;
    const from = firstIndexFrom(positions, position - sameLinePt);
    const near = lines.slice(from, firstIndexFrom(positions, position + sameLinePt));
    return !near.some((line) => start >= line.start - sameLinePt && end <= line.end + sameLinePt);
  };
}
