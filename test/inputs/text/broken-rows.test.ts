import { describe, expect, test } from 'vitest';
import { joinBrokenRows } from '../../../src/inputs/text/broken-rows.ts';
import { dumpRows } from '../../../src/inputs/text/dump-rows.ts';
import { attachLoneLines } from '../../../src/inputs/text/lone-lines.ts';

const joined = (lines: readonly string[]): string[] =>
  attachLoneLines(joinBrokenRows(dumpRows(lines.join('\n')))).map((row) => row.map((cell) => cell.raw).join('|'));

/** Rows of five cells, as around anything broken. */
const rows = ['绩效指标\t甲\t乙\t丙\t5', '\t甲\t乙\t丙\t5', '\t\t乙\t丙\t5', '\t甲\t\t\t5'];
const printed = rows.map((row) => row.replaceAll('\t', '|'));
const among = (...lines: readonly string[]): string[] => joined([...rows, ...lines, ...rows]);
const framed = (...lines: readonly string[]): string[] => [...printed, ...lines, ...printed];

describe('joinBrokenRows', () => {
  test.each([
    ['in one cell', ['\t甲一', '甲二\t乙\t丙\t5'], '|甲一\n甲二|乙|丙|5'],
    ['over three lines', ['\t甲\t乙一', '乙二', '乙三\t丙\t5'], '|甲|乙一\n乙二\n乙三|丙|5'],
    ['in two cells', ['\t甲一', '甲二\t乙\t丙一', '丙二\t5'], '|甲一\n甲二|乙|丙一\n丙二|5'],
  ])('a row broken %s is one', (_, lines, row) => {
    expect(among(...lines)).toStrictEqual(framed(row));
  });

  test('two broken rows are two', () => {
    expect(among('\t甲一', '甲二\t乙\t丙\t5', '\t甲\t乙一', '乙二\t丙\t5')).toStrictEqual(
      framed('|甲一\n甲二|乙|丙|5', '|甲|乙一\n乙二|丙|5'),
    );
  });

  test('lines that do not give a row’s width are left alone', () => {
    expect(among('\t甲', '乙\t丙\t5')).toStrictEqual(framed('|甲', '乙|丙|5'));
  });

  test('a blank cell on either side of the break is no break', () => {
    expect(among('\t甲\t', '乙\t丙\t5')).toStrictEqual(framed('|甲|', '乙|丙|5'));
    expect(among('\t甲', '\t乙\t丙\t5')).toStrictEqual(framed('|甲', '|乙|丙|5'));
  });

  test('where rows differ in width, nothing is joined', () => {
    const ragged = [
      '绩效指标\t甲\t乙\t丙\t5',
      '乙\t丙\t5',
      '丙\t5',
      '甲\t乙\t丙\t5',
      '乙\t丙\t5',
      '甲\t乙',
      '总分\t5',
      '五\t无',
    ];
    expect(joined(ragged)).toStrictEqual(ragged.map((row) => row.replaceAll('\t', '|')));
  });
});

describe('a line without tabs between two rows', () => {
  test.each(['- 3 -', '第 3 页 共 9 页', '3', '3/9'])('is dropped where it is a page’s mark: %s', (mark) => {
    expect(among(mark)).toStrictEqual(framed());
  });

  test('goes on with the last cell of the row above', () => {
    expect(among('\t甲\t乙\t丙\t因雨', '延期')).toStrictEqual(framed('|甲|乙|丙|因雨\n延期'));
  });

  test('begins the first cell of the row below where the last one above is a number', () => {
    expect(among('五、存在问题', '及整改措施\t无\t\t\t')).toStrictEqual(framed('五、存在问题\n及整改措施|无|||'));
  });

  test('stands alone where neither can be, or where it is printed again elsewhere', () => {
    expect(among('注')).toStrictEqual(framed('注').toSpliced(4, 1, '注\n绩效指标|甲|乙|丙|5').toSpliced(5, 1));
    expect(among('\t甲\t乙\t丙\t因雨', '自评表', ...rows, '自评表')).toStrictEqual([
      ...printed,
      '|甲|乙|丙|因雨',
      '自评表',
      ...printed,
      '自评表',
      ...printed,
    ]);
  });
});
