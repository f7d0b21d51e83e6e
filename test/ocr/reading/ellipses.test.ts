import { expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import type { Ruling } from '../../../src/model/page.ts';
import { readEllipses } from '../../../src/ocr/reading/ellipses.ts';
import { inkPieces } from '../../../src/ocr/reading/lone-ink.ts';

const pixelsPerPt = 3;
const sizePx = 300;
const rulings = [10, 90].flatMap((position): Ruling[] =>
  (['horizontal', 'vertical'] as const).map((orientation) => {
    return { orientation, position, start: 10, end: 90, thicknessPt: 1 };
  }),
);

/** What is read of a page of 100 points with black squares of a point. */
function read(places: readonly (readonly [x: number, y: number])[], found: readonly Box[] = []): string[] {
  const picture = { width: sizePx, height: sizePx, data: new Uint8Array(sizePx ** 2).fill(250) };
  for (const [x, y] of places) {
    for (let row = y * pixelsPerPt; row < (y + 1) * pixelsPerPt; row++)
      picture.data.fill(20, row * sizePx + x * pixelsPerPt, row * sizePx + (x + 1) * pixelsPerPt);
  }
  return readEllipses(inkPieces({ picture, pixelsPerPt, rulings, found })).map(({ characters }) =>
    characters.map(({ text }) => text).join(''),
  );
}

const dots = [20, 23, 26, 29, 32, 35].map((x) => [x, 40] as const);

test('six dots in a row are an ellipsis, and one of them may be lost', () => {
  expect(read(dots)).toStrictEqual(['……']);
  expect(read(dots.slice(1))).toStrictEqual(['……']);
});

test('specks are none: too few, one above the other, or not evenly apart', () => {
  expect(read(dots.slice(2))).toStrictEqual([]);
  expect(read(dots.map(([x], index) => [x, 40 + 2 * index] as const))).toStrictEqual([]);
  expect(read([20, 22, 27, 29, 34, 36].map((x) => [x, 40] as const))).toStrictEqual([]);
});

test('dots of a text that was found, and those outside of tables, are not looked at', () => {
  expect(read(dots, [{ left: 18, top: 36, right: 40, bottom: 46 }])).toStrictEqual([]);
  expect(read(dots.map(([x]) => [x, 95] as const))).toStrictEqual([]);
});
