import { describe, expect, it, test } from 'vitest';
import type { Fund } from '../../src/model/record.ts';
import { executionScoreMismatch } from '../../src/rules/execution-score-mismatch.ts';
import { evidence, findingsOf, fund, messagesOf, ministryChecks, shijiazhuangChecks } from './form-builder.ts';

const money = (values: Partial<Fund>) => ({ funds: [fund('total', { budgeted: 65.13, weight: 10, ...values })] });

describe('execution-score-mismatch', () => {
  it('states rate, weight and score', () => {
    expect(findingsOf(executionScoreMismatch, money({ executed: 62.3, score: 10 }), ministryChecks)).toStrictEqual([]);
    expect(findingsOf(executionScoreMismatch, money({ executed: 62.3, score: 9.97 }), ministryChecks)).toStrictEqual([
      {
        message: '预算执行得分: 62.3 ÷ 65.13 = 95.65 %, × 分值 10 = 9.57, printed 9.97',
        fields: ['/funds/0/score', '/funds/0/weight', '/funds/0/executed', '/funds/0/budgeted'],
      },
    ]);
  });

  test.each([
    ['full marks, printed with decimals, for less than 100 %', '10.00', 62.3],
    ['too few marks', '9', 65.13],
    ['more than the weight for more than 100 %', '10.5', 68.39],
  ])('finds %s', (_, raw, executed) => {
    const values = { ...money({ executed, score: Number(raw) }), evidence: { '/funds/0/score': evidence(raw) } };
    expect(messagesOf(executionScoreMismatch, values, ministryChecks)).toHaveLength(1);
  });

  it('takes the printed rate where the amounts are blank', () => {
    expect(messagesOf(executionScoreMismatch, money({ executionRate: 80, score: 9 }), ministryChecks)).toStrictEqual([
      '预算执行得分: 80 %, × 分值 10 = 8, printed 9',
    ]);
  });

  test.each<[string, Partial<Fund>]>([
    ['the score is rounded', { executed: 62.3, score: 9.57 }],
    ['the score is truncated', { executed: 62.3, score: 9.56 }],
    ['the score is a whole number, rounded', { executed: 62.3, score: 10 }],
    ['the rate is capped at 100 %', { executed: 70, score: 10 }],
    ['the score follows the printed rate, which is wrong', { executed: 65.13, executionRate: 60.9, score: 6.09 }],
    [
      'the score follows the amounts, and the printed rate is wrong',
      { executed: 65.13, executionRate: 60.9, score: 10 },
    ],
    ['the score is blank', { executed: 62.3 }],
    ['the weight is blank', { executed: 62.3, weight: null, score: 3 }],
    ['nothing gives a rate', { score: 3 }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(executionScoreMismatch, money(values), ministryChecks)).toStrictEqual([]);
  });

  it('says nothing in layouts that do not define the score', () => {
    const values = money({ executed: 62.3, score: 3 });
    expect(messagesOf(executionScoreMismatch, values, shijiazhuangChecks)).toStrictEqual([]);
    expect(messagesOf(executionScoreMismatch, values, ministryChecks)).toHaveLength(1);
  });
});
