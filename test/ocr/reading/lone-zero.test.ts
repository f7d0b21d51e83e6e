import { expect, test } from 'vitest';
import { readLoneZero } from '../../../src/ocr/reading/lone-zero.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';

const read = (text: string, probability: number, others: Record<string, number> = {}) => ({
  text,
  probability,
  x: 30,
  others: Object.entries(others).map(([other, likely]) => ({ text: other, probability: likely })),
});

/** An arc of an ellipse 16 wide and `high` high, as so many twelfths of the whole. */
function arc(high: number, twelfths: number): Stroke[] {
  const at = (part: number): [number, number] => {
    const turn = ((part - 3) * Math.PI) / 6;
    return [30 + 8 * Math.cos(turn), 24 + (high / 2) * Math.sin(turn)];
  };
  return Array.from({ length: twelfths }, (_, part) => [...at(part), ...at(part + 1)]);
}

const zero = drawnLine(60, arc(30, 12));

test('a ring by itself is 0, as likely as all that look like it together', () => {
  const [only] = readLoneZero(zero, [read('o', 0.28, { '0': 0.25, '○': 0.2, '6': 0.1 })]);
  expect(only?.text).toBe('0');
  expect(only?.probability).toBeCloseTo(0.73, 9);
  expect(only?.others.map(({ text }) => text)).toStrictEqual(['6']);
  expect(readLoneZero(zero, [read('○', 0.95)])[0]).toMatchObject({ text: '0', probability: 0.9 });
  expect(readLoneZero(zero, [read('0', 0.99)])[0]).toMatchObject({ text: '0', probability: 0.99 });
});

test('a ring that is hardly likely, one beside other signs, and other signs stay', () => {
  const unlikely = [read('o', 0.2, { c: 0.2 })];
  const word = [read('o', 0.9), read('k', 0.9)];
  const other = [read('8', 0.4, { '0': 0.4 })];
  for (const characters of [unlikely, word, other]) expect(readLoneZero(zero, characters)).toBe(characters);
});

test('what goes round nothing or round less than its height, and small rings, are no zeros', () => {
  const said = [read('o', 0.9)];
  const bracket = drawnLine(60, arc(30, 6));
  const small = drawnLine(60, arc(14, 12));
  const eight = drawnLine(60, [...arc(34, 12), [22, 24, 38, 24]]);
  const six = drawnLine(60, [...arc(34, 12), [22, 21, 38, 21]]);
  for (const line of [bracket, small, eight, six, drawnLine(60, [])]) {
    expect(readLoneZero(line, said)).toBe(said);
    expect(readLoneZero(line, [])).toStrictEqual([]);
  }
});

test('where nothing was read, a narrow ring by itself is 0', () => {
  expect(readLoneZero(zero, [])).toMatchObject([{ text: '0', probability: 0.8 }]);
  const wide = drawnLine(60, arc(19, 12));
  const two = drawnLine(120, [...arc(30, 12), [90, 9, 90, 39]]);
  for (const line of [wide, two]) expect(readLoneZero(line, [])).toStrictEqual([]);
});
