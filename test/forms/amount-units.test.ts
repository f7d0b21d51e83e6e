import { describe, expect, test } from 'vitest';
import { type AmountUnits, settleAmountUnits } from '../../src/forms/amount-units.ts';
import { readFunds } from '../../src/forms/read-funds.ts';
import type { Sourced } from '../../src/forms/sourced.ts';
import { readValue } from '../../src/forms/values.ts';
import { ministry, reading, rowsOf, ruledTable, sectionOf } from './table-builder.ts';

const headings = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];

interface Printed {
  readonly above?: string;
  readonly heading?: string;
  readonly headings?: readonly string[];
  readonly amounts?: readonly string[];
}

/** The units of a money table whose only row is the total. */
function settle({ above, heading = '项目资金', amounts = ['100', '90', '80'], ...rest }: Printed): AmountUnits {
  const rows = rowsOf(
    ruledTable([
      [heading, '', ...(rest.headings ?? headings)],
      ['', '年度资金总额', ...amounts, '10', '88.89%', '8.89'],
    ]),
  );
  const [header, ...body] = rows;
  if (header === undefined) throw new Error('No header');
  const printed: Sourced<string> | undefined = above === undefined ? undefined : readValue('text', reading(above));
  return settleAmountUnits(printed, rows, readFunds(header, body, sectionOf(ministry, 'funds')).funds);
}

describe('the unit of the amounts', () => {
  test.each<[string, Printed, string | null]>([
    ['above the table', { above: '万元' }, '万元'],
    ['in the heading', { heading: '项目资金（万元）' }, '万元'],
    ['in the heading, after a space', { heading: '项目资金 (元)' }, '元'],
    ['in a vertical heading', { heading: '项目资金︵万元︶' }, '万元'],
    ['in a vertical heading of which a scan lost a bracket', { heading: '项目资金万元（' }, '万元'],
    ['behind a colon', { heading: '项目资金（单位：万元）' }, '万元'],
    ['behind 单位', { heading: '项目资金单位：元' }, '元'],
    ['in a column’s heading', { headings: ['年初预算数(元)', ...headings.slice(1)] }, '元'],
    ['behind the amounts', { amounts: ['100万元', '90万元', '80万元'] }, '万元'],
    ['in several places', { above: '万元', heading: '项目资金(万元)', amounts: ['100万元', '90', '80'] }, '万元'],
    ['nowhere', {}, null],
  ])('stands %s', (_, printed, unit) => {
    const { amountUnit, funds, others } = settle(printed);
    expect(amountUnit.value).toBe(unit);
    expect(amountUnit.certainty).toBe(1);
    expect(others).toStrictEqual([]);
    const { initial, budgeted, executed } = funds[0]?.quantities ?? {};
    expect([initial?.value, budgeted?.value, executed?.value]).toStrictEqual([100, 90, 80]);
    for (const amount of [initial, budgeted, executed]) expect(amount?.certainty).toBeGreaterThan(0.9);
  });

  test('of one amount alone makes that amount doubtful', () => {
    const { amountUnit, funds, others } = settle({ above: '万元', amounts: ['100', '90万元', '800000元'] });
    expect(amountUnit).toMatchObject({ value: '万元', certainty: 0.6 });
    expect(others.map(({ text }) => text)).toStrictEqual(['元']);
    expect(funds[0]?.quantities).toMatchObject({
      initial: { value: 100, certainty: 1 },
      budgeted: { value: 90, certainty: 1 },
      executed: { value: 800000, certainty: 0.6 },
    });
  });

  test('that two places say differently is doubtful', () => {
    const { amountUnit, others } = settle({ above: '元', heading: '项目资金(万元)' });
    expect(amountUnit).toMatchObject({ value: '元', certainty: 0.6 });
    expect(others.map(({ text }) => text)).toStrictEqual(['万元']);
  });

  test('人民币 says nothing of it', () => {
    expect(settle({ above: '人民币万元', heading: '项目资金(万元)' }).others).toStrictEqual([]);
  });
});
