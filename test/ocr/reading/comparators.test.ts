import { describe, expect, test } from 'vitest';
import { readComparators } from '../../../src/ocr/reading/comparators.ts';
import type { RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';

const arms: Stroke[] = [
  [20, 12, 40, 21],
  [40, 21, 20, 30],
];
const bar: Stroke = [20, 36, 40, 36];
const slanted: Stroke = [20, 37, 40, 28];
const equals: Stroke[] = [
  [20, 19, 40, 19],
  [20, 28, 40, 28],
];
const two: Stroke[] = [
  [21, 17, 25, 12],
  [25, 12, 34, 12],
  [34, 12, 38, 17],
  [38, 17, 20, 35],
  [20, 35, 40, 35],
];
const mirrored = ([x, y, toX, toY]: Stroke): Stroke => [60 - x, y, 60 - toX, toY];

function character(text: string, others: readonly [string, number][], x = 30): RecognizedCharacter {
  const held = others.map(([other, probability]) => ({ text: other, probability }));
  return { text, probability: 0.6, x, others: held };
}
const held: [string, number][] = ['≥', '≤', '>', '<', '='].map((sign) => [sign, 0.05]);
const digit = character('9', [], 70);

function read(strokes: readonly Stroke[], first: RecognizedCharacter): RecognizedCharacter | undefined {
  return readComparators(drawnLine(100, strokes), [first, digit])[0];
}

describe('a sign before a number', () => {
  test.each([
    ['≥', [...arms, bar]],
    ['≥', [...arms, slanted]],
    ['≤', [...arms, bar].map(mirrored)],
    ['≤', [...arms, slanted].map(mirrored)],
    ['>', arms],
    ['<', arms.map(mirrored)],
    ['=', equals],
  ])('is read as %s by its ink, whichever sign the model saw', (sign, strokes) => {
    for (const seen of ['《', '>', '≥', '<', '≤', '=']) expect(read(strokes, character(seen, held))?.text).toBe(sign);
  });

  test('is sure where ink and model agree', () => {
    expect(read([...arms, bar], character('≥', []))?.probability).toBeGreaterThan(0.9);
  });

  test('keeps what the model saw among the others', () => {
    expect(read([...arms, bar], character('>', [['≥', 0.1]]))?.others[0]?.text).toBe('>');
  });

  test('stays, and is doubtful, where its ink says what the model held impossible', () => {
    const sign = read([...arms, bar], character('>', []));
    expect(sign).toMatchObject({ text: '>', others: [{ text: '≥' }] });
    expect(sign?.probability).toBeLessThanOrEqual(0.5);
  });

  test('taken for a 2 is read as a sign but not for sure', () => {
    const sign = read([...arms, bar], character('2', [['≥', 0.03]]));
    expect(sign?.text).toBe('≥');
    expect(sign?.probability).toBeLessThan(0.9);
  });
});

test('a 2 stays a 2', () => {
  expect(read(two, character('2', [['≥', 0.03]]))).toStrictEqual(character('2', [['≥', 0.03]]));
});

test('signs that stand before no number are left alone', () => {
  const quoted = [character('《', held), character('办', [], 70)];
  expect(readComparators(drawnLine(100, arms), quoted)).toStrictEqual(quoted);
  const inner = [character('1', []), character('2', held), digit];
  expect(readComparators(drawnLine(100, [...arms, bar]), inner)).toStrictEqual(inner);
});

test('where no ink is, what the model saw stays', () => {
  expect(read([], character('>', held))).toStrictEqual(character('>', held));
});
