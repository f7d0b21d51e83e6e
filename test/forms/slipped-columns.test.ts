import { describe, expect, test } from 'vitest';
import { cellsBelow, readHeader } from '../../src/forms/columns.ts';
import { settleHeader } from '../../src/forms/slipped-columns.ts';
import type { Table } from '../../src/model/table.ts';
import { dumpTable, rowsOf, ruledTable } from './table-builder.ts';

const labels = ['name', 'target', 'score'].map((name, index) => ({
  name,
  labels: [['三级指标', '预期指标值', '自评得分'][index] ?? ''],
}));
/** Numbers belong below the score, words below the name. */
const fit = (name: string, text: string): number => {
  const isNumber = /^\d+$/.test(text);
  if (name === 'score') return isNumber ? 1 : -2;
  return name === 'name' ? (isNumber ? -1 : 0.2) : 0.2;
};

/** For each row below the settled header what stands below each heading. */
function settled(table: Table): Record<string, string>[] {
  const [row, ...body] = rowsOf(table);
  if (row === undefined) throw new Error('There is no row');
  const header = settleHeader(readHeader<string>(row, labels), body, fit);
  return body.map((each) =>
    Object.fromEntries(
      header.columns.map((column) => [
        column.name,
        cellsBelow(header, column, each)
          .map((cell) => cell.text)
          .join(''),
      ]),
    ),
  );
}

const right = [
  { name: '印刷数量', target: '100份', score: '40' },
  { name: '宣传次数', target: '5次', score: '60' },
];

describe('settleHeader', () => {
  test('leaves headings that stand above their cells', () => {
    const table = [
      ['指标', '三级指标', '预期指标值', '自评得分'],
      ['', '印刷数量', '100份', '40'],
      ['', '宣传次数', '5次', '60'],
    ];
    expect(settled(dumpTable(table))).toStrictEqual(right);
  });

  test('moves headings to the right where the cells below have slipped there', () => {
    const table = [
      ['指标', '三级指标', '预期指标值', '自评得分', ''],
      ['', '', '印刷数量', '100份', '40'],
      ['', '', '宣传次数', '5次', '60'],
    ];
    expect(settled(dumpTable(table))).toStrictEqual(right);
  });

  test('moves only the headings behind a merged one', () => {
    const table = [
      ['指标', '三级指标', '预期指标值', '自评得分', ''],
      ['', '印刷数量', '印刷数量', '100份', '40'],
      ['', '宣传次数', '宣传次数', '5次', '60'],
    ];
    const found = settled(dumpTable(table));
    expect(found.map(({ target, score }) => ({ target, score }))).toStrictEqual(
      right.map(({ target, score }) => ({ target, score })),
    );
  });

  test('moves headings to the left where their own blanks were kept', () => {
    const table = [
      ['指标', '三级指标', '', '预期指标值', '自评得分'],
      ['', '印刷数量', '100份', '40'],
      ['', '宣传次数', '5次', '60'],
    ];
    expect(settled(dumpTable(table))).toStrictEqual(right);
  });

  test('leaves exact spans alone, whatever stands below', () => {
    const table = [
      ['三级指标', '预期指标值', '自评得分', ''],
      ['', '印刷数量', '100份', '40'],
    ];
    expect(settled(ruledTable(table))).toStrictEqual([{ name: '', target: '印刷数量', score: '100份' }]);
  });
});
