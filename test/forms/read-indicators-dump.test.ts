import { describe, expect, test } from 'vitest';
import { type IndicatorsReading } from '../../src/forms/read-indicators.ts';
import { indicatorsIn, shortRows } from './indicator-tables.ts';
import { dumpTable, shijiazhuang } from './table-builder.ts';

const read = (...rows: readonly (readonly string[])[]): IndicatorsReading =>
  indicatorsIn(shijiazhuang, dumpTable(rows));

const head = ['四、年度绩效指标完成情况', '一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'];
const expected = [
  ['产出指标', 60, '数量指标', '印刷数量', '≥100份', '120', 30],
  ['产出指标', 60, '数量指标', '宣传次数', '5次', '5次', 20],
  ['产出指标', 60, '质量指标', '合格率', '≥90%', '95%', 10],
  ['满意度指标', 40, '满意度', '群众满意度', '≥90%', '98%', 40],
];

describe('in a dump', () => {
  const first = ['', '产出指标(60)', '数量指标', '印刷数量', '≥100份', '120', '30'];
  const second = ['', '', '', '宣传次数', '5次', '5次', '20'];

  test('a header repeated between the rows moves nothing', () => {
    expect(shortRows(read(head, first, head, second))).toStrictEqual(expected.slice(0, 2));
  });

  test.each([
    ['all blank cells', (text: string) => text !== ''],
    [
      'the blanks at a row’s start',
      (_: string, at: number, row: readonly string[]) => row.slice(0, at + 1).some((text) => text !== ''),
    ],
    ['the blanks of merged cells, printing others', (text: string, at: number) => text !== '' || at === 4],
  ])('a dump may leave out %s', (_, isPrinted) => {
    const wide = [...head.slice(0, 4), '', ...head.slice(4)];
    const rows = [
      ['', '产出指标(60)', '数量指标', '印刷数量', '', '≥100份', '120', '30'],
      ['', '', '', '宣传次数', '', '5次', '5次', '20'],
      ['', '', '质量指标', '合格率', '', '≥90%', '95%', '10'],
      ['', '满意度指标(40)', '满意度', '群众满意度', '', '≥90%', '98%', '40'],
      ['', '总分', '', '', '', '', '', '100'],
    ];
    const reading = read(...[wide, ...rows].map((row) => row.filter(isPrinted)));
    expect(shortRows(reading)).toStrictEqual(expected);
    expect(reading.totalScore.value).toBe(100);
    expect(reading.unread).toStrictEqual([]);
  });

  test('a value that two columns could hold is doubtful, its neighbours are not', () => {
    const rows = [first, second].map((row) => row.filter((text) => text !== ''));
    const { indicators } = read(head, ...rows, ['质量指标', '合格率', '95%', '10']);
    expect(indicators[2]).toMatchObject({ level2: { value: '质量指标' }, score: { value: 10 } });
    expect(indicators[2]?.score.certainty).toBeGreaterThan(0.9);
    const values = [indicators[2]?.target, indicators[2]?.actual].filter((sourced) => sourced?.value === '95%');
    expect(values).toHaveLength(1);
    expect(values[0]?.certainty).toBeLessThan(0.9);
  });

  test('a text that no column takes is unread, and makes its row doubtful', () => {
    const { indicators, unread } = read(head, [...first, '优秀']);
    expect(unread.map((cell) => cell.text)).toStrictEqual(['优秀']);
    expect(indicators[0]?.score).toMatchObject({ value: 30, certainty: 0.8 });
  });

  test('a heading printed in each of its columns is one', () => {
    const wide = [...head.slice(0, 4), '三级指标', ...head.slice(4)];
    const reading = read(wide, ['', '产出指标(60)', '数量指标', '印刷数量', '印刷数量', '≥100份', '120', '30']);
    expect(shortRows(reading)).toStrictEqual(expected.slice(0, 1));
    expect(reading.indicators[0]?.score.certainty).toBe(1);
    expect(reading.unknown).toStrictEqual([]);
  });

  test('template rows of dots move nothing', () => {
    const unused = ['', '', '', '……', '', '', ''];
    const dashes = ['', '', '质量指标', '……', '—', '/', ''];
    expect(shortRows(read(head, first, second, unused, dashes))).toStrictEqual(expected.slice(0, 2));
  });
});
