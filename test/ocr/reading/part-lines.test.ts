import { expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import { partLines } from '../../../src/ocr/reading/part-lines.ts';

const box = (left: number, right: number, [top, bottom]: readonly [number, number]): Box => ({
  left,
  top,
  right,
  bottom,
});

test('a box that holds half of the line above it, or below, ends there', () => {
  const long = box(10, 200, [20, 32]);
  expect(partLines([long, box(10, 50, [25, 48])])).toStrictEqual([long, box(10, 50, [32, 48])]);
  expect(partLines([box(10, 50, [4, 27]), long])).toStrictEqual([box(10, 50, [4, 20]), long]);
});

test('between two lines it ends at both', () => {
  const [above, below] = [box(10, 200, [20, 32]), box(10, 200, [48, 60])];
  expect(partLines([above, box(10, 50, [28, 52]), below])[1]).toStrictEqual(box(10, 50, [32, 48]));
});

test.each([
  ['as high as the other line', [box(10, 200, [20, 32]), box(10, 50, [30, 43])]],
  ['beside it', [box(60, 200, [20, 32]), box(10, 50, [25, 48])]],
  ['that it only touches', [box(10, 200, [20, 32]), box(10, 50, [31, 48])]],
  ['with a part of its own line', [box(8, 18, [24, 30]), box(10, 50, [20, 34])]],
  ['that would be left with nothing', [box(10, 200, [20, 32]), box(10, 50, [19, 37])]],
  ['a column beside which lines were found', [box(10, 30, [20, 32]), box(10, 22, [10, 60])]],
] as const)('a box %s stays as it is', (_, boxes) => {
  expect(partLines(boxes)).toStrictEqual(boxes);
});
