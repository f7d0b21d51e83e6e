import type { FormRecord } from '../model/record.ts';
import { compare, formatDecimal } from '../text/decimal.ts';
import { level1Groups } from './facts/level1-groups.ts';
import { indicatorMarks, spellSum } from './facts/marks.ts';
import { printedNumber } from './facts/printed-number.ts';
import { rowName } from './facts/row-name.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/** A row against its 分值 (the money table's rows too), and a group's rows against the weight printed on the group. */
export const scoreAboveWeight: Rule = defineRule({
  id: 'score-above-weight',
  severity: 'error',
  title: 'A row scores more than its weight, or a group more than the weight printed on it',
  titleZh: '得分超过分值（权重）',
  observe,
});

function observe(form: FormRecord): readonly Observation[] {
  return [
    ...form.funds.flatMap((fund, index) => aboveOwnWeight(form, `/funds/${index}`, { ...fund, name: '预算执行' })),
    ...form.indicators.flatMap((row, index) =>
      aboveOwnWeight(form, `/indicators/${index}`, { ...row, name: rowName(row, index) }),
    ),
    ...groupsAboveWeight(form),
  ];
}

interface MarkedRow {
  readonly name: string;
  readonly weight: number | null;
  readonly score: number | null;
}

function aboveOwnWeight(form: FormRecord, pointer: string, row: MarkedRow): readonly Observation[] {
  const weight = printedNumber(form, `${pointer}/weight`, row.weight);
  const score = printedNumber(form, `${pointer}/score`, row.score);
  if (weight === null || score === null || compare(score.value, weight.value) <= 0) return [];
  return [
    {
      message: `${row.name}: score ${formatDecimal(score.value)} > 分值 ${formatDecimal(weight.value)}`,
      fields: [score.pointer, weight.pointer],
    },
  ];
}

function groupsAboveWeight(form: FormRecord): readonly Observation[] {
  return level1Groups(form).flatMap(({ name, weight, indices }) => {
    const scores = indicatorMarks(form, indices, 'score');
    if (weight === null || compare(scores.total, weight.value) <= 0) return [];
    return [
      {
        message: `${name}: scores ${spellSum(scores)} > weight ${formatDecimal(weight.value)} printed on the group`,
        fields: [...scores.numbers.map(({ pointer }) => pointer), weight.pointer],
      },
    ];
  });
}
