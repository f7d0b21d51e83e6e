import type { FormRecord } from '../model/record.ts';
import { foldText } from '../text/fold.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/** Information only. One name within the other (市委组织部, [205]中共石家庄市委组织部（盖章）) is the same unit. */
export const unitsDiffer: Rule = defineRule({
  id: 'units-differ',
  severity: 'info',
  title: 'The reporting unit is not the implementing unit',
  titleZh: '填报单位与实施（主管）单位不同',
  observe,
});

function observe({ reportingUnit, supervisingUnit, implementingUnit }: FormRecord): readonly Observation[] {
  if (reportingUnit === null || implementingUnit === null) return [];
  if ([implementingUnit, supervisingUnit].some((unit) => unit !== null && isSameUnit(reportingUnit, unit))) return [];
  return [
    {
      message: `填报单位 ${reportingUnit}, 实施(主管)单位 ${implementingUnit}`,
      fields: ['/reportingUnit', '/implementingUnit'],
    },
  ];
}

function isSameUnit(one: string, other: string): boolean {
  const [left, right] = [nameOf(one), nameOf(other)];
  return left.includes(right) || right.includes(left);
}

/** A unit's name without its code and without notes in brackets. */
function nameOf(unit: string): string {
  return foldText(unit).replace(/\([^()]*\)|\[[^[\]]*\]|\d/g, '');
}
