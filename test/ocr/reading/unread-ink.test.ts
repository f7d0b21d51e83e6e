import { describe, expect, test } from 'vitest';
import { withLostComparator } from '../../../src/ocr/reading/comparators.ts';
import type { RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';
import { unreadInk } from '../../../src/ocr/reading/unread-ink.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';

/** A zero whose middle is at x, 14 pixels wide and 24 high: an em is 33 pixels. */
const zero = (x: number): Stroke[] => [
  [x - 7, 12, x + 7, 12],
  [x + 7, 12, x + 7, 36],
  [x + 7, 36, x - 7, 36],
  [x - 7, 36, x - 7, 12],
];
const atLeast: Stroke[] = [
  [12, 14, 30, 21],
  [30, 21, 12, 28],
  [12, 34, 30, 34],
];
const read = (text: string, x: number): RecognizedCharacter => ({ text, x, probability: 0.99, others: [] });

test('of a line that was read whole, nothing is left', () => {
  const line = drawnLine(120, [...zero(20), ...zero(45), ...zero(70)]);
  // The model reads a sign a column early or late.
  expect(unreadInk(line, [read('0', 12), read('0', 44), read('0', 76)])).toStrictEqual([]);
});

test('a sign that was not read is found, at an end and in the middle', () => {
  const line = drawnLine(120, [...zero(20), ...zero(45), ...zero(70)]);
  const left = (texts: readonly RecognizedCharacter[]) => unreadInk(line, texts).map(({ from, to }) => (from + to) / 2);
  expect(left([read('0', 20), read('0', 44)])).toStrictEqual([70]);
  expect(left([read('0', 20), read('0', 68)])).toStrictEqual([45]);
  expect(left([])).toStrictEqual([20, 45, 70]);
});

test('points, dashes, bars and parts of one character are no signs', () => {
  const point: Stroke = [60, 35, 60, 36];
  const dash: Stroke = [75, 24, 90, 24];
  const bar: Stroke = [104, 10, 104, 38];
  expect(unreadInk(drawnLine(120, [...zero(20), point, dash, bar]), [read('0', 20)])).toStrictEqual([]);
  const twoParts = drawnLine(80, [...zero(20), ...zero(40)]);
  expect(unreadInk(twoParts, [read('北', 30)])).toStrictEqual([]);
});

test('a 1 beside digits is found though it is narrow, and the rest of a ruling further away is none', () => {
  const one = (x: number): Stroke => [x, 12, x, 36];
  const left = (strokes: readonly Stroke[], text: string, x: number) =>
    unreadInk(drawnLine(120, [...strokes]), [read(text, x)]).length;
  expect(left([one(30), one(45)], '1', 30)).toBe(1);
  expect(left([one(28), one(47)], '1', 37)).toBe(2);
  expect(left([one(30)], '1', 32)).toBe(0);
  expect(left([one(30), one(90)], '1', 30)).toBe(0);
  expect(left([one(30), one(45)], '川', 37)).toBe(0);
});

test('a % in pieces behind a digit is found, a point there is none', () => {
  const pieces: Stroke[] = [
    [68, 13, 72, 16],
    [78, 30, 82, 34],
  ];
  const number = [read('0', 20), read('0', 45)];
  expect(unreadInk(drawnLine(100, [...zero(20), ...zero(45), ...pieces]), number)).toHaveLength(1);
  expect(unreadInk(drawnLine(100, [...zero(20), ...zero(45), [72, 34, 74, 34]]), number)).toStrictEqual([]);
});

test('a blank line has none', () => {
  expect(unreadInk(drawnLine(80, [[-9, -9, -9, -9]]), [])).toStrictEqual([]);
});

describe('a sign of comparison that the model dropped', () => {
  const line = drawnLine(120, [...atLeast, ...zero(50), ...zero(75)]);
  const number = [read('0', 50), read('0', 75)];
  test('stands before its number again', () => {
    const whole = withLostComparator(line, number, unreadInk(line, number));
    expect(whole.map(({ text }) => text).join('')).toBe('≥00');
    expect(unreadInk(line, whole)).toStrictEqual([]);
  });
  test('is not made of other ink, nor before words', () => {
    const other = drawnLine(120, [...zero(20), ...zero(50), ...zero(75)]);
    expect(withLostComparator(other, number, unreadInk(other, number))).toStrictEqual(number);
    const word = [read('口', 50), read('口', 75)];
    expect(withLostComparator(line, word, unreadInk(line, word))).toStrictEqual(word);
  });
});
