import type { FormRecord } from '../model/record.ts';
import { compare, formatDecimal } from '../text/decimal.ts';
import { printedNumber } from './facts/printed-number.ts';
import { rowName } from './facts/row-name.ts';
import { defineRule, isKnownBlank, type Observation, type Rule, type RuleChecks } from './rule.ts';

/** 偏差原因分析及改进措施: only where the form has the column, and only where the row's own 分值 shows the cut. */
export const scoreCutUnexplained: Rule = defineRule({
  id: 'score-cut-unexplained',
  severity: 'warning',
  title: 'Marks were cut and the deviation column is blank',
  titleZh: '扣分但未说明偏差原因',
  observe,
});

function observe(form: FormRecord, checks: RuleChecks): readonly Observation[] {
  if (!checks.explainsCuts) return [];
  return form.indicators.flatMap((row, index) => {
    const weight = printedNumber(form, `/indicators/${index}/weight`, row.weight);
    const score = printedNumber(form, `/indicators/${index}/score`, row.score);
    const isBlank = row.deviation === null && isKnownBlank(`/indicators/${index}/deviation`, checks);
    if (weight === null || score === null || !isBlank) return [];
    if (compare(score.value, weight.value) >= 0) return [];
    const cut = `score ${formatDecimal(score.value)} < 分值 ${formatDecimal(weight.value)}`;
    return [
      {
        message: `${rowName(row, index)}: ${cut}, and 偏差原因分析 is blank`,
        fields: [`/indicators/${index}/deviation`, score.pointer, weight.pointer],
      },
    ];
  });
}
