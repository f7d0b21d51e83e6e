import { describe, expect, test } from 'vitest';
import { type IndicatorsReading } from '../../src/forms/read-indicators.ts';
import type { Table } from '../../src/model/table.ts';
import { indicatorsIn } from './indicator-tables.ts';
import { dumpTable, ministry, ruledTable, valuesOf } from './table-builder.ts';

const read = (table: Table): IndicatorsReading => indicatorsIn(ministry, table);
const names = ({ indicators }: IndicatorsReading): unknown[] =>
  indicators.map((row) => [row.level1.value, row.level3.value, row.score.value]);
const told = ({ unknownRows }: IndicatorsReading): string[] => unknownRows.map(({ text }) => text);

const columns = ['三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'];
const head = ['一级指标', '二级指标', ...columns];
const printed = ['产出指标', '数量指标', '印刷数量', '≥100份', '120份', '50', '45', ''];
const total = ['总分', '', '', '', '', '100', '97', ''];
const wide = (text: string): { text: string; across: number } => ({ text, across: 5 });

describe('rows that are no indicators', () => {
  test.each([
    ['a sum', ['小计', '', '', '', '', '50', '45', '']],
    ['a group’s sum', ['产出指标小计', '', '', '', '', '50', '45', '']],
    ['a sum of all but one', ['合计', '', '', '', '', '90', '88', '']],
  ])('%s is none, and nothing is lost', (_, row) => {
    for (const reading of [
      read(dumpTable([head, printed, row, total])),
      read(ruledTable([head, printed, row, total])),
    ]) {
      expect(names(reading)).toStrictEqual([['产出指标', '印刷数量', 45]]);
      expect(told(reading)).toStrictEqual([]);
      expect(reading.totalScore).toMatchObject({ value: 97, certainty: 1 });
    }
  });

  test.each(['预算执行率得分', '预算执行率（10分）', '资金执行率'])(
    '%s beside marks has those of the money table',
    (label) => {
      const reading = read(ruledTable([head, printed, [wide(label), '10', '9.6', ''], total]));
      expect(valuesOf(reading.execution ?? {})).toMatchObject({ weight: 10, score: 9.6 });
      expect([names(reading).length, told(reading)]).toStrictEqual([1, []]);
    },
  );

  test('an execution rate with a target is an indicator', () => {
    const rate = ['预算执行率', '预算执行率', '预算执行率', '100%', '96%', '10', '9.6', ''];
    const reading = read(ruledTable([head, printed, rate, total]));
    expect([names(reading).length, reading.execution]).toStrictEqual([2, null]);
  });

  test('a group’s name above its rows is their first level', () => {
    const rows = [head, [wide('产出指标（50分）'), '50', '45', ''], ['', ...printed.slice(1)], total];
    const reading = read(ruledTable(rows));
    expect(names(reading)).toStrictEqual([['产出指标', '印刷数量', 45]]);
    expect(reading.indicators[0]?.level1Weight.value).toBe(50);
    expect(told(reading)).toStrictEqual([]);
  });

  test.each([
    ['marks for something else', [wide('加分项'), '5', '5', '']],
    ['a group of no row', [wide('满意度指标'), '10', '10', '']],
    ['a note', [{ text: '注：得分一档最高不能超过该指标分值上限', across: 8 }]],
  ])('%s is told', (_, row) => {
    const reading = read(ruledTable([head, printed, row, total]));
    expect(names(reading)).toStrictEqual([['产出指标', '印刷数量', 45]]);
    expect(told(reading)).toHaveLength(1);
    expect(told(reading)[0]).toBe(typeof row[0] === 'string' ? row[0] : row[0]?.text);
  });

  test('a reason or a weight without an indicator is told', () => {
    const rows = [
      ['', '', '', '', '', '', '', '受疫情影响'],
      ['', '质量指标', '', '', '', '10', '', ''],
    ];
    expect(told(read(ruledTable([head, printed, ...rows, total])))).toStrictEqual(['受疫情影响', '质量指标']);
  });

  test('a stroke of a pen in a row of the template is told', () => {
    const withStroke = (text: string, confidence: number): IndicatorsReading => {
      const table = ruledTable([head, printed, ['', '', '指标2：', text, '', '', '', ''], total]);
      const cells = table.cells.map((cell) => (cell.text === text ? { ...cell, confidence } : cell));
      return read({ ...table, cells });
    };
    expect([names(withStroke('wil', 0.6)).length, told(withStroke('wil', 0.6))]).toStrictEqual([1, ['指标2：']]);
    expect(names(withStroke('wil', 0.99))).toHaveLength(2);
    expect(names(withStroke('5场', 0.6))).toHaveLength(2);
  });

  test('the rest of a seal over several cells of such a row is none either', () => {
    const table = ruledTable([head, printed, ['', '', '指标2：', '印海', '文', '', '', ''], total]);
    const doubtful = table.cells.map((cell) => (/^[印文]/.test(cell.text) ? { ...cell, confidence: 0.7 } : cell));
    expect(names(read({ ...table, cells: doubtful }))).toHaveLength(1);
  });

  test('rows of the template are not', () => {
    const rows = [
      ['', '', '指标2', '', '', '', '', ''],
      ['', '质量指标', '指标1：', '', '', '10', '', ''],
      ['', '时效指标', '……', '/', '/', '', '', '无'],
    ];
    const reading = read(ruledTable([head, printed, ...rows, total]));
    expect([names(reading).length, told(reading)]).toStrictEqual([1, []]);
  });
});

