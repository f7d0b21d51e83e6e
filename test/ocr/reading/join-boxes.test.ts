import { expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import { joinBoxes } from '../../../src/ocr/reading/join-boxes.ts';

const box = (left: number, right: number, [top, bottom] = [20, 32]): Box => ({ left, top, right, bottom });

test('parts of a line that overlap are one, however many', () => {
  expect(joinBoxes([box(50, 90), box(10, 55), box(88, 120, [21, 33])])).toStrictEqual([box(10, 120, [20, 33])]);
});

test.each([
  ['side by side', box(56, 90)],
  ['on another line', box(40, 90, [30, 42])],
  ['of another size', box(40, 90, [10, 42])],
])('boxes %s stay two', (_, other) => {
  const own = box(10, 55);
  expect(joinBoxes([own, other])).toStrictEqual([own, other]);
});

test('a box within another is a part of it, whatever its size', () => {
  expect(joinBoxes([box(10, 60), box(54, 60, [23, 29])])).toStrictEqual([box(10, 60)]);
  expect(joinBoxes([box(54, 60, [23, 29]), box(10, 60)])).toStrictEqual([box(10, 60)]);
});
