import { expect, test } from 'vitest';
import { pointsPerPaperPoint } from '../../src/images/paper-size.ts';

test.each([
  ['A5', 595],
  ['A4', 842],
  ['A3', 1191],
  ['a part of a page', 200],
])('%s is what it says', (_, longSidePt) => {
  expect(pointsPerPaperPoint(longSidePt)).toBe(1);
});

test.each([
  ['as many points as pixels, at 200 dpi', 2339, 200 / 72],
  ['a photograph of 72 dots an inch', 4032, 4.79],
])('%s is A4 all the same', (_, longSidePt, factor) => {
  expect(pointsPerPaperPoint(longSidePt)).toBeCloseTo(factor, 2);
});
