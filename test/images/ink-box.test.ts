import { expect, test } from 'vitest';
import { inkBox } from '../../src/images/ink-box.ts';

function pageWith(...dark: readonly (readonly [x: number, y: number])[]) {
  const data = new Uint8Array(100 * 80).fill(250);
  for (const [x, y] of dark) data[y * 100 + x] = 60;
  return { width: 100, height: 80, data };
}

const block = (left: number, top: number): [number, number][] =>
  Array.from({ length: 16 }, (_, index) => [left + (index % 4), top + Math.floor(index / 4)]);

test('a blank page has no ink', () => {
  expect(inkBox(pageWith())).toBeNull();
});

test('specks are none', () => {
  expect(inkBox(pageWith([3, 3], [90, 10], [50, 70]))).toBeNull();
});

test('all ink is within, and nothing but', () => {
  const box = inkBox(pageWith([2, 2], ...block(20, 30), ...block(70, 44)));
  expect(box).toStrictEqual({ left: 20, top: 30, right: 74, bottom: 48 });
});
