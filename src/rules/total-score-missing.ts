import type { FormRecord } from '../model/record.ts';
import { marksColumn, spellSum } from './facts/marks.ts';
import { defineRule, isKnownBlank, type Observation, type Rule, type RuleChecks } from './rule.ts';

/** Rule table of 绩效自评表, 总分. The sum is stated only where every row is scored. */
export const totalScoreMissing: Rule = defineRule({
  id: 'total-score-missing',
  severity: 'error',
  title: 'The total is blank though rows are scored',
  titleZh: '已有得分但总分空白',
  observe,
});

function observe(form: FormRecord, checks: RuleChecks): readonly Observation[] {
  const scores = marksColumn(form, checks, 'score');
  const isBlank = form.totalScore === null && isKnownBlank('/totalScore', checks);
  if (!isBlank || scores.numbers.length === 0) return [];
  const stated = scores.complete ? `the scores ${spellSum(scores)}` : `${scores.numbers.length} cells are scored`;
  return [
    {
      message: `总分 is blank, yet ${stated}`,
      fields: ['/totalScore', ...scores.numbers.map(({ pointer }) => pointer)],
    },
  ];
}
