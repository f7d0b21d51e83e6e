import type { TextLine } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import type { PageBlocks } from './page-tables.ts';

/** 3, - 3 -, 第3页, 第 3 页 共 14 页, 3/14, Page 3 of 14 */
const pageNumber = /^[-·.]*(?:第|page)?\d{1,4}页?(?:,?(?:of|\/|共)\d{1,4}页?)?[-·.]*$/;
/** Lines within this many points of one height on several pages are running headers or footers. */
const sameHeightPt = 4;

type Block = PageBlocks['blocks'][number];

/** The blocks of a page without the page numbers above its first or below its last other block. */
export function withoutPageNumbers(blocks: readonly Block[]): readonly Block[] {
  const isPageNumber = (block: Block | undefined): boolean =>
    block !== undefined && 'runs' in block && pageNumber.test(wordsOf(block));
  const from = isPageNumber(blocks[0]) ? 1 : 0;
  const to = blocks.length > from && isPageNumber(blocks.at(-1)) ? blocks.length - 1 : blocks.length;
  return blocks.slice(from, to);
}

/** Tells lines that stand at the same height with the same words, but for digits, on at least two of `pages`. */
export function recurringLines(pages: readonly PageBlocks[]): (line: TextLine) => boolean {
  const pagesOf = new Map<string, Set<number>>();
  for (const line of pages.flatMap(({ blocks }) => blocks.filter((block) => 'runs' in block))) {
    for (const key of keysOf(line)) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(line.page));
  }
  return (line) => keysOf(line).some((key) => (pagesOf.get(key)?.size ?? 0) > 1);
}

function wordsOf(line: TextLine): string {
  return foldText(line.runs.map((run) => run.text).join(''));
}

/** Two keys a line, so that lines a little apart share one wherever the steps fall. */
function keysOf(line: TextLine): string[] {
  const place = line.runs[0]?.place;
  if (place?.kind !== 'page') return [];
  const step = Math.round(place.box.top / sameHeightPt);
  return [step, step + 1].map((height) => `${height} ${wordsOf(line).replace(/\d+/g, '#')}`);
}
