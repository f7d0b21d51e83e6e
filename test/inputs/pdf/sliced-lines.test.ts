import { expect, test } from 'vitest';
import type { DrawnPage } from '../../../src/model/page.ts';
import { placedTexts, read, smallPdf } from './small-pdf.ts';

const write = (word: string, y: number, x = 30): string => `BT /F1 10 Tf ${x} ${y} Td (${word}) Tj ET`;

/** A page that ends 20 points above its lower edge, and the next, which begins as far below its upper one. */
async function pagesAround(upper: string, lower: string): Promise<DrawnPage[]> {
  const { pages } = await read(
    smallPdf([{ content: `q 0 20 200 80 re W n ${upper} Q` }, { content: `q 0 0 200 80 re W n ${lower} Q` }]),
  );
  return pages.filter((page) => page.kind === 'drawn');
}

// The em box of a line reaches from 1.2 points below its baseline to 8.8 above it.
const upper = write('output', 15.9);
const lower = write('output', 76.3);

test('a line cut in two by a break is read once, where its upper half is', async () => {
  const pages = await pagesAround(upper, lower);
  expect(pages.map(placedTexts)).toStrictEqual([[['output', 30, 75.3, 66, 80]], []]);
  expect(pages[0]?.textItems[0]?.confidence).toBe(1);
});

test('of a line cut unevenly, the larger part is read', async () => {
  const above = await pagesAround(write('output', 17), write('output', 77));
  expect(above.map((page) => page.textItems.length)).toStrictEqual([1, 0]);
  const below = await pagesAround(write('output', 14), write('output', 74));
  expect(below.map((page) => page.textItems.length)).toStrictEqual([0, 1]);
});

test.each([
  ['of different texts', upper, write('effect', 76.3)],
  ['in different places across', upper, write('output', 76.3, 40)],
  ['that leave out the middle of a line', write('output', 12.2), write('output', 79)],
  ['that are lower ones, both', write('output', 96.3), lower],
])('slices %s are not read', async (_, first, second) => {
  const pages = await pagesAround(first, second);
  expect(pages.flatMap(placedTexts)).toStrictEqual([]);
});
