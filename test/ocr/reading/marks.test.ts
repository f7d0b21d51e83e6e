import { describe, expect, test } from 'vitest';
import { readMarks } from '../../../src/ocr/reading/marks.ts';
import type { RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';
import { drawnLine, type Stroke } from '../drawn-line.ts';

/** An em is 40 pixels. What stands in the nth em: a frame in place of an ideograph, or a mark. */
const ideograph = (n: number): Stroke[] => framed(40 * n + 4, 40 * n + 36);
const digit = (n: number): Stroke[] => framed(40 * n + 12, 40 * n + 28);
const fullStop = (n: number): Stroke[] => ring(40 * n + 10, 35);
const comma = (n: number): Stroke[] => [[40 * n + 9, 34, 40 * n + 8, 42]];
const listComma = (n: number): Stroke[] => [[40 * n + 6, 31, 40 * n + 13, 38]];
const middleDot = (n: number): Stroke[] => [[40 * n + 20, 24, 40 * n + 20, 24]];
const point = (n: number): Stroke[] => [[40 * n + 20, 38, 40 * n + 20, 38]];

function framed(left: number, right: number): Stroke[] {
  return [
    [left, 7, right, 7],
    [right, 7, right, 41],
    [right, 41, left, 41],
    [left, 41, left, 7],
  ];
}

function ring(x: number, y: number): Stroke[] {
  const at = (turn: number): [number, number] => [x + 5 * Math.cos(turn), y + 5 * Math.sin(turn)];
  return Array.from({ length: 12 }, (_, part) => [...at((part * Math.PI) / 6), ...at(((part + 1) * Math.PI) / 6)]);
}

/** Signs as the model read them, each in the middle of an em; a blank is an em that it read nothing in. */
function read(text: string): RecognizedCharacter[] {
  return [...text].flatMap((sign, n) =>
    sign === ' '
      ? []
      : [{ text: sign, x: 40 * n + (/\p{Script=Han}|\d/u.test(sign) ? 20 : 12), probability: 0.99, others: [] }],
  );
}

function marked(strokes: readonly Stroke[], said: readonly RecognizedCharacter[]): string {
  const width = 40 * Math.ceil((Math.max(...strokes.map(([x]) => x)) + 10) / 40);
  return readMarks(drawnLine(width, strokes), said)
    .map(({ text }) => text)
    .join('');
}

describe('a mark that the model dropped is told by its ink', () => {
  test.each([
    ['，', comma],
    ['。', fullStop],
    ['、', listComma],
    ['·', middleDot],
  ])('%s', (sign, drawn) => {
    const strokes = [...ideograph(0), ...drawn(1), ...ideograph(2)];
    expect(marked(strokes, read('改 造'))).toBe(`改${sign}造`);
  });

  test('at the end of a line too, in running text a comma with doubt, a point not at all', () => {
    const atEnd = (drawn: (n: number) => Stroke[], text = '改造') => {
      const ideographs = [...read(text).keys()].flatMap(ideograph);
      return readMarks(drawnLine(40 * (text.length + 1), [...ideographs, ...drawn(text.length)]), read(text)).at(-1);
    };
    expect(atEnd(fullStop)).toMatchObject({ text: '。', probability: 0.92 });
    expect(atEnd(comma, '完成全市老旧小区改造')).toMatchObject({ text: '，', probability: 0.5 });
    expect(atEnd(comma)?.text).toBe('造');
    expect(atEnd(middleDot)?.text).toBe('造');
    expect(atEnd(point)?.text).toBe('造');
  });

  test('but not between digits, nor where two lie', () => {
    expect(marked([...digit(0), ...comma(1), ...digit(2)], read('1 2'))).toBe('12');
    const two = [...ideograph(0), ...fullStop(1), ...point(1), ...ideograph(2)];
    expect(marked(two, read('改 造'))).toBe('改造');
  });
});

describe('a mark that the model took for another', () => {
  test.each([
    ['·', comma, '，'],
    ['’', comma, '，'],
    ['·', fullStop, '。'],
    ['.', listComma, '、'],
    ['·', middleDot, '·'],
    ['，', fullStop, '，'],
  ])('%s', (said, drawn, sign) => {
    const strokes = [...ideograph(0), ...drawn(1), ...ideograph(2)];
    expect(marked(strokes, read(`改${said}造`))).toBe(`改${sign}造`);
  });

  const separatorOf = (text: string, drawn: (n: number) => Stroke[], probability = 0.99) => {
    const strokes = [...digit(0), ...drawn(1), ...digit(2), ...digit(3), ...digit(4), ...ideograph(5)];
    const said = read(text).map((sign, n) => (n === 1 ? { ...sign, probability } : sign));
    return readMarks(drawnLine(240, strokes), said)[1];
  };
  const doubted = (text: string, other: string) => ({
    text,
    probability: 0.5,
    others: [{ text: other, probability: 0.5 }],
  });
  const lowPoint = (n: number): Stroke[] => [[40 * n + 10, 39, 40 * n + 10, 39]];

  test('before three digits is a point only where it is clear', () => {
    expect(separatorOf('1.260万', comma)).toMatchObject(doubted('.', ','));
    expect(separatorOf('1.260万', lowPoint, 0.97)).toMatchObject(doubted('.', ','));
    expect(separatorOf('1.260万', lowPoint)).toMatchObject({ text: '.', probability: 0.99, others: [] });
  });

  test('before three digits is a comma unless it is unsure and drawn as a point', () => {
    expect(separatorOf('1,260万', comma, 0.7)).toMatchObject({ text: ',', probability: 0.7, others: [] });
    expect(separatorOf('1,260万', lowPoint, 0.9)).toMatchObject({ text: ',', probability: 0.9, others: [] });
    expect(separatorOf('1,260万', lowPoint, 0.7)).toMatchObject(doubted(',', '.'));
  });

  test.each(['0.260万', '1.260%', '1.26%万', '1.2604'])('%s has no comma', (text) => {
    expect(separatorOf(text, comma, 0.9)).toMatchObject({ text: '.', probability: 0.9 });
  });
});

test('一 whose ink is short is a hyphen, against the characters of its line', () => {
  const four = [0, 1, 3, 4].flatMap(ideograph);
  expect(marked([...four, [94, 24, 106, 24]], read('资金一市级'))).toBe('资金-市级');
  expect(marked([...four, [84, 24, 116, 24]], read('资金一市级'))).toBe('资金一市级');
  const condensed = [0, 1, 3, 4].flatMap((n) => framed(20 * n + 2, 20 * n + 18));
  const said = read('进行一步的').map((sign, n) => ({ ...sign, x: 20 * n + 10 }));
  expect(marked([...condensed, [43, 24, 57, 24]], said)).toBe('进行一步的');
});

describe('a speck that the model took for a mark is none', () => {
  test('at the start', () => {
    expect(marked([...point(0), ...ideograph(1), ...ideograph(2)], read('.产出'))).toBe('产出');
  });

  test('between characters that leave no room', () => {
    const said = [...read('产出'), { text: '·', x: 40, probability: 0.9, others: [] }].sort((a, b) => a.x - b.x);
    expect(marked([...ideograph(0), ...ideograph(1)], said)).toBe('产出');
  });

  test('behind another mark', () => {
    expect(marked([...ideograph(0), ...fullStop(1), ...point(2)], read('产。·'))).toBe('产。');
  });

  test('points of numbers and lists stay', () => {
    const said = '1.产出2.5';
    expect(
      marked(
        [...digit(0), ...point(1), ...ideograph(2), ...ideograph(3), ...digit(4), ...point(5), ...digit(6)],
        read(said),
      ),
    ).toBe(said);
  });
});
