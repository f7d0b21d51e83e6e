import { describe, expect, it, test } from 'vitest';
import type { Evidence, FormRecord } from '../../src/model/record.ts';
import { totalScoreMismatch } from '../../src/rules/total-score-mismatch.ts';
import { evidence, findingsOf, fund, indicator, messagesOf, ministryChecks, unusedRow } from './form-builder.ts';

const scored = (...scores: readonly (number | null)[]): FormRecord['indicators'] =>
  scores.map((score) => indicator({ score }));
const at = (cell: string): Evidence => evidence('50', { sheet: 'Sheet1', cell });

describe('total-score-mismatch', () => {
  it('states the sum and every cell of it', () => {
    expect(findingsOf(totalScoreMismatch, { indicators: scored(20, 20, 3, 40, 10), totalScore: 100 })).toStrictEqual([
      {
        message: '总分: the scores 20+20+3+40+10 = 93, printed 100',
        fields: ['/totalScore', ...[0, 1, 2, 3, 4].map((row) => `/indicators/${row}/score`)],
      },
    ]);
  });

  test.each<[string, Partial<FormRecord>, string]>([
    [
      'the execution score counts',
      { indicators: scored(80.5, 10), funds: [fund('total', { weight: 10, score: 9.57 })], totalScore: 98.07 },
      '80.5+10+9.57 = 100.07, printed 98.07',
    ],
    [
      'only the total row of the money table counts where it is scored',
      { indicators: scored(90), funds: [fund('total', { score: 9 }), fund('fiscal', { score: 8 })], totalScore: 100 },
      '90+9 = 99, printed 100',
    ],
    [
      'else the sources do',
      { indicators: scored(80), funds: [fund('total'), fund('fiscal', { score: 8 })], totalScore: 90 },
      '80+8 = 88, printed 90',
    ],
    [
      'the scored rows exceed the total, whatever the blank one has',
      { indicators: scored(60, 50, null), totalScore: 100 },
      '60+50 = 110, printed 100',
    ],
    [
      'a row that the body left unused is no blank',
      { indicators: [...scored(40, 50), unusedRow], totalScore: 100 },
      '40+50 = 90, printed 100',
    ],
    [
      'a rounded total is not any total',
      { indicators: scored(9.57, 80), totalScore: 90.6 },
      '9.57+80 = 89.57, printed 90.6',
    ],
  ])('%s', (_, values, arithmetic) => {
    expect(messagesOf(totalScoreMismatch, values)).toStrictEqual([`总分: the scores ${arithmetic}`]);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['the sum is exact, as doubles are not', { indicators: scored(0.1, 0.2), totalScore: 0.3 }],
    [
      'an execution scored in both tables counts once',
      {
        indicators: [...scored(60, 30), indicator({ level3: '预算执行率', score: 9.5 })],
        funds: [fund('total', { score: 9.5 })],
        totalScore: 99.5,
      },
    ],
    ['a row is not scored', { indicators: scored(40, 50, null), totalScore: 100 }],
    ['no row is scored', { indicators: scored(null), totalScore: 100 }],
    ['the total is blank', { indicators: scored(40, 50) }],
    ['the total is the sum rounded', { indicators: scored(90, 9.57), totalScore: 99.6 }],
    [
      'the execution score is blank',
      { indicators: scored(90), funds: [fund('total', { weight: 10 })], totalScore: 99 },
    ],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(totalScoreMismatch, values)).toStrictEqual([]);
  });

  it('says nothing where the layout scores execution and the form shows no such score', () => {
    expect(messagesOf(totalScoreMismatch, { indicators: scored(90), totalScore: 99 }, ministryChecks)).toStrictEqual(
      [],
    );
  });

  it('counts a merged cell once, however many rows its value stands in', () => {
    const values = { indicators: scored(50, 50, 50), totalScore: 100 };
    const merged = {
      '/indicators/0/score': at('G9'),
      '/indicators/1/score': at('G9'),
      '/indicators/2/score': at('G11'),
    };
    expect(messagesOf(totalScoreMismatch, { ...values, evidence: merged })).toStrictEqual([]);
    const sameLine = {
      '/indicators/0/score': evidence('50', { line: 9 }),
      '/indicators/1/score': evidence('50', { line: 9 }),
    };
    expect(messagesOf(totalScoreMismatch, { ...values, evidence: sameLine })).toHaveLength(1);
    expect(messagesOf(totalScoreMismatch, values)).toHaveLength(1);
  });

  it('says that a value needs review', () => {
    const [message] = messagesOf(totalScoreMismatch, {
      indicators: scored(50, 40),
      totalScore: 100,
      evidence: { '/indicators/1/score': evidence('40', { needsReview: true }) },
    });
    expect(message).toMatch(/printed 100 \(rests on a value that needs review: \/indicators\/1\/score\)$/);
  });
});
