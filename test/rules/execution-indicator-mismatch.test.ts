import { describe, expect, it, test } from 'vitest';
import type { FormRecord, Indicator } from '../../src/model/record.ts';
import { executionIndicatorMismatch } from '../../src/rules/execution-indicator-mismatch.ts';
import { evidence, findingsOf, fund, indicator, messagesOf } from './form-builder.ts';

/** A form that executed `executed` of 100, with a 预算执行率 row that says `actual`. */
function saying(actual: string | null, executed: number | null, names: Partial<Indicator> = {}): Partial<FormRecord> {
  return {
    funds: [fund('total', { executed, budgeted: 100 })],
    indicators: [indicator({ level1: '预算执行率指标', level2: '预算执行率', level3: null, ...names, actual })],
  };
}

describe('execution-indicator-mismatch', () => {
  it('states both rates', () => {
    expect(findingsOf(executionIndicatorMismatch, { ...saying('27.73%', 100), executionRate: 99 })).toStrictEqual([
      {
        message: '预算执行率: 27.73%, the money table says 100 ÷ 100 = 100 % and prints 99 %',
        fields: ['/indicators/0/actual', '/funds/0/executed', '/funds/0/budgeted', '/executionRate'],
      },
    ]);
  });

  test.each([
    ['0.992', 100, '预算执行率: 0.992 is 99.2 %, the money table says 100 ÷ 100 = 100 %'],
    ['100%', 99, '预算执行率: 100%, the money table says 99 ÷ 100 = 99 %'],
    ['95', 80, '预算执行率: 95, the money table says 80 ÷ 100 = 80 %'],
    ['100', 80, '预算执行率: 100, the money table says 80 ÷ 100 = 80 %'],
  ])('finds %s against %d %%', (actual, executed, message) => {
    expect(messagesOf(executionIndicatorMismatch, saying(actual, executed))).toStrictEqual([message]);
  });

  it('takes the printed rate where the amounts are blank', () => {
    expect(messagesOf(executionIndicatorMismatch, { ...saying('90%', null), executionRate: 80 })).toStrictEqual([
      '预算执行率: 90%, the money table says 80 %',
    ]);
  });

  it('knows the row by what it measures', () => {
    const names = { level2: '成本指标', level3: '全年执行金额占预算金额百分比' };
    expect(messagesOf(executionIndicatorMismatch, saying('90%', 80, names))).toHaveLength(1);
  });

  test.each([
    ['89.02%', 89.02],
    ['89%', 89.02],
    ['0.8902', 89.02],
    ['0.89', 89.02],
    ['0.9', 89.02],
    ['1', 89.02],
    ['10', 89.02],
    ['101', 89.02],
    ['≥80%', 89.02],
    ['已执行', 89.02],
    [null, 89.02],
    ['90%', null],
  ])('says nothing of %s against %s', (actual, executed) => {
    expect(messagesOf(executionIndicatorMismatch, saying(actual, executed))).toStrictEqual([]);
  });

  it('says nothing where the row agrees with a printed rate that is itself wrong', () => {
    expect(messagesOf(executionIndicatorMismatch, { ...saying('93.08%', 100), executionRate: 93.08 })).toStrictEqual(
      [],
    );
    const evidenceOfRate = { '/executionRate': evidence('93.08%') };
    const values = { ...saying('93.1%', 100), executionRate: 93.08, evidence: evidenceOfRate };
    expect(messagesOf(executionIndicatorMismatch, values)).toStrictEqual([]);
  });

  test.each(['“三援”干部补助发放率', '政府采购预算执行率', '市管干部考核成效'])('is not about %s', (level3) => {
    expect(messagesOf(executionIndicatorMismatch, saying('90%', 80, { level3 }))).toStrictEqual([]);
  });
});
