import { expect, test } from 'vitest';
import { flattenGround } from '../../src/images/flatten.ts';
import type { GreyRaster } from '../../src/model/raster.ts';

/** A page whose ground `paperAt` gives, with a black bar of 4 by 40 pixels at (100, 100). */
function pageOn(paperAt: (x: number, y: number) => number): GreyRaster {
  const data = new Uint8Array(200 * 200);
  for (let y = 0; y < 200; y++) {
    for (let x = 0; x < 200; x++) {
      const isBar = x >= 100 && x < 140 && y >= 100 && y < 104;
      data[y * 200 + x] = paperAt(x, y) * (isBar ? 0.2 : 1);
    }
  }
  return { width: 200, height: 200, data };
}

const at = ({ width, data }: GreyRaster, x: number, y: number): number => data[y * width + x] ?? -1;

test.each([
  ['white', () => 255],
  ['grey', () => 150],
  ['lighter to the right', (x: number) => 180 + 0.15 * x],
  ['shaded in a corner', (x: number, y: number) => 250 - 0.1 * (x + y)],
])('%s ground becomes even, and print keeps its share of it', (_, paperAt) => {
  const flat = flattenGround(pageOn(paperAt), 32);
  for (const [x, y] of [
    [10, 10],
    [190, 10],
    [60, 150],
    [180, 180],
    [120, 96],
  ] as const) {
    expect(Math.abs(at(flat, x, y) - 250)).toBeLessThanOrEqual(15);
  }
  expect(Math.abs(at(flat, 120, 102) - 50)).toBeLessThanOrEqual(6);
});

test('a table top is no paper: it stays dark', () => {
  const flat = flattenGround(
    pageOn((x) => (x < 64 ? 20 : 240)),
    16,
  );
  expect(at(flat, 20, 100)).toBeLessThan(100);
  expect(at(flat, 180, 100)).toBeGreaterThan(240);
});
