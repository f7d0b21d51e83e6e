import { describe, expect, it, test } from 'vitest';
import type { Fund } from '../../src/model/record.ts';
import { fundsSumMismatch } from '../../src/rules/funds-sum-mismatch.ts';
import { evidence, findingsOf, fund, messagesOf } from './form-builder.ts';

describe('funds-sum-mismatch', () => {
  it('states the sum of each column that is wrong', () => {
    const funds = [
      fund('total', { budgeted: 700.72, received: 700.72, executed: 576.8 }),
      fund('fiscal', { budgeted: 595.02, received: 595.02, executed: 489.79 }),
      fund('other', { budgeted: 105.7, received: 105.7, executed: 87.02 }),
    ];
    expect(findingsOf(fundsSumMismatch, { funds })).toStrictEqual([
      {
        message: '执行数: the sources 489.79+87.02 = 576.81, total printed 576.8',
        fields: ['/funds/0/executed', '/funds/1/executed', '/funds/2/executed'],
      },
    ]);
  });

  test.each<[string, readonly Fund[], string]>([
    [
      'a part that exceeds the total',
      [fund('total', { initial: 80 }), fund('fiscal', { initial: 100 }), fund('other', { budgeted: 5 })],
      '年初预算数: the sources 100, total printed 80',
    ],
    [
      'a lone part that falls short, where the other source is blank throughout',
      [fund('total', { budgeted: 100 }), fund('fiscal', { budgeted: 80 }), fund('other')],
      '预算数: the sources 80, total printed 100',
    ],
  ])('finds %s', (_, funds, message) => {
    expect(messagesOf(fundsSumMismatch, { funds })).toStrictEqual([message]);
  });

  test.each<[string, readonly Fund[]]>([
    [
      'the parts are exact',
      [fund('total', { budgeted: 0.3 }), fund('fiscal', { budgeted: 0.1 }), fund('other', { budgeted: 0.2 })],
    ],
    ['a lone part is the total', [fund('total', { budgeted: 82 }), fund('fiscal', { budgeted: 82 }), fund('other')]],
    ['no part is printed', [fund('total', { budgeted: 82 }), fund('fiscal'), fund('other')]],
    ['the total is blank', [fund('total'), fund('fiscal', { budgeted: 80 })]],
    ['there is no total row', [fund('fiscal', { budgeted: 80 }), fund('other', { budgeted: 20 })]],
    [
      'a source that is used elsewhere is blank here',
      [
        fund('total', { budgeted: 100, executed: 90 }),
        fund('fiscal', { budgeted: 80, executed: 80 }),
        fund('other', { budgeted: 20 }),
      ],
    ],
  ])('says nothing where %s', (_, funds) => {
    expect(messagesOf(fundsSumMismatch, { funds })).toStrictEqual([]);
  });

  it('says nothing where a part needs review', () => {
    const funds = [fund('total', { budgeted: 80 }), fund('fiscal', { budgeted: 70 }), fund('other', { budgeted: 20 })];
    const doubtful = { '/funds/2/budgeted': evidence('20', { needsReview: true }) };
    expect(messagesOf(fundsSumMismatch, { funds })).toHaveLength(1);
    expect(messagesOf(fundsSumMismatch, { funds, evidence: doubtful })).toStrictEqual([]);
  });
});
