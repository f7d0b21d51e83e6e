import type { TextLine } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { isPageMark } from '../text/page-mark.ts';
import type { PageBlocks } from './page-tables.ts';

/**
 * Lines within this many points of one height on several pages are running headers or footers; sheets slip in a
 * scanner.
 */
const sameHeightPt = 4;
const sameHeightOfScanPt = 60;

type Block = PageBlocks['blocks'][number];

/** The blocks of a page without the page numbers above its first or below its last other block. */
export function withoutPageNumbers(blocks: readonly Block[]): readonly Block[] {
  const isPageNumber = (block: Block | undefined): boolean =>
    block !== undefined && 'runs' in block && isPageMark(wordsOf(block));
  const from = isPageNumber(blocks[0]) ? 1 : 0;
  const to = blocks.length > from && isPageNumber(blocks.at(-1)) ? blocks.length - 1 : blocks.length;
  return blocks.slice(from, to);
}

/** Tells lines that stand at the same height with the same words, but for digits, on at least two of `pages`. */
export function recurringLines(pages: readonly PageBlocks[]): (line: TextLine) => boolean {
  const pagesOf = new Map<string, Set<number>>();
  const scans = new Set(pages.filter(({ page }) => page.mesh !== undefined).map(({ page }) => page.number));
  const keysOf = (line: TextLine): string[] => keysAt(line, scans.has(line.page) ? sameHeightOfScanPt : sameHeightPt);
  for (const line of pages.flatMap(({ blocks }) => blocks.filter((block) => 'runs' in block))) {
    for (const key of keysOf(line)) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(line.page));
  }
  return (line) => keysOf(line).some((key) => (pagesOf.get(key)?.size ?? 0) > 1);
}

function wordsOf(line: TextLine): string {
  return foldText(line.runs.map((run) => run.text).join(''));
}

/** Two keys a line, so that lines a little apart share one wherever the steps fall. */
function keysAt(line: TextLine, heightPt: number): string[] {
  const place = line.runs[0]?.place;
  if (place?.kind !== 'page') return [];
  const step = Math.round(place.box.top / heightPt);
  return [step, step + 1].map((height) => `${height} ${wordsOf(line).replace(/\d+/g, '#')}`);
}
