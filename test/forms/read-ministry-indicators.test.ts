import { expect, test } from 'vitest';
import { indicatorsIn } from './indicator-tables.ts';
import { dumpTable, ministry, ministryHead, ruledTable, valuesOf } from './table-builder.ts';

const row = ['', '产出指标', '数量指标', '印刷数量', '≥100份', '120份', '50', '45', '需求减少'];
const total = (...cells: readonly (string | { text: string; across: number })[]): [number | null, number] => {
  const { value, certainty } = indicatorsIn(ministry, ruledTable([ministryHead, row, cells])).totalScore;
  return [value, certainty];
};

test('the ministry’s table has a weight and a reason in each row', () => {
  const { indicators, unknown } = indicatorsIn(ministry, ruledTable([ministryHead, row]));
  expect(indicators.map((each) => valuesOf(each))).toStrictEqual([
    {
      level1: '产出指标',
      level2: '数量指标',
      level3: '印刷数量',
      target: '≥100份',
      actual: '120份',
      weight: 50,
      score: 45,
      deviation: '需求减少',
    },
  ]);
  expect(unknown).toStrictEqual([]);
});

test('a total beside the sum of the weights is the score', () => {
  expect(total({ text: '总分', across: 6 }, '100', '97.57', '')).toStrictEqual([97.57, 1]);
  expect(total({ text: '总分', across: 6 }, '100', '', '')).toStrictEqual([null, 1]);
});

test('a lone number that slipped may be the sum of the weights: to be reviewed', () => {
  const { totalScore } = indicatorsIn(
    ministry,
    dumpTable([ministryHead, row, ['', '总分', '', '', '', '97.57', '', '', '']]),
  );
  expect([totalScore.value, totalScore.certainty]).toStrictEqual([97.57, 0.5]);
});

test('an unknown column is reported', () => {
  const head2 = [...ministryHead.slice(0, 6), '责任处室', ...ministryHead.slice(6)];
  const row2 = [...row.slice(0, 6), '办公室', ...row.slice(6)];
  const reading = indicatorsIn(ministry, ruledTable([head2, row2]));
  expect(reading.unknown.map((cell) => cell.text)).toStrictEqual(['责任处室']);
  expect(valuesOf(reading.indicators[0] ?? {})).toMatchObject({ actual: '120份', weight: 50, score: 45 });
});

test('a damaged heading makes its values less sure, and takes no other’s column', () => {
  const damaged = ministryHead.map((text) => text.replace('一级指标', '—级指标'));
  const [indicator] = indicatorsIn(ministry, ruledTable([damaged, row])).indicators;
  expect(indicator?.level1).toMatchObject({ value: '产出指标' });
  expect(indicator?.level1.certainty).toBeCloseTo(0.925, 9);
  expect(indicator?.level2).toMatchObject({ value: '数量指标', certainty: 1 });
});
