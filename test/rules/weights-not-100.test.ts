import { describe, expect, it, test } from 'vitest';
import type { FormRecord } from '../../src/model/record.ts';
import { weightsNot100 } from '../../src/rules/weights-not-100.ts';
import { findingsOf, fund, indicator, messagesOf, ministryChecks, unusedRow } from './form-builder.ts';

const grouped = (...groups: readonly (readonly [string, number | null, number])[]): FormRecord['indicators'] =>
  groups.flatMap(([level1, level1Weight, rows]) =>
    Array.from({ length: rows }, () => indicator({ level1, level1Weight })),
  );
const weighed = (...weights: readonly (number | null)[]): FormRecord['indicators'] =>
  weights.map((weight) => indicator({ weight }));

describe('weights-not-100', () => {
  it('adds the weight of each 一级指标 once', () => {
    const indicators = grouped(['产出指标', 40, 2], ['效益指标', 40, 1], ['满意度指标', 10, 1]);
    expect(findingsOf(weightsNot100, { indicators })).toStrictEqual([
      {
        message: '一级指标: the weights 40+40+10 = 90, full marks are 100',
        fields: ['/indicators/0/level1Weight', '/indicators/2/level1Weight', '/indicators/3/level1Weight'],
      },
    ]);
  });

  test.each<[string, Partial<FormRecord>, string]>([
    [
      'the 分值 column counts, execution included',
      { indicators: weighed(50, 30, 10), funds: [fund('total', { weight: 15 })] },
      '分值: the weights 50+30+10+15 = 105, full marks are 100',
    ],
    [
      'the indicators alone make 100, and none of them is the execution',
      { indicators: weighed(60, 40), funds: [fund('total', { weight: 10 })] },
      '分值: the weights 60+40+10 = 110, full marks are 100',
    ],
    [
      'a blank weight cannot bring the sum down',
      { indicators: weighed(80, 30, null), funds: [fund('total', { weight: 10 })] },
      '分值: the weights 80+30+10 = 120, full marks are 100',
    ],
    [
      'an unused row has no weight to print',
      { indicators: [...weighed(50, 30), unusedRow], funds: [fund('total', { weight: 10 })] },
      '分值: the weights 50+30+10 = 90, full marks are 100',
    ],
  ])('%s', (_, values, message) => {
    expect(messagesOf(weightsNot100, values, ministryChecks)).toStrictEqual([message]);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['the groups make 100', { indicators: grouped(['产出指标', 60, 3], ['效益指标', 40, 1]) }],
    ['a group has no weight', { indicators: grouped(['产出指标', 60, 1], ['效益指标', null, 1]) }],
    ['a row has no group', { indicators: [...grouped(['产出指标', 60, 1]), indicator({ level1: null })] }],
    [
      'the rows of a group disagree',
      { indicators: grouped(['产出指标', 60, 1], ['产出指标', 50, 1], ['效益指标', 20, 1]) },
    ],
    ['a group is cut in two', { indicators: grouped(['产出指标', 60, 1], ['效益指标', 40, 1], ['产出指标', 60, 1]) }],
    [
      'two groups have one name',
      { indicators: grouped(['产出指标', 30, 1], ['效益指标', 40, 1], ['产出指标', 30, 1]) },
    ],
    ['no weight is printed', { indicators: [indicator()] }],
    ['a row has no 分值', { indicators: weighed(50, null) }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(weightsNot100, values)).toStrictEqual([]);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['the 分值 column makes 100', { indicators: weighed(50, 40), funds: [fund('total', { weight: 10 })] }],
    ['the weight of execution is blank', { indicators: weighed(50, 40), funds: [fund('total')] }],
    [
      'a blank weight and an execution in both tables leave it open',
      {
        indicators: [...weighed(80, null), indicator({ level3: '预算执行率', weight: 10 })],
        funds: [fund('total', { weight: 20 })],
      },
    ],
    [
      'execution stands in both tables',
      {
        indicators: [...weighed(50, 40), indicator({ level3: '预算执行率', weight: 10 })],
        funds: [fund('total', { weight: 10 })],
      },
    ],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(weightsNot100, values, ministryChecks)).toStrictEqual([]);
  });
});