describe('headings', () => {
  test('before the first known one head a column that is told, if anything stands below', () => {
    const reading = read(ruledTable([['指标类别', ...head.slice(1)], printed, total]));
    expect(reading.unknown.map(({ text }) => text)).toStrictEqual(['指标类别']);
  });

  test.each([['绩效指标'], ['绩效'], ['序号']])('%s is no such heading', (name) => {
    const rows = [
      [name, ...head],
      ['1', ...printed],
    ];
    expect(read(ruledTable(rows)).unknown).toStrictEqual([]);
  });

  test('of the section, over all rows, are none', () => {
    const rows = [[{ text: '指标完成', down: 2 }, ...head], printed];
    expect(read(ruledTable(rows)).unknown).toStrictEqual([]);
  });

  test('a text below none is told', () => {
    const reading = read(ruledTable([[...head, ''], [...printed, '未达标'], total]));
    expect(reading.unread.map(({ text }) => text)).toStrictEqual(['未达标']);
  });

  test('that part a known one in a second row are unknown, and all values doubtful', () => {
    const down = (text: string): { text: string; down: number } => ({ text, down: 2 });
    const [third = '', target = '', ...others] = columns;
    const table = ruledTable([
      [down('一级指标'), down('二级指标'), down(third), { text: target, across: 3 }, ...others.map(down)],
      ['指标性质', '指标值', '度量单位'],
      ['产出指标', '数量指标', '印刷数量', '≥', '100', '份', '120份', '50', '45', ''],
    ]);
    const reading = read(table);
    expect(reading.unknown.map(({ text }) => text)).toStrictEqual(['指标性质', '指标值', '度量单位']);
    expect(names(reading)).toStrictEqual([['产出指标', '印刷数量', 45]]);
    expect(reading.indicators[0]?.target.certainty).toBeLessThan(0.9);
  });

  test('that are known and not asked for leave the others sure', () => {
    const head2 = [...head.slice(0, 5), '完成率', ...head.slice(5)];
    const reading = read(ruledTable([head2, [...printed.slice(0, 5), '120%', ...printed.slice(5)]]));
    expect(reading.unknown.map(({ text }) => text)).toStrictEqual(['完成率']);
    expect(reading.indicators[0]).toMatchObject({ actual: { value: '120份', certainty: 1 }, score: { certainty: 1 } });
  });
});
