import { expect, test } from 'vitest';
import type { ReadCharacter, ReadLine } from '../../src/ocr/engine.ts';
import { otherTextsOf } from '../../src/ocr/other-texts.ts';

const box = { left: 0, top: 0, right: 40, bottom: 10 };

function character(text: string, confidence = 1, others: readonly [string, number][] = []): ReadCharacter {
  return { text, confidence, x: 0, others: others.map(([other, share]) => ({ text: other, confidence: share })) };
}

function textsOf(characters: readonly ReadCharacter[], other: ReadLine['other'] = null): string[] {
  return otherTextsOf({
    box,
    characters,
    other,
    isAgreed: other === null ? null : false,
    isWhole: true,
    isFaint: false,
  }).map(({ text }) => text);
}

test('a line without doubts has no others', () => {
  expect(textsOf([character('1'), character('0')])).toStrictEqual([]);
});

test('each doubtful character is replaced by each other reading, one at a time, likeliest first', () => {
  const read = [
    character('1', 0.7, [['7', 0.2]]),
    character('0', 0.6, [
      ['8', 0.3],
      ['6', 0.05],
    ]),
  ];
  expect(textsOf(read)).toStrictEqual(['18', '70', '16']);
});

test('a character that may be none is left out, but never the whole text', () => {
  expect(textsOf([character('1'), character('.', 0.6, [['', 0.3]])])).toStrictEqual(['1']);
  expect(textsOf([character('1', 0.6, [['', 0.3]])])).toStrictEqual([]);
});

test('one of two equal neighbours may be read twice from one ink', () => {
  expect(textsOf([character('9', 0.8), character('9'), character('5')])).toStrictEqual(['95']);
});

test('what a second look read is one of them', () => {
  expect(textsOf([character('8')], { text: '3', confidence: 0.4 })).toStrictEqual(['3']);
});

test('at most eight are kept', () => {
  const many = '123456789'.split('').map((digit): [string, number] => [digit, 0.05]);
  expect(textsOf([character('0', 0.5, many)])).toHaveLength(8);
});

test('an other is as sure as the line with the character exchanged', () => {
  const characters = [character('1', 0.5, [['7', 0.25]]), character('0', 0.8)];
  expect(
    otherTextsOf({ box, characters, other: null, isAgreed: null, isWhole: true, isFaint: false })[0]?.confidence,
  ).toBeCloseTo(0.2);
});
