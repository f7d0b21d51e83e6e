import { expect, test } from 'vitest';
import type { Ruling } from '../../src/model/page.ts';
import { clipToCells } from '../../src/ocr/text-windows.ts';

const vertical = (position: number): Ruling => ({
  orientation: 'vertical',
  position,
  start: 0,
  end: 100,
  thicknessPt: 1.5,
});
const horizontal = (position: number): Ruling => ({
  orientation: 'horizontal',
  position,
  start: 0,
  end: 100,
  thicknessPt: 1.5,
});
const box = { left: 10, top: 20, right: 60, bottom: 32 };

test('a line that no ruling meets stays as it is', () => {
  expect(clipToCells(box, [vertical(5), vertical(80), horizontal(10)])).toStrictEqual([box]);
});

test('a line over two cells is cut at their wall', () => {
  expect(clipToCells(box, [vertical(40)])).toStrictEqual([
    { ...box, right: 39 },
    { ...box, left: 41 },
  ]);
});

test('what reaches over a wall by less than a character is none of its text', () => {
  expect(clipToCells(box, [vertical(57)])).toStrictEqual([{ ...box, right: 56 }]);
  expect(clipToCells(box, [vertical(13)])).toStrictEqual([{ ...box, left: 14 }]);
});

test('a wall that ends above the line does not cut it', () => {
  expect(clipToCells(box, [{ ...vertical(40), end: 22 }])).toStrictEqual([box]);
});

test('the rulings above and below keep out what lies behind them', () => {
  expect(clipToCells(box, [horizontal(21), horizontal(31)])).toStrictEqual([{ ...box, top: 22, bottom: 30 }]);
});

test('rulings that would leave nothing of a line are strokes of it', () => {
  expect(clipToCells(box, [horizontal(25), horizontal(27)])).toStrictEqual([box]);
});

test('text that touches a thin wall keeps its first stroke', () => {
  const [, behind] = clipToCells(box, [{ ...vertical(40), thicknessPt: 0.8 }]);
  expect(behind).toStrictEqual({ ...box, left: 40.65 });
  const [before] = clipToCells(box, [{ ...vertical(40), thicknessPt: 9 }]);
  expect(before).toStrictEqual({ ...box, right: 38.5 });
});
