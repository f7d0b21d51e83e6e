import { describe, expect, it, test } from 'vitest';
import type { FormRecord } from '../../src/model/record.ts';
import { scoreAboveWeight } from '../../src/rules/score-above-weight.ts';
import { findingsOf, fund, indicator, messagesOf } from './form-builder.ts';

const group = (level1Weight: number | null, scores: readonly (number | null)[]): FormRecord['indicators'] =>
  scores.map((score) => indicator({ level1Weight, score }));

describe('score-above-weight', () => {
  it('finds a row above its 分值', () => {
    const indicators = [indicator({ level3: '培训人数', weight: 15, score: 15.5 })];
    expect(findingsOf(scoreAboveWeight, { indicators })).toStrictEqual([
      { message: '培训人数: score 15.5 > 分值 15', fields: ['/indicators/0/score', '/indicators/0/weight'] },
    ]);
  });

  it('finds a group above its weight, and names each score', () => {
    expect(findingsOf(scoreAboveWeight, { indicators: group(50, [22, 17, 16]) })).toStrictEqual([
      {
        message: '产出指标: scores 22+17+16 = 55 > weight 50 printed on the group',
        fields: ['/indicators/0/score', '/indicators/1/score', '/indicators/2/score', '/indicators/0/level1Weight'],
      },
    ]);
  });

  test.each<[string, Partial<FormRecord>, string]>([
    [
      'a group whose blank cannot help it',
      { indicators: group(50, [30, 21, null]) },
      '产出指标: scores 30+21 = 51 > weight 50',
    ],
    ['the money row', { funds: [fund('total', { weight: 10, score: 10.01 })] }, '预算执行: score 10.01 > 分值 10'],
  ])('finds %s', (_, values, message) => {
    expect(messagesOf(scoreAboveWeight, values).join()).toContain(message);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['full marks are reached', { indicators: [indicator({ weight: 15, score: 15 }), ...group(15, [0])] }],
    ['a group reaches its weight', { indicators: group(30, [10.1, 19.9]) }],
    ['no weight is printed', { indicators: group(null, [80, 80]) }],
    ['the score is blank', { indicators: [indicator({ weight: 15 })] }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(scoreAboveWeight, values)).toStrictEqual([]);
  });
});
