import { describe, expect, test } from 'vitest';
import type { Evidence, FormRecord } from '../../src/model/record.ts';
import { doubtUnlikely } from '../../src/repair/doubts.ts';
import { form, fund, ministryChecks } from '../rules/form-builder.ts';

type Amounts = Readonly<Record<'budgeted' | 'received' | 'executed' | 'executionRate', number | null>>;

/** Which numbers of 年度资金总额 and 财政拨款 need review. */
function doubted(total: Partial<Amounts>, fiscal: Partial<Amounts> = {}, confidence = 0.97): string[] {
  const funds = [fund('total', total), fund('fiscal', fiscal)];
  const evidence = Object.fromEntries(
    [total, fiscal].flatMap((amounts, row) =>
      Object.entries(amounts).map(([field, value], column): [string, Evidence] => {
        const box = [10 + 40 * column, row * 20, 40 + 40 * column, row * 20 + 10] as const;
        return [`/funds/${row}/${field}`, { raw: String(value), page: 1, box, confidence, needsReview: false }];
      }),
    ),
  );
  const asRead: FormRecord = form({ funds, evidence });
  const after = doubtUnlikely(asRead, ministryChecks);
  return Object.entries(after.evidence).flatMap(([pointer, { needsReview }]) => (needsReview ? [pointer] : []));
}

describe('a number is doubted', () => {
  test('that breaks two sums and fits into none', () => {
    const total = { budgeted: 100, executed: 70, executionRate: 90 };
    expect(doubted(total, { budgeted: 100, executed: 90, executionRate: 90 })).toStrictEqual(['/funds/0/executed']);
  });

  test('that is a tenth or less of what was spent', () => {
    const spent = { received: 2, executed: 232849 };
    expect(doubted(spent)).toStrictEqual(['/funds/0/received', '/funds/0/executed']);
  });
});

test('a form that breaks one sum, or spends a little more, is a matter for its readers', () => {
  expect(doubted({ budgeted: 100, executed: 90, executionRate: 95 })).toStrictEqual([]);
  expect(doubted({ budgeted: 100, received: 100, executed: 120 })).toStrictEqual([]);
  expect(doubted({ budgeted: 100, executed: 90, executionRate: 90 })).toStrictEqual([]);
});

test('what the file spells out is not doubted', () => {
  expect(doubted({ received: 2, executed: 232849 }, {}, 1)).toStrictEqual([]);
});

test('amounts of two sources in one cell are doubted, a rate that both share is not', () => {
  const cell = { raw: '4.9', page: 1, box: [90, 20, 130, 30], confidence: 0.99, needsReview: false } as const;
  const funds = ['fiscal', 'other'] as const;
  const evidence = Object.fromEntries(
    ['executed', 'executionRate'].flatMap((field) => funds.map((_, row) => [`/funds/${row}/${field}`, cell] as const)),
  );
  const values = { executed: 4.9, executionRate: 4.9 };
  const after = doubtUnlikely(form({ funds: funds.map((source) => fund(source, values)), evidence }), ministryChecks);
  const doubtful = Object.entries(after.evidence).flatMap(([pointer, own]) => (own.needsReview ? [pointer] : []));
  expect(doubtful).toStrictEqual(['/funds/0/executed', '/funds/1/executed']);
});
