import { describe, expect, test } from 'vitest';
import type { Layout } from '../../src/forms/layout.ts';
import { type FundsReading, readFunds } from '../../src/forms/read-funds.ts';
import type { Table } from '../../src/model/table.ts';
import { dumpTable, headedRowsOf, ministry, ruledTable, sectionOf, shijiazhuang, valuesOf } from './table-builder.ts';

function read(layout: Layout, table: Table): FundsReading {
  const { header, body } = headedRowsOf(table);
  return readFunds(header, body, sectionOf(layout, 'funds'));
}
const fundsOf = (reading: FundsReading): object[] =>
  reading.funds.map(({ source, quantities }) => ({ source, ...valuesOf(quantities) }));

const heading = [
  '二、预算执行情况',
  '预算安排情况(调整后)',
  '',
  '资金到位情况',
  '',
  '资金执行情况',
  '',
  '预算执行进度',
];
const threeSources = [
  { source: 'total', budgeted: 82, received: 81.5, executed: 78.67 },
  { source: 'fiscal', budgeted: 80, received: 80, executed: 77 },
  { source: 'other', budgeted: 2, executed: 1.67 },
];

describe('the table of Shijiazhuang', () => {
  const rows = [
    ['', '预算数:', '82', '到位数:', '81.5', '执行数:', '78.67', '89.02%'],
    ['', '其中:财政资金', '80', '其中:财政资金', '80', '其中:财政资金', '77', ''],
    ['', '其他', '2', '其他', '—', '其他', '1.67', ''],
  ];

  test('row labels stand before each value', () => {
    const reading = read(shijiazhuang, dumpTable([heading, ...rows]));
    expect(fundsOf(reading)).toStrictEqual(threeSources);
    expect(valuesOf(reading.fields)).toStrictEqual({ executionRate: 89.02 });
    expect(reading.unknown).toStrictEqual([]);
  });

  test('a dump may leave the blanks of merged headings out', () => {
    const short = ['二、预算执行情况', '预算安排情况(调整后)', '资金到位情况', '资金执行情况', '预算执行进度'];
    const reading = read(shijiazhuang, dumpTable([short, ...rows]));
    expect(fundsOf(reading)).toStrictEqual(threeSources);
    expect(valuesOf(reading.fields)).toStrictEqual({ executionRate: 89.02 });
  });

  test('a dump may leave all blank cells out', () => {
    const printed = [heading, ...rows].map((row) => row.filter((text) => text !== ''));
    const reading = read(shijiazhuang, dumpTable(printed));
    expect(fundsOf(reading)).toStrictEqual(threeSources);
    expect(valuesOf(reading.fields)).toStrictEqual({ executionRate: 89.02 });
    expect(reading.funds[0]?.quantities.executed?.certainty).toBe(1);
  });

  test('the rate’s column may be blank or missing', () => {
    const without = (row: readonly string[]): string[] => row.slice(0, 7);
    const missing = read(shijiazhuang, dumpTable([heading, ...rows].map(without)));
    expect(fundsOf(missing)).toStrictEqual(threeSources);
    expect(missing.fields).toStrictEqual({});
    const blank = read(shijiazhuang, dumpTable([heading, ...rows.map((row) => [...without(row), ''])]));
    expect(valuesOf(blank.fields)).toStrictEqual({});
  });

  test('exact spans: the rate is merged over all rows', () => {
    const table = ruledTable([
      [
        { text: '二、预算执行情况', down: 4 },
        { text: '预算安排情况（调整后）', across: 2 },
        { text: '资金到位情况', across: 2 },
        { text: '资金执行情况', across: 2 },
        '预算执行进度',
      ],
      ['预算数：', '82', '到位数：', '81.5', '执行数：', '78.67', { text: '89.02%', down: 3 }],
      ['其中：财政资金', '80', '其中：财政资金', '80', '其中：财政资金', '77'],
      ['其他', '2', '其他', '—', '其他', '1.67'],
    ]);
    const reading = read(shijiazhuang, table);
    expect(fundsOf(reading)).toStrictEqual(threeSources);
    expect(valuesOf(reading.fields)).toStrictEqual({ executionRate: 89.02 });
  });

  test('a damaged row label is known, and its values less surely', () => {
    const damaged = rows.map((row) => row.map((text) => text.replace('其中:财政资金', '其中:则政资金')));
    const reading = read(shijiazhuang, dumpTable([heading, ...damaged]));
    expect(fundsOf(reading)).toStrictEqual(threeSources);
    const [total, fiscal] = reading.funds;
    expect(total?.quantities.budgeted?.certainty).toBe(1);
    expect(fiscal?.quantities.budgeted?.certainty).toBeCloseTo(0.95, 9);
  });
});

