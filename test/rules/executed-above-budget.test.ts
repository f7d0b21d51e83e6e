import { describe, expect, it, test } from 'vitest';
import type { Fund } from '../../src/model/record.ts';
import { executedAboveBudget } from '../../src/rules/executed-above-budget.ts';
import { findingsOf, fund, messagesOf } from './form-builder.ts';

describe('executed-above-budget', () => {
  it('names both limits that are passed', () => {
    const funds = [fund('total', { budgeted: 100, received: 90, executed: 100.01 })];
    expect(findingsOf(executedAboveBudget, { funds })).toStrictEqual([
      {
        message: '资金总额: 执行数 100.01 > 预算数 100 and 到位数 90',
        fields: ['/funds/0/executed', '/funds/0/budgeted', '/funds/0/received'],
      },
    ]);
  });

  test.each<[string, readonly Fund[], string]>([
    [
      'more than was received',
      [fund('total', { budgeted: 100, received: 80, executed: 90 })],
      '资金总额: 执行数 90 > 到位数 80',
    ],
    [
      'a source, where the total is in order',
      [fund('total', { budgeted: 100, executed: 90 }), fund('fiscal', { budgeted: 50, executed: 60 })],
      '财政资金: 执行数 60 > 预算数 50',
    ],
    [
      'the total alone, where a source says the same',
      [fund('total', { budgeted: 50, executed: 60 }), fund('fiscal', { budgeted: 50, executed: 60 })],
      '资金总额: 执行数 60 > 预算数 50',
    ],
  ])('finds %s', (_, funds, message) => {
    expect(messagesOf(executedAboveBudget, { funds })).toStrictEqual([message]);
  });

  test.each<[string, Fund]>([
    ['all was executed', fund('total', { budgeted: 100, received: 100, executed: 100 })],
    ['预算数 is blank', fund('total', { initial: 50, executed: 100 })],
    ['执行数 is blank', fund('total', { budgeted: 100 })],
    ['only the initial budget is exceeded', fund('total', { initial: 50, budgeted: 100, executed: 90 })],
  ])('says nothing where %s', (_, total) => {
    expect(messagesOf(executedAboveBudget, { funds: [total] })).toStrictEqual([]);
  });
});
