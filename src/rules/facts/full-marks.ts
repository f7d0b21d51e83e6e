import type { FormRecord } from '../../model/record.ts';
import { compare, type Decimal } from '../../text/decimal.ts';
import { indicatorMarks, isUnusedRow, spellSum } from './marks.ts';
import { groupOf } from './level1-groups.ts';
import { printedNumber } from './printed-number.ts';

/** The most that one indicator can score. */
export interface FullMarks {
  readonly marks: Decimal;
  /** How the form shows it, for a message. */
  readonly because: string;
  readonly fields: readonly string[];
}

/**
 * The full marks of the indicator at `index`: its 分值 or, in layouts without that column, what its group's weight
 * shows: the weight itself where the group has no other row, and the row's own score where the group's scores
 * reach the weight, since then none of them was cut. `null` where neither is so.
 */
export function fullMarksOf(form: FormRecord, index: number): FullMarks | null {
  const pointer = `/indicators/${index}/weight`;
  const weight = printedNumber(form, pointer, form.indicators[index]?.weight ?? null);
  if (weight !== null) return { marks: weight.value, because: '分值', fields: [pointer] };
  return fromGroup(form, index);
}

function fromGroup(form: FormRecord, index: number): FullMarks | null {
  const group = groupOf(form, index);
  if (group === null || group.weight === null || group.recurs) return null;
  const { value, pointer } = group.weight;
  const used = group.indices.filter((member) => {
    const row = form.indicators[member];
    return row !== undefined && !isUnusedRow(row);
  });
  if (used.length === 1) return { marks: value, because: `weight of ${group.name}`, fields: [pointer] };
  const score = form.indicators[index]?.score ?? null;
  const scores = indicatorMarks(form, group.indices, 'score');
  const own = scores.numbers.find((number) => number.pointer === `/indicators/${index}/score`);
  if (score === null || own === undefined || !scores.complete || compare(scores.total, value) !== 0) return null;
  return {
    marks: own.value,
    because: `scores of ${group.name} ${spellSum(scores)} reach its weight`,
    fields: [pointer, ...scores.numbers.map((number) => number.pointer)],
  };
}
