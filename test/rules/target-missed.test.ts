import { describe, expect, it, test } from 'vitest';
import type { Indicator } from '../../src/model/record.ts';
import { targetMissedFullScore } from '../../src/rules/target-missed-full-score.ts';
import { targetMissed } from '../../src/rules/target-missed.ts';
import { findingsOf, indicator, messagesOf, unusedRow } from './form-builder.ts';

const missed = (values: Partial<Indicator> = {}): Indicator =>
  indicator({ level3: '教育片数量', target: '15部以上', actual: '5部以上', ...values });

/** The messages of both rules, which never speak of one row together. */
function bothOf(...indicators: readonly Indicator[]): { readonly full: number; readonly plain: number } {
  return {
    full: messagesOf(targetMissedFullScore, { indicators }).length,
    plain: messagesOf(targetMissed, { indicators }).length,
  };
}

describe('target-missed', () => {
  it('states the miss, with the score where the full marks are not known', () => {
    expect(findingsOf(targetMissed, { indicators: [missed({ score: 3 })] })).toStrictEqual([
      {
        message: '教育片数量: 5部以上 misses 15部以上 (5 < 15); scored 3',
        fields: ['/indicators/0/actual', '/indicators/0/target', '/indicators/0/score'],
      },
    ]);
  });

  test.each<{
    readonly title: string;
    readonly values: Partial<Indicator>;
    readonly note: string;
    readonly fields: readonly string[];
  }>([
    {
      title: 'cut marks of a known weight',
      values: { weight: 10, score: 3 },
      note: '; scored 3 of 10',
      fields: ['/indicators/0/score', '/indicators/0/weight'],
    },
    {
      title: 'cut marks of a group of one row',
      values: { level1Weight: 10, score: 3 },
      note: '; scored 3 of 10',
      fields: ['/indicators/0/score', '/indicators/0/level1Weight'],
    },
    { title: 'a blank score', values: { weight: 10 }, note: '', fields: [] },
  ])('states $title', ({ values, note, fields }) => {
    expect(messagesOf(targetMissed, { indicators: [missed(values)] })).toStrictEqual([
      `教育片数量: 5部以上 misses 15部以上 (5 < 15)${note}`,
    ]);
    expect(bothOf(missed(values)).full).toBe(0);
    expect(findingsOf(targetMissed, { indicators: [missed(values)] })[0]?.fields).toStrictEqual([
      '/indicators/0/actual',
      '/indicators/0/target',
      ...fields,
    ]);
  });

  test.each<[string, Partial<Indicator>]>([
    ['a target that is met', { actual: '15部' }],
    ['words', { target: '非常满意', actual: '80%' }],
    ['a blank', { actual: null }],
    ['different units', { target: '≥10000人', actual: '100%' }],
  ])('says nothing of %s', (_, values) => {
    expect(bothOf(missed({ weight: 10, score: 10, ...values }))).toStrictEqual({ full: 0, plain: 0 });
  });
});

describe('target-missed-full-score', () => {
  it('names the 分值 that was reached', () => {
    expect(findingsOf(targetMissedFullScore, { indicators: [missed({ weight: 10, score: 10 })] })).toStrictEqual([
      {
        message: '教育片数量: 5部以上 misses 15部以上 (5 < 15), yet it scores 10 of 10 (分值)',
        fields: ['/indicators/0/score', '/indicators/0/actual', '/indicators/0/target', '/indicators/0/weight'],
      },
    ]);
    expect(bothOf(missed({ weight: 10, score: 10 }))).toStrictEqual({ full: 1, plain: 0 });
  });

  it('knows the full marks of the one row of a group', () => {
    expect(bothOf(missed({ level1Weight: 10, score: 10 }))).toStrictEqual({ full: 1, plain: 0 });
    const unused = { ...unusedRow, level1Weight: 10 };
    expect(bothOf(missed({ level1Weight: 10, score: 10 }), unused)).toStrictEqual({ full: 1, plain: 0 });
    expect(bothOf(missed({ level1Weight: 10, score: 9 }), unused)).toStrictEqual({ full: 0, plain: 1 });
  });

  it('knows that no marks were cut in a group whose scores reach its weight', () => {
    const indicators = [missed({ level1Weight: 50, score: 30 }), indicator({ level1Weight: 50, score: 20 })];
    expect(messagesOf(targetMissedFullScore, { indicators })).toStrictEqual([
      '教育片数量: 5部以上 misses 15部以上 (5 < 15), yet it scores 30 of 30 (scores of 产出指标 30+20 = 50 reach its weight)',
    ]);
  });

  test.each<[string, readonly Indicator[]]>([
    ['the group lost marks', [missed({ level1Weight: 50, score: 25 }), indicator({ level1Weight: 50, score: 20 })]],
    ['a score of the group is blank', [missed({ level1Weight: 50, score: 50 }), indicator({ level1Weight: 50 })]],
    ['no weight is printed', [missed({ score: 30 }), indicator({ score: 20 })]],
    [
      'the group comes back',
      [missed({ level1Weight: 10, score: 10 }), indicator({ level1: '效益指标' }), indicator({ level1Weight: 10 })],
    ],
  ])('leaves it to target-missed where %s', (_, indicators) => {
    expect(bothOf(...indicators)).toStrictEqual({ full: 0, plain: 1 });
  });
});
