import { describe, expect, it, test } from 'vitest';
import type { FormRecord } from '../../src/model/record.ts';
import { executionRateMismatch } from '../../src/rules/execution-rate-mismatch.ts';
import { evidence, findingsOf, fund, messagesOf } from './form-builder.ts';

/** A form whose money table says `executed` of `budgeted`, and prints `raw` as the rate. */
function printing(raw: string, executed: number | null, budgeted: number | null): Partial<FormRecord> {
  return {
    funds: [fund('total', { executed, budgeted })],
    executionRate: Number(raw.replace('%', '')),
    evidence: { '/executionRate': evidence(raw) },
  };
}

describe('execution-rate-mismatch', () => {
  it('states the division and the printed rate', () => {
    expect(findingsOf(executionRateMismatch, printing('89.02%', 78.67, 82))).toStrictEqual([
      {
        message: '执行率: 78.67 ÷ 82 = 95.94 %, printed 89.02 %',
        fields: ['/executionRate', '/funds/0/executed', '/funds/0/budgeted'],
      },
    ]);
  });

  it('looks at each row of the money table', () => {
    const funds = [
      fund('total', { executed: 50, budgeted: 100, executionRate: 50 }),
      fund('fiscal', { executed: 40, budgeted: 50, executionRate: 90 }),
    ];
    expect(findingsOf(executionRateMismatch, { funds })).toStrictEqual([
      {
        message: '执行率: 40 ÷ 50 = 80 %, printed 90 %',
        fields: ['/funds/1/executionRate', '/funds/1/executed', '/funds/1/budgeted'],
      },
    ]);
  });

  test.each([
    ['100.00%', 99.6, 100],
    ['95.96%', 78.67, 82],
    ['90%', 89.02, 100],
    ['0%', 1, 100],
  ])('%s is not %d ÷ %d', (raw, executed, budgeted) => {
    expect(messagesOf(executionRateMismatch, printing(raw, executed, budgeted))).toHaveLength(1);
  });

  test.each([
    ['95.94%', 78.67, 82],
    ['95.93%', 78.67, 82],
    ['95.95%', 78.67, 82],
    ['95.9%', 78.67, 82],
    ['96%', 78.67, 82],
    ['95%', 78.67, 82],
    ['89%', 89.02, 100],
    ['100%', 99.6, 100],
    ['66.6%', 2, 3],
    ['110%', 110, 100],
  ])('%s is %d ÷ %d', (raw, executed, budgeted) => {
    expect(messagesOf(executionRateMismatch, printing(raw, executed, budgeted))).toStrictEqual([]);
  });

  test.each([
    ['0.96', 96, true],
    ['0.959', 95.9, true],
    ['0.9', 90, true],
    ['1.0', 100, true],
    ['0.95', 95, true],
    ['0.94', 94, false],
    ['0.8', 80, false],
  ])('a fraction of %s (%d %%) is 78.67 ÷ 82 to its own decimals: %s', (raw, executionRate, isRight) => {
    const values = { ...printing(raw, 78.67, 82), executionRate };
    expect(messagesOf(executionRateMismatch, values)).toHaveLength(isRight ? 0 : 1);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['执行数 is blank', printing('50%', null, 100)],
    ['预算数 is blank', printing('50%', 50, null)],
    ['no money was planned', printing('50%', 0, 0)],
    ['no rate is printed', { funds: [fund('total', { executed: 50, budgeted: 100 })] }],
    ['there is no total row', { funds: [fund('fiscal', { executed: 50, budgeted: 100 })], executionRate: 90 }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(executionRateMismatch, values)).toStrictEqual([]);
  });
});
