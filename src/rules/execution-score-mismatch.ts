import type { FormChecks } from '../model/form-checks.ts';
import type { FormRecord } from '../model/record.ts';
import { formatDecimal } from '../text/decimal.ts';
import { executionRateAsPrinted, executionRateOf, isRateTimesWeight, scoreForRate } from './facts/execution-rate.ts';
import { printedNumber } from './facts/printed-number.ts';
import { defineSumRule, type Equation, type SumRule } from './rule.ts';

/**
 * 财预〔2020〕10号: 得分 of the money row = 执行率 (at most 100 %) × 分值. Rounding or truncation at the decimals that the
 * score is printed with is right, and so is a score that follows the printed rate: if that is wrong, it has a finding.
 */
export const executionScoreMismatch: SumRule = defineSumRule({
  id: 'execution-score-mismatch',
  severity: 'error',
  title: 'The execution score is not rate × weight',
  titleZh: '预算执行得分不等于执行率×分值',
  equations,
});

function equations(form: FormRecord, checks: FormChecks): readonly Equation[] {
  if (checks.executionScore !== 'rate-times-weight') return [];
  return form.funds.flatMap((fund, index) => {
    const weight = printedNumber(form, `/funds/${index}/weight`, fund.weight);
    const score = printedNumber(form, `/funds/${index}/score`, fund.score);
    const printed = printedNumber(form, `/funds/${index}/executionRate`, fund.executionRate);
    const rates = [executionRateOf(form, index), printed === null ? null : executionRateAsPrinted(printed)];
    const known = rates.filter((rate) => rate !== null);
    const [stated] = known;
    if (weight === null || score === null || stated === undefined) return [];
    const due = formatDecimal(scoreForRate(stated, weight.value, { decimals: 2, rounding: 'half-up' }));
    return [
      {
        message: `预算执行得分: ${stated.spelled}, × 分值 ${formatDecimal(weight.value)} = ${due}, printed ${formatDecimal(score.value)}`,
        fields: [score.pointer, weight.pointer, ...known.flatMap(({ fields }) => fields)],
        holds: known.some((rate) => isRateTimesWeight(rate, weight.value, score.value)),
      },
    ];
  });
}
