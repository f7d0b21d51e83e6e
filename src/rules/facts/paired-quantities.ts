import type { Quantity } from '../../text/quantity.ts';
import { commonMeasure } from '../../text/unit.ts';

/** Words before a number that name nothing that is measured. */
const generic =
  /实际|完成|达到|达|已|共计|总计|累计|合计|共|计|全年|本年|年度|全部|目标|指标|计划|预计|控制在|为|是|[^\p{L}]/gu;

/**
 * Which quantity of the actual value answers which of the target, in the target's order. Two belong together where
 * both are named and no other is named so, or neither is and no other is counted in that unit; what has no clear
 * counterpart is left out.
 */
export function pairQuantities(
  targets: readonly Quantity[],
  actuals: readonly Quantity[],
): readonly (readonly [target: Quantity, actual: Quantity])[] {
  return targets.flatMap((target) => {
    const [actual, another] = actuals.filter((candidate) => belongTogether(target, candidate));
    if (actual === undefined || another !== undefined) return [];
    const rivals = targets.filter((candidate) => belongTogether(candidate, actual));
    return rivals.length === 1 ? [[target, actual] as const] : [];
  });
}

function belongTogether(target: Quantity, actual: Quantity): boolean {
  if (target.unit === null || actual.unit === null) return isNamedAlike(target, actual);
  if (commonMeasure(target.unit, actual.unit) === null) return false;
  return isNamedAlike(target, actual) || topicOf(target.about) === '' || topicOf(actual.about) === '';
}

function isNamedAlike(left: Quantity, right: Quantity): boolean {
  return topicOf(left.about) !== '' && sharesWord(topicOf(left.about), topicOf(right.about));
}

/** Whether both quantities are named, and by no word in common: 参训率 and 合格率. */
export function speaksOfOther(left: Quantity, right: Quantity): boolean {
  const [one, other] = [topicOf(left.about), topicOf(right.about)];
  return one !== '' && other !== '' && !sharesWord(one, other);
}

/** What the words before a number name, without those that name nothing. */
export function topicOf(about: string): string {
  return about.replace(generic, '');
}

/** Chinese words have two characters or more: two in a row that both have make one. */
export function sharesWord(left: string, right: string): boolean {
  if (left.length < 2 || right.length < 2) return left === right;
  return [...left].some((_, at) => at > 0 && right.includes(left.slice(at - 1, at + 1)));
}
