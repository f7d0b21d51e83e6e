import { expect, test } from 'vitest';
import { ownRows } from '../../../src/ocr/reading/own-rows.ts';

/** A window 100 pixels wide and 48 high with ink from row to row, over a share of its width. */
function windowOf(bands: readonly (readonly [top: number, bottom: number, share?: number])[]) {
  const drawn = { width: 100, height: 48, data: new Uint8Array(100 * 48).fill(250) };
  for (const [top, bottom, share = 0.6] of bands) {
    for (let y = top; y < bottom; y++) drawn.data.fill(20, y * 100, y * 100 + 100 * share);
  }
  return drawn;
}

test('a slice of the line above, or below, is none of its own', () => {
  expect(
    ownRows(
      windowOf([
        [0, 12],
        [18, 44],
      ]),
    ),
  ).toStrictEqual({ top: 14, bottom: 48 });
  expect(
    ownRows(
      windowOf([
        [4, 30],
        [33, 48],
      ]),
    ),
  ).toStrictEqual({ top: 0, bottom: 33 });
  expect(
    ownRows(
      windowOf([
        [0, 6],
        [10, 36],
        [40, 48],
      ]),
    ),
  ).toStrictEqual({ top: 6, bottom: 40 });
});

test('specks between two lines do not join them', () => {
  expect(
    ownRows(
      windowOf([
        [0, 12],
        [12, 18, 0.02],
        [18, 44],
      ]),
    ),
  ).toStrictEqual({ top: 14, bottom: 48 });
});

test.each([
  ['a line by itself', [[6, 42]]],
  [
    'the strokes of 二',
    [
      [10, 14, 0.4],
      [34, 38],
    ],
  ],
  [
    'strokes that reach the edge with nothing free between',
    [
      [0, 20, 0.3],
      [20, 40],
    ],
  ],
  [
    'a line that fills its window',
    [
      [0, 1],
      [4, 46],
    ],
  ],
  [
    'two lines, with none in the middle,',
    [
      [0, 20],
      [27, 48],
    ],
  ],
  ['nothing', []],
] as [string, [number, number, number?][]][])('%s keeps its window', (_, bands) => {
  expect(ownRows(windowOf(bands))).toBeNull();
});
