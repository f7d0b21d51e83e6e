import { expect, test } from 'vitest';
import { greyWithoutSeals } from '../../src/images/grey.ts';

const levelOf = (...pixel: readonly number[]): number | undefined =>
  greyWithoutSeals(Uint8Array.from(pixel), { width: 1, height: 1, channels: pixel.length }).data[0];

test.each([
  ['white paper', [255, 255, 255], 255],
  ['black print', [20, 20, 20], 20],
  ['blue ink', [40, 60, 160], 40],
  ['grey of one channel', [77], 77],
  ['grey with alpha', [77, 77, 77, 255], 77],
])('%s keeps its darkness', (_, pixel, level) => {
  expect(levelOf(...pixel)).toBe(level);
});

test('the red of a seal becomes paper, and print under it stays dark', () => {
  expect(levelOf(210, 60, 70)).toBe(255);
  expect(levelOf(70, 20, 25)).toBeLessThan(110);
});

test('rows are read without padding', () => {
  const pixels = Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((level) => [level, level, level]));
  const layout = { width: 3, height: 2, channels: 3 };
  expect(greyWithoutSeals(pixels, layout)).toStrictEqual({
    width: 3,
    height: 2,
    data: Uint8Array.of(1, 2, 3, 4, 5, 6),
  });
});
