import { expect, test } from 'vitest';
import type { Ruling } from '../../../src/model/page.ts';
import type { Box } from '../../../src/model/geometry.ts';
import { findLoneInk, inkPieces } from '../../../src/ocr/reading/lone-ink.ts';

/** A page of 100 by 100 points at two pixels a point, black where boxes are. */
function find(inked: readonly Box[], found: readonly Box[] = [], drawn = rulings): Box[] {
  const picture = { width: 200, height: 200, data: new Uint8Array(40_000).fill(250) };
  for (const { left, top, right, bottom } of inked) {
    for (let y = 2 * top; y < 2 * bottom; y++) picture.data.fill(20, y * 200 + 2 * left, y * 200 + 2 * right);
  }
  return findLoneInk(inkPieces({ picture, pixelsPerPt: 2, rulings: drawn, found }));
}

const rulings = [10, 90].flatMap((position): Ruling[] =>
  (['horizontal', 'vertical'] as const).map((orientation) => {
    return { orientation, position, start: 10, end: 90, thicknessPt: 1 };
  }),
);
const digit = { left: 40, top: 40, right: 44, bottom: 48 };

test('a digit in a cell without text is found, with a margin', () => {
  expect(find([digit])).toStrictEqual([{ left: 38, top: 39, right: 46, bottom: 49 }]);
});

test('strokes near one another are one text, those apart two', () => {
  expect(find([digit, { ...digit, left: 46, right: 50 }])).toHaveLength(1);
  expect(find([digit, { ...digit, left: 60, right: 64 }])).toHaveLength(2);
});

test('a row that the page ends in belongs to the table', () => {
  const open = rulings.map((ruling) => (ruling.orientation === 'vertical' ? { ...ruling, end: 98 } : ruling));
  const below = { left: 40, top: 91, right: 44, bottom: 97 };
  expect(find([below])).toStrictEqual([]);
  expect(find([below], [], open)).toHaveLength(1);
});

test('what was found as text is not found again', () => {
  expect(find([digit], [{ left: 38, top: 38, right: 60, bottom: 50 }])).toStrictEqual([]);
});

test('specks, rulings, pictures and what stands outside the table are no text', () => {
  const speck = { left: 40, top: 40, right: 41, bottom: 41 };
  const picture = { left: 30, top: 30, right: 70, bottom: 70 };
  const ruling = { left: 10, top: 9, right: 90, bottom: 11 };
  const outside = { left: 2, top: 40, right: 6, bottom: 48 };
  for (const ink of [speck, picture, ruling, outside]) expect(find([ink])).toStrictEqual([]);
});

test('a page full of noise is not searched', () => {
  const noise = Array.from({ length: 450 }, (_, at) => {
    const [x, y] = [14 + 3 * (at % 24), 14 + 3 * Math.floor(at / 24)];
    return { left: x, top: y, right: x + 1, bottom: y + 1 };
  });
  expect(find([...noise, { ...digit, top: 80, bottom: 88 }])).toStrictEqual([]);
});
