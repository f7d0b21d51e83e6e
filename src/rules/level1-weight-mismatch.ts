import type { FormRecord } from '../model/record.ts';
import { compare, formatDecimal } from '../text/decimal.ts';
import { level1Groups } from './facts/level1-groups.ts';
import { indicatorMarks, spellSum } from './facts/marks.ts';
import { defineSumRule, type Equation, type SumRule } from './rule.ts';

/**
 * Only where rows carry 分值 and the group a weight of its own. With a blank 分值 the group can only be seen to exceed
 * its weight. A group whose name comes back may be one that is cut: nothing is said of it.
 */
export const level1WeightMismatch: SumRule = defineSumRule({
  id: 'level1-weight-mismatch',
  severity: 'error',
  title: "A group's rows cannot reach, or exceed, the weight printed on the group",
  titleZh: '一级指标权重与其下各行分值之和不符',
  equations,
});

function equations(form: FormRecord): readonly Equation[] {
  return level1Groups(form).flatMap(({ name, weight, indices, recurs }) => {
    const rows = indicatorMarks(form, indices, 'weight');
    if (weight === null || recurs || rows.numbers.length === 0) return [];
    const gap = compare(rows.total, weight.value);
    if (gap < 0 && !rows.complete) return [];
    return [
      {
        message: `${name}: 分值 of its rows ${spellSum(rows)}, weight printed ${formatDecimal(weight.value)}`,
        fields: [weight.pointer, ...rows.numbers.map(({ pointer }) => pointer)],
        holds: gap === 0,
      },
    ];
  });
}
