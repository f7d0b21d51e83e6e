import { expect, test } from 'vitest';
import { doubtWideSigns, readPercents } from '../../../src/ocr/reading/percents.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';
import type { RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';

/** A text, of which the last character may be another as well. */
function characters(text: string, others: readonly [string, number][] = []): RecognizedCharacter[] {
  return [...text].map((one, index) => {
    const isLast = index === [...text].length - 1;
    const held = isLast ? others.map(([other, probability]) => ({ text: other, probability })) : [];
    return { text: one, probability: isLast ? 0.7 : 1, x: 20 * index, others: held };
  });
}
const textOf = (read: readonly RecognizedCharacter[]): string => read.map(({ text }) => text).join('');

test('号 behind a rate is %', () => {
  const read = readPercents(characters('100号', [['%', 0.2]]));
  expect(textOf(read)).toBe('100%');
  expect(read.at(-1)?.others[0]?.text).toBe('号');
  expect(read.at(-1)?.probability).toBeLessThan(0.9);
  expect(textOf(readPercents(characters('93.51号')))).toBe('93.51%');
});

test.each(['第12号', '〔2020〕12号', '(2020)12号'])('%s is the number of a document', (text) => {
  expect(textOf(readPercents(characters(text, [['%', 0.2]])))).toBe(text);
});

test('a whole number with 号 that was never held to be a rate stays', () => {
  expect(textOf(readPercents(characters('12号')))).toBe('12号');
});

test('a last digit that may be % is in doubt', () => {
  expect(readPercents(characters('93.548', [['%', 0.02]])).at(-1)?.probability).toBeLessThan(0.9);
  expect(readPercents(characters('93.54', [['1', 0.02]])).at(-1)?.probability).toBe(0.7);
});

test('a % that may be ‰ is in doubt', () => {
  expect(readPercents(characters('0.9%', [['‰', 0.01]])).at(-1)?.probability).toBeLessThan(0.7);
  expect(readPercents(characters('0.9%')).at(-1)?.probability).toBe(0.7);
});

/** A five and, behind it, a sign so wide: 24 pixels high both. */
function withSign(widthPx: number, text = '%') {
  const strokes: Stroke[] = [
    [12, 12, 24, 12],
    [12, 12, 12, 36],
    [12, 36, 24, 36],
    [32, 12, 32 + widthPx, 36],
    [32, 36, 32 + widthPx, 12],
  ];
  const five: RecognizedCharacter = { text: '5', probability: 0.99, x: 18, others: [] };
  const sign: RecognizedCharacter = { text, probability: 0.99, x: 32 + widthPx / 2, others: [] };
  return doubtWideSigns(drawnLine(120, strokes), [five, sign])[1];
}

test('a % as wide as ‰ is doubtful, others are not', () => {
  expect(withSign(24)).toMatchObject({ text: '%', probability: 0.99, others: [] });
  const wide = withSign(38);
  expect(wide).toMatchObject({ text: '%', others: [{ text: '‰' }] });
  expect(wide?.probability).toBeLessThanOrEqual(0.6);
});

test('a last digit as wide as % is doubtful, others are not', () => {
  expect(withSign(14, '8')).toMatchObject({ text: '8', probability: 0.99, others: [] });
  const wide = withSign(24, '8');
  expect(wide).toMatchObject({ text: '8', others: [{ text: '%' }] });
  expect(wide?.probability).toBeLessThanOrEqual(0.6);
});
