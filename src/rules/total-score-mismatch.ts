import type { FormChecks } from '../model/form-checks.ts';
import type { FormRecord } from '../model/record.ts';
import { compare, formatDecimal, round } from '../text/decimal.ts';
import { marksColumn, spellSum } from './facts/marks.ts';
import { printedNumber } from './facts/printed-number.ts';
import { defineSumRule, type Equation, type SumRule } from './rule.ts';

/**
 * Rule table of 绩效自评表, 总分. Where a score is blank, the others prove a wrong total only once they exceed it. An
 * execution that is scored in the money table and in a row of its own may count once or twice.
 * A total printed with fewer decimals than the scores may be their sum rounded (四舍五入).
 */
export const totalScoreMismatch: SumRule = defineSumRule({
  id: 'total-score-mismatch',
  severity: 'error',
  title: 'The scores do not add up to the printed total',
  titleZh: '各项得分之和与总分不符',
  equations,
});

function equations(form: FormRecord, checks: FormChecks): readonly Equation[] {
  const printed = printedNumber(form, '/totalScore', form.totalScore);
  const scores = marksColumn(form, checks, 'score');
  if (printed === null || scores.numbers.length === 0) return [];
  const { decimals } = printed.value;
  const holds = scores.totals.some((total) =>
    [total, round(total, { decimals, rounding: 'half-up' })].some((sum) => compare(sum, printed.value) === 0),
  );
  const mayBeMore = !scores.complete && scores.totals.some((total) => compare(total, printed.value) < 0);
  if (!holds && mayBeMore) return [];
  return [
    {
      message: `总分: the scores ${spellSum(scores)}, printed ${formatDecimal(printed.value)}`,
      fields: [printed.pointer, ...scores.numbers.map(({ pointer }) => pointer)],
      holds,
    },
  ];
}
