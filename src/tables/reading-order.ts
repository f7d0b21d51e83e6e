import { type Box, heightOf, unionOf } from '../model/geometry.ts';
import type { OtherText, TextItem } from '../model/page.ts';
import type { Reading } from '../model/table.ts';
import { joinLines, tidyLine } from '../text/join.ts';
import { isWide } from '../text/typesetting.ts';

/** Two items stand on one line if they share this much of the lower one's height. */
const sameLineShare = 0.5;
/** A gap of this many heights parts two runs of a line (填报单位 … 金额单位); spaced-out titles have up to two. */
const runGapHeights = 2.2;
/** Items of one line that overlap by more than this many heights are printed over one another. */
const maxOverlapHeights = 0.35;
const overprintConfidence = 0.5;
/** A gap of this many heights between Latin characters is a space. */
const wordGapHeights = 0.2;

/** Items as lines from top to bottom, each from left to right. */
export function linesOf(items: readonly TextItem[]): TextItem[][] {
  const lines: { box: Box; items: TextItem[] }[] = [];
  for (const item of [...items].sort((a, b) => middleOf(a.box) - middleOf(b.box))) {
    const line = lines.at(-1);
    if (line !== undefined && sharedHeight(line.box, item.box) >= sameLineShare) {
      line.items.push(item);
      line.box = unionOf([line.box, item.box]) ?? line.box;
    } else {
      lines.push({ box: item.box, items: [item] });
    }
  }
  return lines.map((line) => line.items.sort((a, b) => a.box.left - b.box.left));
}

/** The runs of one line: items parted where the gap is too wide for one text. Spaced-out characters stay together. */
export function runsOf(line: readonly TextItem[]): TextItem[][] {
  const runs: TextItem[][] = [];
  for (const item of line) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && gapIn(previous, item) <= runGapHeights) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The text of items that belong together, read line by line; `place` is their common box on `page` (from 1). */
export function readItems(items: readonly TextItem[], page: number): Reading {
  const lines = linesOf(items).map(lineText);
  const box = unionOf(items.map((item) => item.box));
  const isSpelledOut = items.every((item) => item.others === undefined);
  return {
    text: joinLines(lines),
    raw: lines.join('\n'),
    place: box === null ? null : { kind: 'page', page, box },
    confidence: items.reduce(
      (least, item) => Math.min(least, item.confidence),
      isOverprinted(items) ? overprintConfidence : 1,
    ),
    ...(isSpelledOut ? {} : { others: othersOf(items) }),
  };
}

/** What the whole may be instead: each time one of the items is one of its others. */
function othersOf(items: readonly TextItem[]): OtherText[] {
  const replaced = items.flatMap((item, index) =>
    (item.others ?? []).map(({ text, confidence }) => {
      const lines = linesOf(items.with(index, { ...item, text })).map(lineText);
      return { text: joinLines(lines), confidence };
    }),
  );
  return replaced.sort((a, b) => b.confidence - a.confidence);
}

/** Whether texts stand on one another: one was printed over another, and a reader sees the later one alone. */
function isOverprinted(items: readonly TextItem[]): boolean {
  return linesOf(items).some((line) =>
    line.some((item, index) => {
      const previous = line[index - 1];
      return previous !== undefined && gapIn(previous, item) < -maxOverlapHeights;
    }),
  );
}

/** One line's text; gaps between Latin words become spaces, gaps beside wide characters nothing. */
function lineText(line: readonly TextItem[]): string {
  let text = '';
  let previous: TextItem | undefined;
  for (const item of line) {
    const isGap = previous !== undefined && gapIn(previous, item) > wordGapHeights;
    const isBetweenNarrow = !isWide(text.at(-1) ?? '') && !isWide(item.text.at(0) ?? '');
    text += isGap && isBetweenNarrow ? ` ${item.text}` : item.text;
    previous = item;
  }
  return tidyLine(text);
}

/** The gap between two neighbours on a line, in heights of the smaller one. */
function gapIn(left: TextItem, right: TextItem): number {
  return (right.box.left - left.box.right) / Math.max(1, Math.min(heightOf(left.box), heightOf(right.box)));
}

function middleOf(box: Box): number {
  return (box.top + box.bottom) / 2;
}

function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(0.1, Math.min(heightOf(a), heightOf(b)));
}
