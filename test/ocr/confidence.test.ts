import { expect, test } from 'vitest';
import { confidenceOf, isSpeck } from '../../src/ocr/confidence.ts';
import type { ReadLine } from '../../src/ocr/engine.ts';

/** A line of characters that are so likely each, 12 points high. */
function line(confidences: readonly number[], isAgreed: boolean | null = null): ReadLine {
  const characters = confidences.map((confidence, x) => ({ text: '1', confidence, x, others: [] }));
  return {
    box: { left: 0, top: 0, right: 50, bottom: 12 },
    characters,
    other: null,
    isAgreed,
    isWhole: true,
    isFaint: false,
  };
}
const sureOf = (read: ReadLine, dpi = 300): number => confidenceOf(read, dpi / 72);

test('a line is as sure as its least likely characters let it be', () => {
  expect(sureOf(line([1, 1, 1]))).toBeGreaterThan(0.99);
  expect(sureOf(line([1, 0.5, 1]))).toBeLessThan(0.9);
  expect(sureOf(line([0.9, 0.7, 1]))).toBeLessThan(sureOf(line([1, 0.7, 1])));
});

test('a second look that reads otherwise makes a line doubtful, one that agrees less so', () => {
  expect(sureOf(line([0.8, 1], false))).toBeLessThan(0.9);
  expect(sureOf(line([0.8, 1], true))).toBeGreaterThan(sureOf(line([0.8, 1], false)));
});

test('print so faint that strokes may be lost is for review, whatever the engine says', () => {
  expect(sureOf({ ...line([1, 1, 1]), isFaint: true })).toBeLessThan(0.85);
});

test('small print is less sure', () => {
  expect(sureOf(line([0.95, 1]), 100)).toBeLessThan(sureOf(line([0.95, 1]), 300));
});

test('a line that is mostly guessed is no text', () => {
  expect(isSpeck(line([0.2, 0.3]).characters)).toBe(true);
  expect(isSpeck(line([0.2, 0.9]).characters)).toBe(false);
  const alone = (text: string) => [{ text, confidence: 0.99, x: 0, others: [] }];
  expect(['.', '·', '’'].filter((mark) => isSpeck(alone(mark)))).toStrictEqual(['.', '·', '’']);
  expect(['1', '。', '—', '无'].filter((sign) => isSpeck(alone(sign)))).toStrictEqual([]);
});
