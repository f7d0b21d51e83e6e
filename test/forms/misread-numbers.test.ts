import { describe, expect, test } from 'vitest';
import { nearestNumber } from '../../src/forms/misread-numbers.ts';
import { readValue } from '../../src/forms/values.ts';
import type { OtherText } from '../../src/model/page.ts';
import { reading } from './table-builder.ts';

test.each([
  ['q660', '9660'],
  ['“171', '171'],
  ['.32.37', '32.37'],
  ['1o0', '100'],
  ['l00%', '100%'],
  ['o', '0'],
  ['。', '0'],
  ['∞', '8'],
])('%s is most likely %s', (text, number) => {
  expect(nearestNumber(text)).toBe(number);
});

test.each(['100', 'I', '|', 'l', '一', '无', '第3项', 'Bb', '见附件2', ''])('%s is no misread number', (text) => {
  expect(nearestNumber(text)).toBeNull();
});

describe('a text in the cell of a number', () => {
  const read = (text: string, others?: readonly OtherText[]) =>
    readValue('score', others === undefined ? reading(text) : { ...reading(text, 0.95), others });
  const other = (text: string) => ({ text, confidence: 0.1 });

  test('that an engine read is guessed, and needs review', () => {
    expect(read('q5', [])).toMatchObject({ value: 95, complaint: null, source: { text: 'q5', confidence: 0.6 } });
    expect(read('α', [other('a'), other('8')])).toMatchObject({ value: 8, source: { confidence: 0.6 } });
  });

  test('that the file spells out is never guessed', () => {
    expect(read('q5')).toMatchObject({ value: null, complaint: '"q5" stands where a number is expected' });
  });

  test('that is no number however it is read stays one', () => {
    expect(read('合格', [other('合')])).toMatchObject({ value: null });
  });

  test('is no number where it is a stroke: a dash, or what is left of a ruling', () => {
    expect(read('I', [other('1')]).value).toBeNull();
    expect(read('一', [other('1')])).toMatchObject({ value: null, complaint: null });
    expect(read('-', [other('1')])).toMatchObject({ value: null, complaint: null });
  });
});

describe('the cell of a text', () => {
  const read = (text: string, others?: readonly OtherText[]) =>
    readValue('text', others === undefined ? reading(text) : { ...reading(text, 0.95), others });

  test('whose number an engine misread is guessed, and needs review', () => {
    expect(read('qq.39%', [])).toMatchObject({ value: '99.39%', source: { text: 'qq.39%', confidence: 0.6 } });
    expect(read('99.39%', [])).toMatchObject({ value: '99.39%', source: { confidence: 0.95 } });
  });

  test('stays as it is where it is a word, or the file spells it out', () => {
    expect(read('q3完成', [])).toMatchObject({ value: 'q3完成', source: { confidence: 0.95 } });
    expect(read('o', [])).toMatchObject({ value: 'o' });
    expect(read('q39%')).toMatchObject({ value: 'q39%' });
  });
});
