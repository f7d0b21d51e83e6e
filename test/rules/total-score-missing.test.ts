import { describe, expect, it, test } from 'vitest';
import type { FormRecord } from '../../src/model/record.ts';
import { totalScoreMissing } from '../../src/rules/total-score-missing.ts';
import { findingsOf, indicator, messagesOf, shijiazhuangChecks } from './form-builder.ts';

describe('total-score-missing', () => {
  it('states the sum of the scores', () => {
    expect(
      findingsOf(totalScoreMissing, { indicators: [indicator({ score: 60 }), indicator({ score: 40 })] }),
    ).toStrictEqual([
      {
        message: '总分 is blank, yet the scores 60+40 = 100',
        fields: ['/totalScore', '/indicators/0/score', '/indicators/1/score'],
      },
    ]);
  });

  it('states no sum where a score is blank too', () => {
    const indicators = [indicator({ score: 60 }), indicator()];
    expect(messagesOf(totalScoreMissing, { indicators })).toStrictEqual(['总分 is blank, yet 1 cells are scored']);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['a total is printed', { indicators: [indicator({ score: 60 })], totalScore: 0 }],
    ['nothing is scored', { indicators: [indicator()] }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(totalScoreMissing, values)).toStrictEqual([]);
  });

  it('says nothing where what stands there could not be read, or no row is the total’s', () => {
    const checks = { ...shijiazhuangChecks, notBlank: new Set(['/totalScore']) };
    expect(messagesOf(totalScoreMissing, { indicators: [indicator({ score: 60 })] }, checks)).toStrictEqual([]);
  });
});
