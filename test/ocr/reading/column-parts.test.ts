import { expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import { continuesColumn } from '../../../src/ocr/reading/column-parts.ts';

/** A box 10 points wide and high. */
const at = (left: number, top: number, width = 10): Box => ({ left, top, right: left + width, bottom: top + 10 });
const read = (text: string, probability = 0.95) => ({
  box: at(20, 40),
  printBox: at(20, 40),
  characters: [...text].map((sign) => ({ text: sign, probability, x: 25, others: [] })),
  isWhole: true,
});

test('a character with others above or below it is a part of their column', () => {
  expect(continuesColumn(read('目'), [at(20, 25)])).toBe(true);
  expect(continuesColumn(read('万'), [at(21, 58)])).toBe(true);
  expect(continuesColumn(read('（'), [at(20, 56)])).toBe(true);
});

test('a character beside others, far from them, or below a whole line is none', () => {
  expect(continuesColumn(read('目'), [])).toBe(false);
  expect(continuesColumn(read('目'), [at(20, 40)])).toBe(false);
  expect(continuesColumn(read('目'), [at(30, 25)])).toBe(false);
  expect(continuesColumn(read('目'), [at(20, 5)])).toBe(false);
  expect(continuesColumn(read('目'), [at(10, 25, 30)])).toBe(false);
});

test('strokes, several characters and doubtful ones are none', () => {
  const column = [at(20, 25), at(20, 55)];
  expect(['一', '丨', '·', '1', '目标'].filter((text) => continuesColumn(read(text), column))).toStrictEqual([]);
  expect(continuesColumn(read('目', 0.5), column)).toBe(false);
});
