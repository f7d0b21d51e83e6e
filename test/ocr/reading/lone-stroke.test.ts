import { expect, test } from 'vitest';
import { readLoneStroke } from '../../../src/ocr/reading/lone-stroke.ts';
import type { RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';

const dash: Stroke = [10, 24, 40, 24];
const read = (text: string): RecognizedCharacter[] =>
  [...text].map((one, index) => ({ text: one, x: 15 + 12 * index, probability: 0.98, others: [] }));
const textIn = (strokes: readonly Stroke[], said: string): string =>
  readLoneStroke(drawnLine(50, strokes), read(said))
    .map(({ text }) => text)
    .join('');

test.each(['1', 'l', '丨', '/', '11'])('a bar that was read as %s is a dash', (said) => {
  expect(textIn([dash], said)).toBe('—');
});

test('what was read stays among the others', () => {
  const [only] = readLoneStroke(drawnLine(50, [dash]), read('1'));
  expect(only?.x).toBeCloseTo(25, 0);
  expect(only?.probability).toBeGreaterThan(0.9);
  expect(only?.others.map(({ text }) => text)).toStrictEqual(['1']);
});

test('a worn bar is one, with specks beside it', () => {
  const worn = drawnLine(50, [
    [10, 24, 22, 24],
    [25, 24, 40, 24],
  ]);
  for (const [x, y] of [
    [46, 5],
    [47, 5],
    [3, 40],
  ] as const)
    worn.data[y * 50 + x] = 20;
  expect(readLoneStroke(worn, read('1')).map(({ text }) => text)).toStrictEqual(['—']);
});

test.each([
  ['a bar that stands', [[25, 10, 25, 38]], '1'],
  ['a slanted one', [[15, 38, 35, 10]], '/'],
  [
    'bold signs that run together',
    [
      [8, 14, 44, 14],
      [8, 20, 44, 20],
      [8, 26, 44, 26],
      [8, 32, 44, 32],
    ],
    '单',
  ],
  ['a sign beside a bar', [dash, [45, 12, 45, 36]], '-1'],
  ['nothing', [[-9, -9, -9, -9]], '1'],
] as [string, Stroke[], string][])('%s is no dash', (_, strokes, said) => {
  expect(textIn(strokes, said)).toBe(said);
});

test('a bar that stands is a 1 where the model read a dash, with doubt', () => {
  const [only] = readLoneStroke(drawnLine(50, [[25, 10, 25, 38]]), read('一'));
  expect(only).toMatchObject({ text: '1', probability: 0.5, others: [{ text: '一', probability: 0.5 }] });
});

test.each(['—', '-', '一', '——'])('%s, flat itself, stays', (said) => {
  expect(textIn([dash], said)).toBe(said);
});
