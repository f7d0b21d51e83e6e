import { expect, test } from 'vitest';
import type { GreyRaster } from '../../../src/model/raster.ts';
import { areInPrint, mayBeLightPrint, partFaintText, withoutBack } from '../../../src/ocr/reading/faint-text.ts';

const box = (left: number) => ({ left, top: 10, right: left + 30, bottom: 22 });
const boxesOf = (count: number) => Array.from({ length: count }, (_, index) => box(40 * index));

/** A page 40 points high at 2 pixels a point, with strokes of a level in each box. */
function page(levels: readonly number[]): GreyRaster {
  const width = 80 * Math.max(1, levels.length);
  const picture = { width, height: 80, data: new Uint8Array(width * 80).fill(248) };
  for (const [index, level] of levels.entries()) {
    for (let y = 24; y < 40; y++) {
      for (let x = 80 * index + 8; x < 80 * index + 56; x += 6)
        picture.data.fill(level, y * width + x, y * width + x + 2);
    }
  }
  return picture;
}

const parted = (levels: readonly number[]) => partFaintText(boxesOf(levels.length), page(levels), 2);

test('what is much fainter than the other texts shows through from the back', () => {
  const { print, faint, faintDarkness } = parted([30, 40, 205, 35, 60]);
  expect(print).toStrictEqual(boxesOf(5).filter((_, at) => at !== 2));
  expect(faint).toStrictEqual([box(80)]);
  expect(faintDarkness).toBeNull();
});

test('print in grey, and a page that is faint as a whole, is read', () => {
  expect(parted([30, 40, 140, 35, 60]).print).toStrictEqual(boxesOf(5));
  expect(parted([200, 205, 195, 205, 210]).print).toStrictEqual(boxesOf(5));
  expect(parted([])).toStrictEqual({ print: [], faint: [], faintDarkness: null });
});

test('where the back shows through all over, its darkness is told, and it can be taken out of the picture', () => {
  const levels = [30, 205, 40, 210, 200, 35, 215, 60];
  const { print, faintDarkness } = parted(levels);
  expect(print).toHaveLength(4);
  expect(faintDarkness).toBe(48);
  const cleaned = withoutBack(page(levels), 255 - 200);
  expect([...new Set(cleaned.data)].sort((a, b) => a - b)).toStrictEqual([38, 45, 51, 77, 255]);
});

test('the few faint texts of a seal are no light print', () => {
  const faded = (count: number) => mayBeLightPrint({ print: boxesOf(40), faint: boxesOf(count), faintDarkness: null });
  expect([faded(0), faded(5), faded(20)]).toStrictEqual([false, false, true]);
});

test('faint texts that are read as well as the others are print', () => {
  expect(areInPrint(0.93, 0.97)).toBe(true);
  expect(areInPrint(0.55, 0.97)).toBe(false);
});
