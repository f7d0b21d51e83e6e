import { array, assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRulings, nearestIndex, snapPositions } from '../../src/tables/snap.ts';
import { horizontal } from './page-builder.ts';

describe('snapPositions', () => {
  test.each([
    [[], []],
    [[5], [5]],
    [
      [10, 12, 30],
      [11, 30],
    ],
    [
      [30, 10, 12],
      [11, 30],
    ],
    [[10, 13], [11.5]],
    [
      [10, 13.1],
      [10, 13.1],
    ],
    [
      [10, 10, 14],
      [10, 14],
    ],
  ])('%j are %j', (positions, means) => {
    expect(snapPositions(positions, 3)).toStrictEqual(means);
  });

  test('means are ascending, and every position is near one', () => {
    const positions = array(double({ min: 0, max: 100, noNaN: true }), { maxLength: 40 });
    assert(
      property(positions, (all) => {
        const means = snapPositions(all, 3);
        expect(means).toStrictEqual([...means].sort((a, b) => a - b));
        const farthest = all.map((position) => Math.abs((means[nearestIndex(means, position)] ?? 999) - position));
        expect(Math.max(0, ...farthest)).toBeLessThanOrEqual(6);
      }),
    );
  });
});

test.each([
  [0, 0],
  [14, 0],
  [16, 1],
  [999, 2],
])('nearestIndex of %d is %d', (value, index) => {
  expect(nearestIndex([10, 20, 30], value)).toBe(index);
});

describe('mergeRulings', () => {
  const merged = (...rulings: Parameters<typeof horizontal>[]): string[] =>
    mergeRulings(
      rulings.map(([position, ends]) => horizontal(position, ends)),
      3,
      3,
    ).map(({ position, start, end }) => `${position}: ${start}-${end}`);

  test.each([
    [
      'pieces that touch',
      [
        [50, [10, 40]],
        [50, [40, 90]],
      ],
      ['50: 10-90'],
    ],
    [
      'pieces in any order',
      [
        [50, [40, 90]],
        [50, [10, 40]],
      ],
      ['50: 10-90'],
    ],
    [
      'dashes',
      [
        [50, [10, 20]],
        [50, [22, 32]],
        [50, [34, 44]],
      ],
      ['50: 10-44'],
    ],
    [
      'a gap of four points',
      [
        [50, [10, 40]],
        [50, [44, 90]],
      ],
      ['50: 10-40', '50: 44-90'],
    ],
    [
      'a doubled line',
      [
        [50, [10, 90]],
        [52, [10, 90]],
      ],
      ['51: 10-90'],
    ],
    [
      'a piece within another',
      [
        [50, [10, 90]],
        [50, [20, 30]],
      ],
      ['50: 10-90'],
    ],
    [
      'two lines',
      [
        [50, [10, 90]],
        [60, [10, 90]],
      ],
      ['50: 10-90', '60: 10-90'],
    ],
    ['nothing', [], []],
  ] as [string, Parameters<typeof horizontal>[], string[]][])('%s', (_, rulings, expected) => {
    expect(merged(...rulings)).toStrictEqual(expected);
  });

  test('the thickest piece gives the thickness', () => {
    const thick = { ...horizontal(50, [40, 90]), thicknessPt: 2 };
    expect(mergeRulings([horizontal(50, [10, 40]), thick], 3, 3)).toMatchObject([{ thicknessPt: 2 }]);
  });
});
