import type { Fund, FormRecord } from '../model/record.ts';
import { compare, formatDecimal } from '../text/decimal.ts';
import { printedNumber } from './facts/printed-number.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/** 执行数 against 预算数 and 到位数: of the total and, where that is in order, of each source. */
export const executedAboveBudget: Rule = defineRule({
  id: 'executed-above-budget',
  severity: 'warning',
  title: 'More was executed than was budgeted or received',
  titleZh: '执行数超过预算数或到位数',
  observe,
});

const limits = [
  ['budgeted', '预算数'],
  ['received', '到位数'],
] as const;

const sourceNames: Readonly<Record<Fund['source'], string>> = {
  total: '资金总额',
  fiscal: '财政资金',
  carryover: '上年结转资金',
  other: '其他资金',
};

function observe(form: FormRecord): readonly Observation[] {
  const ofTotal = observeRows(form, (fund) => fund.source === 'total');
  return ofTotal.length > 0 ? ofTotal : observeRows(form, (fund) => fund.source !== 'total');
}

function observeRows(form: FormRecord, isMeant: (fund: Fund) => boolean): readonly Observation[] {
  return form.funds.flatMap((fund, index) => {
    const executed = printedNumber(form, `/funds/${index}/executed`, fund.executed);
    if (executed === null || !isMeant(fund)) return [];
    const passed = limits.flatMap(([column, heading]) => {
      const limit = printedNumber(form, `/funds/${index}/${column}`, fund[column]);
      return limit !== null && compare(executed.value, limit.value) > 0 ? [{ heading, limit }] : [];
    });
    if (passed.length === 0) return [];
    const against = passed.map(({ heading, limit }) => `${heading} ${formatDecimal(limit.value)}`).join(' and ');
    return [
      {
        message: `${sourceNames[fund.source]}: 执行数 ${formatDecimal(executed.value)} > ${against}`,
        fields: [executed.pointer, ...passed.map(({ limit }) => limit.pointer)],
      },
    ];
  });
}
