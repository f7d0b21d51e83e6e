import type { Fund, FormRecord } from '../model/record.ts';
import { compare, formatDecimal, sum } from '../text/decimal.ts';
import { totalFundIndex } from './facts/execution-rate.ts';
import { spellSum } from './facts/marks.ts';
import { printedNumber } from './facts/printed-number.ts';
import { defineSumRule, type Equation, type SumRule } from './rule.ts';

/**
 * 其中: 财政资金, 上年结转, 其他 against the total, in each column. Parts that exceed the total are always wrong. Parts
 * that fall short are wrong where no source is left that could hold the rest: a source that is blank in every column
 * is not there, one that is blank in this column alone may have been left out, and nothing is said. Nor is anything
 * said where a part needs review: it may be a part of a part.
 */
export const fundsSumMismatch: SumRule = defineSumRule({
  id: 'funds-sum-mismatch',
  severity: 'error',
  title: 'The sources of the money do not add up to its total',
  titleZh: '各来源资金之和与总额不符',
  equations,
});

const columns = [
  ['initial', '年初预算数'],
  ['budgeted', '预算数'],
  ['received', '到位数'],
  ['executed', '执行数'],
] as const;

function equations(form: FormRecord): readonly Equation[] {
  const totalIndex = totalFundIndex(form.funds);
  if (totalIndex < 0) return [];
  return columns.flatMap(([column, heading]) => {
    const total = printedNumber(form, `/funds/${totalIndex}/${column}`, form.funds[totalIndex]?.[column] ?? null);
    const parts = form.funds.flatMap((fund, index) => {
      const part = fund.source === 'total' ? null : printedNumber(form, `/funds/${index}/${column}`, fund[column]);
      return part === null ? [] : [part];
    });
    const isOpen = parts.some(({ pointer }) => form.evidence[pointer]?.needsReview === true);
    if (total === null || parts.length === 0) return [];
    const added = { numbers: parts, total: sum(parts.map(({ value }) => value)) };
    const gap = compare(added.total, total.value);
    const mayLackSource = form.funds.some((fund) => fund[column] === null && fund.source !== 'total' && isUsed(fund));
    if (gap < 0 && mayLackSource) return [];
    return [
      {
        message: `${heading}: the sources ${spellSum(added)}, total printed ${formatDecimal(total.value)}`,
        fields: [total.pointer, ...parts.map(({ pointer }) => pointer)],
        holds: gap === 0,
        isOpen,
      },
    ];
  });
}

function isUsed(fund: Fund): boolean {
  return columns.some(([column]) => fund[column] !== null);
}
