import type { FormRecord } from '../model/record.ts';
import { formatDecimal } from '../text/decimal.ts';
import { executionRateOf, isFractionOf, isRate, isRoundedRate, totalFundIndex } from './facts/execution-rate.ts';
import { printedFraction, printedNumber, type PrintedNumber } from './facts/printed-number.ts';
import { defineSumRule, type Equation, type SumRule } from './rule.ts';

/** 预算执行进度 of the form, and 执行率 of every row of the money table, against 执行数 ÷ 预算数 (全年预算数). */
export const executionRateMismatch: SumRule = defineSumRule({
  id: 'execution-rate-mismatch',
  severity: 'error',
  title: 'The printed execution rate is not executed ÷ budgeted',
  titleZh: '预算执行率与执行数÷预算数不符',
  equations,
});

function equations(form: FormRecord): readonly Equation[] {
  const ofForm = printedNumber(form, '/executionRate', form.executionRate);
  return [
    ...(ofForm === null ? [] : equation(form, totalFundIndex(form.funds), ofForm)),
    ...form.funds.flatMap((fund, index) => {
      const ofRow = printedNumber(form, `/funds/${index}/executionRate`, fund.executionRate);
      return ofRow === null ? [] : equation(form, index, ofRow);
    }),
  ];
}

function equation(form: FormRecord, fundIndex: number, printed: PrintedNumber): readonly Equation[] {
  const rate = executionRateOf(form, fundIndex);
  const fraction = printedFraction(form, printed);
  if (rate === null) return [];
  return [
    {
      message: `执行率: ${rate.spelled}, printed ${formatDecimal(printed.value)} %`,
      fields: [printed.pointer, ...rate.fields],
      isExact: isRoundedRate(rate, printed.value),
      holds: isRate(rate, printed.value) || (fraction !== null && isFractionOf(rate, fraction)),
    },
  ];
}
