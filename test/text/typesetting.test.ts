import { describe, expect, test } from 'vitest';
import { beginsWithClosingMark, emWidthOf, firstUnbroken, isWide } from '../../src/text/typesetting.ts';

describe('isWide', () => {
  test.each(['绩', '，', '。', '（', '％', '⻓', '𠮷', '\u3000', 'Ａ'])('%s is', (character) => {
    expect(isWide(character)).toBe(true);
  });
  test.each(['a', '1', '%', ' ', '≥', '"', '·', ''])('%j is not', (character) => {
    expect(isWide(character)).toBe(false);
  });
});

test.each([
  ['', 0],
  ['绩效', 2],
  ['1532.63万元', 5.5],
  ['𠮷', 1],
])('%j is about %d ems wide', (text, width) => {
  expect(emWidthOf(text)).toBe(width);
});

test.each([
  ['，且', true],
  ['%', true],
  ['）', true],
  ['（1）', false],
  ['90%', false],
  ['', false],
])('%j begins with a mark that never begins a line: %s', (text, does) => {
  expect(beginsWithClosingMark(text)).toBe(does);
});

test.each([
  ['绩效自评', '绩'],
  ['绩，效', '绩，'],
  ['（绩效）', '（绩'],
  ['1532.63万元', '1532.63'],
  ['90%以上', '90%'],
  ['Budget 2019', 'Budget'],
  ['《A4》纸', '《A4》'],
  ['', ''],
])('a line break keeps of %j %j together', (text, together) => {
  expect(firstUnbroken(text)).toBe(together);
});