describe('the table of the ministry', () => {
  const head = ['项目资金(万元)', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
  const table = (...rows: readonly (readonly string[])[]): Table => ruledTable([head, ...rows]);

  test('each row has its label, each column its heading', () => {
    const reading = read(
      ministry,
      table(
        ['', '年度资金总额', '100', '1,200.5', '1,080.45', '10', '90.00%', '9'],
        ['', '其中：当年财政拨款', '100', '1,000.5', '900', '—', '89.96%', '—'],
        ['', '上年结转资金', '/', '200', '180.45', '—', '', '—'],
        ['', '其他资金', '', '', '', '—', '', '—'],
      ),
    );
    expect(fundsOf(reading)).toStrictEqual([
      { source: 'total', initial: 100, budgeted: 1200.5, executed: 1080.45, executionRate: 90, weight: 10, score: 9 },
      { source: 'fiscal', initial: 100, budgeted: 1000.5, executed: 900, executionRate: 89.96 },
      { source: 'carryover', budgeted: 200, executed: 180.45 },
      { source: 'other' },
    ]);
    expect(reading.fields).toStrictEqual({});
  });

  test('a dump may leave blank cells out: what is sure then is so, and what is not is doubtful', () => {
    const { funds } = read(
      ministry,
      dumpTable([
        head.filter((text) => text !== ''),
        ['年度资金总额', '100', '1,200.5', '1,080.45', '10', '90.00%', '9'],
        ['其中：当年财政拨款', '1,000.5', '900'],
        ['上年结转资金', '100', '200', '180.45'],
        ['其他资金'],
      ]),
    );
    expect(valuesOf(funds[0]?.quantities ?? {})).toStrictEqual({
      initial: 100,
      budgeted: 1200.5,
      executed: 1080.45,
      weight: 10,
      executionRate: 90,
      score: 9,
    });
    expect(funds[2]?.quantities.executed).toMatchObject({ value: 180.45 });
    const doubtful = Object.values(funds[1]?.quantities ?? {}).filter(({ value }) => value !== null);
    expect(doubtful.every(({ certainty }) => certainty < 0.9)).toBe(true);
    expect(valuesOf(funds[3]?.quantities ?? {})).toStrictEqual({});
  });

  test('a row’s label printed in each of its columns is one', () => {
    const reading = read(
      ministry,
      dumpTable([
        [
          '项目资金(万元)',
          '项目资金(万元)',
          '年初预算数',
          '年初预算数',
          '全年预算数',
          '全年执行数',
          '分值',
          '执行率',
          '得分',
        ],
        ['项目资金(万元)', '年度资金总额', '100', '100', '120', '90', '10', '75%', '7.5'],
      ]),
    );
    expect(fundsOf(reading)).toStrictEqual([
      { source: 'total', initial: 100, budgeted: 120, executed: 90, weight: 10, executionRate: 75, score: 7.5 },
    ]);
    expect(reading.unknown).toStrictEqual([]);
  });

  test('rows come in the layout’s order, and those missing are none', () => {
    const reading = read(
      ministry,
      table(['', '其他资金', '', '5', '5', '', '', ''], ['', '年度资金总额', '', '5', '5', '10', '100%', '10']),
    );
    expect(reading.funds.map((fund) => fund.source)).toStrictEqual(['total', 'other']);
  });

  test('a column that nobody knows is reported, and its neighbours are read', () => {
    const reading = read(
      ministry,
      ruledTable([
        ['项目资金', '', '年初预算数', '责任处室', '全年执行数'],
        ['', '年度资金总额', '100', '办公室', '90'],
      ]),
    );
    expect(reading.unknown.map((cell) => cell.text)).toStrictEqual(['责任处室']);
    expect(fundsOf(reading)).toStrictEqual([{ source: 'total', initial: 100, executed: 90 }]);
  });

  test('a row that goes on lower is one; two rows with amounts of their own are two', () => {
    const goesOn = table(
      ['', '年度资金总额', '100', '', '', '', '', ''],
      ['', '年度资金总额', '', '9', '', '', '', ''],
    );
    expect(fundsOf(read(ministry, goesOn))).toStrictEqual([{ source: 'total', initial: 100, budgeted: 9 }]);
    const two = table(
      ['', '一般公共预算', '50', '50', '49', '', '', ''],
      ['', '政府性基金', '20', '', '', '', '', ''],
      ['', '单位资金', '5', '5', '5', '', '', ''],
      ['', '年度资金总额', '75', '55', '54', '10', '98.18%', '9.8'],
    );
    expect(fundsOf(read(ministry, two))).toStrictEqual([
      { source: 'total', initial: 75, budgeted: 55, executed: 54, weight: 10, executionRate: 98.18, score: 9.8 },
      { source: 'fiscal', initial: 50, budgeted: 50, executed: 49 },
      { source: 'fiscal', initial: 20 },
      { source: 'other', initial: 5, budgeted: 5, executed: 5 },
    ]);
  });

  test('rows that break a source down do not count beside the whole of it', () => {
    const nested = table(
      ['', '年度资金总额', '80', '80', '79', '10', '98.75%', '9.88'],
      ['', '其中：财政拨款', '70', '70', '69', '', '', ''],
      ['', '其中：一般公共预算', '50', '50', '49', '', '', ''],
      ['', '政府性基金预算', '20', '20', '20', '', '', ''],
      ['', '其他资金', '10', '10', '10', '', '', ''],
    );
    const { funds } = read(ministry, nested);
    expect(funds.map(({ source, quantities }) => [source, quantities.initial?.value])).toStrictEqual([
      ['total', 80],
      ['fiscal', 70],
      ['other', 10],
    ]);
  });

  test('a row that is not known is another source, with doubt, and told', () => {
    const reading = read(
      ministry,
      table(
        ['', '年度资金总额', '80', '80', '79', '10', '98.75%', '9.88'],
        ['', '专项债券', '30', '30', '29', '', '', ''],
        ['', '其中：置换债券', '10', '10', '9', '', '', ''],
        ['', '预算执行率得分', '', '', '', '10', '', '9.88'],
      ),
    );
    expect(fundsOf(reading).slice(1)).toStrictEqual([{ source: 'other', initial: 30, budgeted: 30, executed: 29 }]);
    expect(reading.funds[1]?.quantities.budgeted?.certainty).toBeLessThan(0.9);
    expect(reading.unknownRows.map(({ text }) => text)).toStrictEqual(['专项债券']);
  });

  test('amounts without any label are the total, with doubt', () => {
    const reading = read(ministry, table(['', '', '80', '80', '79', '10', '98.75%', '9.88']));
    expect(fundsOf(reading)).toMatchObject([{ source: 'total', budgeted: 80 }]);
    expect(reading.funds[0]?.quantities.budgeted?.certainty).toBeLessThan(0.9);
    expect(reading.unknownRows).toStrictEqual([]);
  });

  test('what is no number is complained of, and null', () => {
    const { funds } = read(ministry, table(['', '年度资金总额', '约100', '', '', '', '', '']));
    expect(funds[0]?.quantities.initial).toMatchObject({
      value: null,
      complaint: expect.stringContaining('约100') as string,
    });
  });
});
