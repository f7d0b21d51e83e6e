import { describe, expect, test } from 'vitest';
import { deepHeader } from '../../src/forms/deep-header.ts';
import { ownTexts } from '../../src/forms/flow.ts';
import type { Table } from '../../src/model/table.ts';
import { dumpTable, ministry, rowsOf, ruledTable, sectionOf } from './table-builder.ts';

const { columns } = sectionOf(ministry, 'indicators');
const amounts = sectionOf(ministry, 'funds').columns;

/** The headings after reading, with their first columns, and how many rows are left below. */
function read(table: Table, labels: readonly { readonly labels: readonly string[] }[] = columns): [string[], number] {
  const [header, ...body] = rowsOf(table);
  if (header === undefined) throw new Error('No header');
  const deep = deepHeader({ header, body }, labels);
  return [ownTexts(deep.header).map(({ column, text }) => `${column} ${text}`), deep.body.length];
}
const down = (text: string): { text: string; down: number } => ({ text, down: 2 });

describe('deepHeader', () => {
  test('headings of the second row take the place of the one that they part', () => {
    const table = ruledTable([
      [down('一级指标'), down('二级指标'), { text: '指标值', across: 2 }, down('分值'), down('得分')],
      ['年度指标值', '实际完成值'],
      ['产出指标', '数量指标', '≥3次', '4次', '10', '10'],
    ]);
    expect(read(table)).toStrictEqual([
      ['0 一级指标', '1 二级指标', '2 年度指标值', '3 实际完成值', '4 分值', '5 得分'],
      1,
    ]);
  });

  test('they may be called only together with it', () => {
    const table = ruledTable([
      [down('项目资金'), { text: '预算数', across: 2 }, down('全年执行数')],
      ['年初', '调整后'],
      ['年度资金总额', '100', '90', '80'],
    ]);
    expect(read(table, amounts)).toStrictEqual([['0 项目资金', '1 年初预算数', '2 调整后预算数', '3 全年执行数'], 1]);
  });

  test('in a dump too', () => {
    const table = dumpTable([
      ['一级指标', '二级指标', '指标值', '', '分值', '得分'],
      ['', '', '年度指标值', '实际完成值', '', ''],
      ['产出指标', '数量指标', '≥3次', '4次', '10', '10'],
    ]);
    expect(read(table)[0]).toStrictEqual([
      '0 一级指标',
      '1 二级指标',
      '2 年度指标值',
      '3 实际完成值',
      '4 分值',
      '5 得分',
    ]);
  });

  test.each<[string, Table]>([
    [
      'a row of values',
      ruledTable([
        ['一级指标', { text: '指标值', across: 2 }, '得分'],
        ['产出指标', '≥3次', '4次', '10'],
      ]),
    ],
    [
      'values below a parted heading alone',
      ruledTable([
        [down('一级指标'), { text: '指标值', across: 2 }, down('得分')],
        ['≥3次', '4次'],
      ]),
    ],
    ['a note below one heading', ruledTable([[down('一级指标'), '指标值', down('得分')], ['年度指标值']])],
    ['no row', ruledTable([['一级指标', '指标值', '得分']])],
  ])('%s below a header is none of it', (_, table) => {
    const [header, ...body] = rowsOf(table);
    const headings = header && ownTexts(header).map(({ column, text }) => `${column} ${text}`);
    expect(read(table)).toStrictEqual([headings, body.length]);
  });
});
