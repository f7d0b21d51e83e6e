import { expect, test } from 'vitest';
import { inkColumns, lineOfColumn } from '../../../src/ocr/reading/columns.ts';

/** A column 44 pixels wide with blocks of ink from row to row. */
function column(blocks: readonly (readonly [number, number])[], left = 4, right = 40) {
  const drawn = { width: 44, height: 200, data: new Uint8Array(44 * 200).fill(250) };
  for (const [top, bottom] of blocks) {
    for (let y = top; y < bottom; y++) drawn.data.fill(20, y * 44 + left, y * 44 + right);
  }
  return drawn;
}

/** From where to where each run of columns with ink goes. */
function runsOf({ width, data }: { width: number; data: Uint8Array }): string {
  const inked = Array.from({ length: width }, (_, x) =>
    data.some((level, at) => at % width === x && level < 180) ? '1' : '0',
  );
  return inked.join('').replaceAll(/0+/g, ' ').trim();
}

test.each([
  [
    'characters one below the other come to stand side by side',
    [
      [5, 40],
      [50, 85],
      [95, 130],
    ],
    3,
  ],
  [
    'the strokes of 二 stay one character',
    [
      [10, 14],
      [34, 38],
      [60, 95],
    ],
    2,
  ],
] as const)('%s', (_, blocks, characters) => {
  const line = lineOfColumn(column(blocks));
  expect(line.height).toBe(48);
  expect(runsOf(line).split(' ')).toHaveLength(characters);
});

test('characters that touch are parted where the least ink is', () => {
  const touching = column([
    [5, 40],
    [45, 80],
  ]);
  for (let y = 40; y < 45; y++) touching.data[y * 44 + 20] = 20;
  expect(runsOf(lineOfColumn(touching)).split(' ')).toHaveLength(2);
});

test('a ruling beside the characters is no part of them', () => {
  const ruled = column([
    [5, 40],
    [50, 85],
  ]);
  for (let y = 0; y < 200; y++) ruled.data[y * 44 + 43] = 20;
  expect(inkColumns(ruled)).toStrictEqual({ left: 4, right: 40 });
});
