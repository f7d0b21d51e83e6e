import { describe, expect, it, test } from 'vitest';
import type { Indicator } from '../../src/model/record.ts';
import { scoreCutUnexplained } from '../../src/rules/score-cut-unexplained.ts';
import { findingsOf, fund, indicator, messagesOf, ministryChecks, shijiazhuangChecks } from './form-builder.ts';

const cut = indicator({ level3: '就业率', weight: 30, score: 29.5 });

describe('score-cut-unexplained', () => {
  it('states the cut', () => {
    expect(findingsOf(scoreCutUnexplained, { indicators: [cut] }, ministryChecks)).toStrictEqual([
      {
        message: '就业率: score 29.5 < 分值 30, and 偏差原因分析 is blank',
        fields: ['/indicators/0/deviation', '/indicators/0/score', '/indicators/0/weight'],
      },
    ]);
  });

  test.each<[string, Partial<Indicator>]>([
    ['the cut is explained', { deviation: '目标设定偏保守' }],
    ['no marks were cut', { score: 30 }],
    ['the score is blank', { score: null }],
    ['the weight is blank', { weight: null }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(scoreCutUnexplained, { indicators: [{ ...cut, ...values }] }, ministryChecks)).toStrictEqual([]);
  });

  it('says nothing of the money row, or in layouts and forms without the column', () => {
    const funds = [fund('total', { weight: 10, score: 9 })];
    expect(messagesOf(scoreCutUnexplained, { funds }, ministryChecks)).toStrictEqual([]);
    expect(messagesOf(scoreCutUnexplained, { indicators: [cut] }, shijiazhuangChecks)).toStrictEqual([]);
    const checks = { ...ministryChecks, notBlank: new Set(['/indicators/*/deviation']) };
    expect(messagesOf(scoreCutUnexplained, { indicators: [cut] }, checks)).toStrictEqual([]);
  });
});
