import { describe, expect, it, test } from 'vitest';
import type { FormRecord } from '../../src/model/record.ts';
import { level1WeightMismatch } from '../../src/rules/level1-weight-mismatch.ts';
import { findingsOf, indicator, messagesOf } from './form-builder.ts';

const rows = (
  level1: string,
  level1Weight: number | null,
  weights: readonly (number | null)[],
): FormRecord['indicators'] => weights.map((weight) => indicator({ level1, level1Weight, weight }));

describe('level1-weight-mismatch', () => {
  it('states the sum of the rows and the printed weight', () => {
    const indicators = [...rows('产出指标', 50, [25, 25]), ...rows('效益指标', 30, [15, 10])];
    expect(findingsOf(level1WeightMismatch, { indicators })).toStrictEqual([
      {
        message: '效益指标: 分值 of its rows 15+10 = 25, weight printed 30',
        fields: ['/indicators/2/level1Weight', '/indicators/2/weight', '/indicators/3/weight'],
      },
    ]);
  });

  it('finds rows that exceed the weight though one is blank', () => {
    expect(messagesOf(level1WeightMismatch, { indicators: rows('产出指标', 50, [30, 25, null]) })).toHaveLength(1);
  });

  test.each<[string, FormRecord['indicators']]>([
    ['the rows make the weight', rows('产出指标', 50, [12.5, 37.5])],
    ['a row has no 分值 that could make up the rest', rows('产出指标', 50, [25, null])],
    ['the layout has no 分值', rows('产出指标', 50, [null, null])],
    ['the group has no weight', rows('产出指标', null, [25])],
    [
      'the name comes back',
      [...rows('产出指标', 50, [25]), ...rows('效益指标', 30, [30]), ...rows('产出指标', 50, [25])],
    ],
  ])('says nothing where %s', (_, indicators) => {
    expect(messagesOf(level1WeightMismatch, { indicators })).toStrictEqual([]);
  });
});
