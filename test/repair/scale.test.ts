import { describe, expect, test } from 'vitest';
import type { Evidence, FormRecord } from '../../src/model/record.ts';
import { repairForm } from '../../src/repair/repair-form.ts';
import { form, fund, shijiazhuangChecks } from '../rules/form-builder.ts';

/** Total, fiscal and other funds as they were read; the total is doubtful for its separator. */
function budgeted(
  raws: readonly [total: string, fiscal: string, other: string],
  executed: string | null = null,
): FormRecord {
  const valueOf = (raw: string): number => Number(raw.replaceAll(',', ''));
  const amounts = raws.map((raw, row) => [`/funds/${row}/budgeted`, raw] as const);
  const all = executed === null ? amounts : [...amounts, ['/funds/0/executed', executed] as const];
  const evidence = all.map(([pointer, raw], row): [string, Evidence] => {
    const needsReview = pointer === '/funds/0/budgeted';
    const box = [10, row * 20, 30, row * 20 + 10] as const;
    return [pointer, { raw, page: 1, box, confidence: needsReview ? 0.5 : 0.999, needsReview }];
  });
  return form({
    funds: [
      fund('total', { budgeted: valueOf(raws[0]), executed: executed === null ? null : valueOf(executed) }),
      fund('fiscal', { budgeted: valueOf(raws[1]) }),
      fund('other', { budgeted: valueOf(raws[2]) }),
    ],
    evidence: Object.fromEntries(evidence),
  });
}

function isOpen(asRead: FormRecord, other: string): boolean {
  const others = { '/funds/0/budgeted': [{ text: other, confidence: 0.4, value: Number(other.replaceAll(',', '')) }] };
  return repairForm(asRead, others, shijiazhuangChecks).evidence['/funds/0/budgeted']?.needsReview === true;
}

describe('a sum whose terms may all be a thousand times as much', () => {
  test('leaves a doubtful separator open', () => {
    expect(isOpen(budgeted(['19.454', '12.103', '7.351']), '19,454')).toBe(true);
    expect(isOpen(budgeted(['19.454', '19.454', '0']), '19,454')).toBe(true);
  });

  test('confirms a digit that was doubtful', () => {
    expect(isOpen(budgeted(['19.454', '12.103', '7.351']), '19.451')).toBe(false);
  });
});

test('a term that says how large it is tells the others', () => {
  expect(isOpen(budgeted(['19.454', '12', '7.454']), '19,454')).toBe(false);
});

test('a form that prints thousandths elsewhere has no commas for them', () => {
  expect(isOpen(budgeted(['19.454', '12.103', '7.351'], '0.897'), '19,454')).toBe(false);
});

describe('in a form that counts in 元', () => {
  /** The total as it was read and as it may be instead, repaired in a form of such a unit. */
  const repaired = (unit: string, fiscal: string) => {
    const asRead = { ...budgeted(['19.454', fiscal, '0']), amountUnit: unit };
    const others = { '/funds/0/budgeted': [{ text: '19,454', confidence: 0.5, value: 19_454 }] };
    const { funds, evidence } = repairForm(asRead, others, shijiazhuangChecks);
    return { value: funds[0]?.budgeted, evidence: evidence['/funds/0/budgeted'] };
  };

  test('a point before three digits is a comma, and a sum confirms the digits', () => {
    const { value, evidence } = repaired('元', '19,454');
    expect(value).toBe(19_454);
    expect(evidence).toMatchObject({ raw: '19.454', needsReview: false });
    expect(evidence?.repair).toMatchObject({ from: '19.454', to: '19,454' });
    expect(evidence?.repair?.proof[0]).toBe('an amount in 元 has no thousandths: 19.454 is 19,454');
    expect(evidence?.repair?.proof).toHaveLength(2);
  });

  test('without a sum it stays for review', () => {
    expect(repaired('元', '12,000').evidence).toMatchObject({ raw: '19.454', needsReview: true });
  });

  test('in 万元 it may be either', () => {
    expect(repaired('万元', '19.454')).toMatchObject({ value: 19.454, evidence: { needsReview: true } });
  });
});
