import { describe, expect, test } from 'vitest';
import { type IndicatorsReading } from '../../src/forms/read-indicators.ts';
import { indicatorsIn } from './indicator-tables.ts';
import { ministry, ruledTable, type SpanningCell } from './table-builder.ts';

const head = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'];
const rows = [
  ['产出指标', '数量指标', '印刷数量', '≥100份', '120份', '50', '47', ''],
  ['满意度指标', '满意度', '群众满意度', '≥90%', '95%', '40', '40', ''],
];
function readWith(...last: readonly (string | SpanningCell)[][]): IndicatorsReading {
  return indicatorsIn(ministry, ruledTable([head, ...rows, ...last]));
}
const label = (text: string): SpanningCell => ({ text, across: 5 });

describe('the total', () => {
  test.each([
    ['总分', '100'],
    ['总分（100分）', '100'],
    ['自评总分', ''],
  ])('%s, %s: stands below its heading', (text, weight) => {
    expect(readWith([label(text), weight, '97', '']).totalScore).toMatchObject({ value: 97, certainty: 1 });
  });

  test.each([
    ['without a word', ['', '', '', '', '', '100', '97', '']],
    ['with a label that nobody knows', [label('项目综合评定'), '100', '97', '']],
  ])('%s is perhaps the last row’s, to be reviewed', (_, row) => {
    const { totalScore, hasTotal, indicators, unknownRows } = readWith(row);
    expect([totalScore.value, hasTotal, indicators.length, unknownRows.length]).toStrictEqual([97, true, 2, 0]);
    expect(totalScore.certainty).toBeLessThan(0.9);
  });

  test('is none of a last row that is far from the sum', () => {
    const { totalScore, indicators } = readWith(['', '', '', '', '', '10', '10', '']);
    expect([totalScore.value, indicators.length]).toStrictEqual([null, 3]);
  });

  test('merged with the weights’ sum is doubtful, but where its label names the score', () => {
    const both = { text: '97', across: 2 };
    expect(readWith([label('总分'), both, '']).totalScore.certainty).toBeLessThan(0.9);
    expect(readWith([label('自评总分'), both, '']).totalScore).toMatchObject({ value: 97, certainty: 1 });
  });

  test('beside a number behind it may have slipped: to be reviewed', () => {
    const { totalScore } = readWith([{ text: '总分', across: 6 }, '100', '97']);
    expect([totalScore.value, totalScore.certainty < 0.9]).toStrictEqual([100, true]);
  });

  test('is the last one where parts have their own', () => {
    const { totalScore } = readWith([label('合计'), '90', '87', ''], [label('总分'), '100', '97', '']);
    expect(totalScore).toMatchObject({ value: 97, certainty: 1 });
  });
});
