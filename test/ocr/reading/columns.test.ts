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

/** A column of 44 by 200 pixels with two characters between a bowed stroke above and one below. */
function bracketed(bows: readonly [above: number, below: number]) {
  const drawn = column([
    [40, 75],
    [85, 120],
  ]);
  for (const [row, bow] of [
    [20, bows[0]],
    [140, bows[1]],
  ] as const) {
    for (let x = 4; x < 40; x++) {
      const y = row + Math.round(bow * ((x - 22) / 18) ** 2);
      for (let thick = 0; thick < 3; thick++) drawn.data[(y + thick) * 44 + x] = 20;
    }
  }
  return drawn;
}

test('a pair of brackets on their sides is turned upright', () => {
  const line = lineOfColumn(bracketed([9, -9]));
  const widths = runsOf(line)
    .split(' ')
    .map((run) => run.length);
  expect(widths).toStrictEqual([12, 36, 36, 12]);
  const [opening, closing] = [inkOfRow(line, 24), inkOfRow(line, 40)];
  // The middle of ( is left of its ends, that of ) right of them.
  expect(opening[0]).toBeLessThan(closing[0] ?? 0);
  expect(opening.at(-1)).toBeGreaterThan(closing.at(-1) ?? 0);
});

test.each([
  ['straight strokes', [0, 0]],
  ['strokes bowed the same way', [9, 9]],
  ['strokes bowed towards the characters', [-9, 9]],
] as const)('%s are no brackets', (_, bows) => {
  const widths = runsOf(lineOfColumn(bracketed(bows))).split(' ');
  expect(widths.every((run) => run.length === 36)).toBe(true);
});

/** The pixels of a row that have ink. */
function inkOfRow({ width, data }: { width: number; data: Uint8Array }, y: number): number[] {
  return Array.from({ length: width }, (__, x) => x).filter((x) => (data[y * width + x] ?? 255) < 180);
}

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
