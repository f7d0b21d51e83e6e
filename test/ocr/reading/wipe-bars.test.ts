import { expect, test } from 'vitest';
import { wipeBars } from '../../../src/ocr/reading/wipe-bars.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';

const one: Stroke = [60, 10, 60, 38];
const blank = drawnLine(120, []);

test('what is left of rulings at the edges goes, and the text stays', () => {
  const rulings: Stroke[] = [
    [4, 0, 4, 47],
    [0, 2, 119, 2],
  ];
  const wiped = wipeBars(drawnLine(120, [one, ...rulings]));
  expect(wiped).toStrictEqual(wipeBars(drawnLine(120, [one])));
  expect(wiped).not.toStrictEqual(blank);
});

test('strokes of characters stay, at the edge as well', () => {
  for (const stroke of [one, [5, 10, 5, 38], [10, 24, 110, 24]] satisfies Stroke[]) {
    expect(wipeBars(drawnLine(120, [stroke]))).toStrictEqual(drawnLine(120, [stroke]));
  }
});
