import { expect, test } from 'vitest';
import type { GreyRaster } from '../../../src/model/raster.ts';
import { withoutFaintText } from '../../../src/ocr/reading/faint-text.ts';

const box = (left: number) => ({ left, top: 10, right: left + 30, bottom: 22 });

/** A page of 200 by 40 points at 2 pixels a point, with strokes of a level in each box. */
function page(levels: readonly number[]): GreyRaster {
  const picture = { width: 400, height: 80, data: new Uint8Array(400 * 80).fill(248) };
  for (const [index, level] of levels.entries()) {
    for (let y = 24; y < 40; y++) {
      for (let x = 80 * index + 8; x < 80 * index + 56; x += 6) picture.data.fill(level, y * 400 + x, y * 400 + x + 2);
    }
  }
  return picture;
}

const boxes = [0, 1, 2, 3, 4].map((index) => box(40 * index));

test('what is much fainter than the other texts shows through from the back', () => {
  expect(withoutFaintText(boxes, page([30, 40, 205, 35, 60]), 2)).toStrictEqual(boxes.filter((_, at) => at !== 2));
});

test('print in grey, and a page that is faint as a whole, is read', () => {
  expect(withoutFaintText(boxes, page([30, 40, 140, 35, 60]), 2)).toStrictEqual(boxes);
  expect(withoutFaintText(boxes, page([200, 205, 195, 205, 210]), 2)).toStrictEqual(boxes);
  expect(withoutFaintText([], page([]), 2)).toStrictEqual([]);
});
