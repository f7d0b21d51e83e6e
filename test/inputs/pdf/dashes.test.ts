import { describe, expect, test } from 'vitest';
import { joinDashes, type LinePiece } from '../../../src/inputs/pdf/dashes.ts';
import type { Ruling } from '../../../src/model/page.ts';

interface Series {
  readonly count: number;
  readonly length: number;
  readonly gap: number;
  readonly from?: number;
  readonly position?: number;
  readonly thicknessPt?: number;
  readonly orientation?: Ruling['orientation'];
}

/** Equal pieces of a line, one behind the other. */
function dashes(series: Series): LinePiece[] {
  const { count, length, gap, from = 100, position = 50, thicknessPt = 0.75, orientation = 'horizontal' } = series;
  const other = orientation === 'horizontal' ? 'vertical' : 'horizontal';
  return Array.from({ length: count }, (_, index) => {
    const start = from + index * (length + gap);
    const ruling = { orientation, position, start, end: start + length, thicknessPt };
    const [middle, half] = [start + length / 2, thicknessPt / 2];
    const across: Ruling = {
      orientation: other,
      position: middle,
      start: position - half,
      end: position + half,
      thicknessPt: length,
    };
    return { ruling, across: length <= 1.5 * thicknessPt ? across : null };
  });
}

const short = (pieces: readonly LinePiece[]): string[] =>
  joinDashes(pieces).map(({ orientation, position, start, end }) => `${orientation[0]} ${position}: ${start}-${end}`);

describe('pieces that follow one another evenly are one ruling', () => {
  test.each([
    ['dots of Chromium, 1 px', { count: 20, length: 0.75, gap: 0.75 }, 129.25],
    ['dots of Chromium, 3 px', { count: 20, length: 2.25, gap: 2.25, thicknessPt: 2.25 }, 187.75],
    ['dashes of Chromium, 2 px', { count: 3, length: 4.5, gap: 4.125, thicknessPt: 1.5 }, 121.75],
    ['pieces without gaps', { count: 4, length: 0.5, gap: 0 }, 102],
    ['pieces that overlap', { count: 4, length: 3, gap: -1 }, 109],
  ])('%s', (_, series, end) => {
    expect(short(dashes(series))).toStrictEqual([`h 50: 100-${end}`]);
    expect(short(dashes({ ...series, orientation: 'vertical' }))).toStrictEqual([`v 50: 100-${end}`]);
    expect(short(dashes(series).toReversed())).toStrictEqual([`h 50: 100-${end}`]);
  });

  test('that cross one another are two', () => {
    const pieces = [
      ...dashes({ count: 21, length: 1, gap: 1 }),
      ...dashes({ count: 21, length: 1, gap: 1, orientation: 'vertical', position: 110.5, from: 30 }),
    ];
    expect(short(pieces)).toStrictEqual(['h 50: 100-141', 'v 110.5: 30-71']);
  });
});

describe('pieces that do not', () => {
  test.each([
    ['two dashes', [...dashes({ count: 2, length: 4, gap: 4 })], ['h 50: 100-104', 'h 50: 108-112']],
    ['two dots', [...dashes({ count: 2, length: 0.75, gap: 0.75 })], []],
    [
      'the sides of low rows of a table, every other row',
      dashes({ count: 3, length: 10, gap: 10 }),
      ['h 50: 100-110', 'h 50: 120-130', 'h 50: 140-150'],
    ],
    ['ticks far apart', dashes({ count: 3, length: 2, gap: 4 }), ['h 50: 100-102', 'h 50: 106-108', 'h 50: 112-114']],
    [
      'dots on several lines',
      [0, 1, 2].flatMap((y) => dashes({ count: 1, length: 1, gap: 0, position: 50 + y * 9 })),
      [],
    ],
    [
      'pieces of different lengths',
      [1, 2, 4].flatMap((length) => dashes({ count: 1, length, gap: 0, from: 100 + 2 * length })),
      ['h 50: 104-106', 'h 50: 108-112'],
    ],
  ])('%s are what they are alone', (_, pieces, expected) => {
    expect(short(pieces)).toStrictEqual(expected);
  });

  test('a piece of a point and a half is a ruling, a shorter one is not', () => {
    expect(short(dashes({ count: 1, length: 1.5, gap: 0 }))).toStrictEqual(['h 50: 100-101.5']);
    expect(short(dashes({ count: 1, length: 1.4, gap: 0 }))).toStrictEqual([]);
  });
});

test('a hundred thousand dots are joined in no time', () => {
  const rows = Array.from({ length: 100 }, (_, row) =>
    dashes({ count: 1000, length: 0.4, gap: 0.4, position: row * 8 }),
  );
  expect(joinDashes(rows.flat())).toHaveLength(100);
});
