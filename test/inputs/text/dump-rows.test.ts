import { describe, expect, test } from 'vitest';
import { dumpRows } from '../../../src/inputs/text/dump-rows.ts';

const texts = (source: string): string[][] => dumpRows(source).map((row) => row.map((cell) => cell.raw));

describe('dumpRows', () => {
  test('a quoted cell goes on over lines, with the cells behind it', () => {
    expect(texts('甲\t"乙一\n乙二"\t丙\n丁\t戊')).toStrictEqual([
      ['甲', '乙一\n乙二', '丙'],
      ['丁', '戊'],
    ]);
    expect(texts('"一\n\n二"\t"三\n四"')).toStrictEqual([['一\n\n二', '三\n四']]);
  });

  test('cells say where they begin', () => {
    const [row] = dumpRows('甲\t"乙\n乙"\t\t丙');
    expect(row?.map(({ line, column }) => [line, column])).toStrictEqual([
      [1, 1],
      [1, 3],
      [2, 4],
      [2, 5],
    ]);
  });

  test.each([
    [
      'around one of many cells are the text’s own',
      '"三援"\t5\t2\n经费\t5\t2',
      [
        ['"三援"', '5', '2'],
        ['经费', '5', '2'],
      ],
    ],
    ['within a cell are', '"三援"干部\t5', [['"三援"干部', '5']]],
    [
      'around most cells are the writer’s',
      '"经费"\t"5"\n"其他"\t',
      [
        ['经费', '5'],
        ['其他', ''],
      ],
    ],
    [
      'that are doubled show that others are the writer’s',
      '"""三援"""\t5\t2\t3\n"经费"\t5\t2\t3',
      [
        ['"三援"', '5', '2', '3'],
        ['经费', '5', '2', '3'],
      ],
    ],
    [
      'that nothing closes are the text’s own',
      '"三援\t5\n其他\t2',
      [
        ['"三援', '5'],
        ['其他', '2'],
      ],
    ],
    [
      'are not closed beyond a tab',
      '甲\t"乙\n丙\t丁"',
      [
        ['甲', '"乙'],
        ['丙', '丁"'],
      ],
    ],
    [
      'are not closed within a cell',
      '甲\t"乙\n丙"丁\t戊',
      [
        ['甲', '"乙'],
        ['丙"丁', '戊'],
      ],
    ],
  ])('quotation marks %s', (_, source, rows) => {
    expect(texts(source)).toStrictEqual(rows);
  });

  test('a vertical tab or a line separator breaks a line within its cell', () => {
    expect(texts('甲\v乙\t丙\u2028丁')).toStrictEqual([['甲\n乙', '丙\n丁']]);
  });

  test('a mark that opens a cell is looked for in 200 lines and no further', () => {
    const lines = (count: number): string => `甲\t"乙\n${'丙\n'.repeat(count)}丁"`;
    expect(texts(lines(199))).toHaveLength(1);
    expect(texts(lines(200))).toHaveLength(202);
  });
});
