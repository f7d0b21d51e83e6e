import type { FormRecord } from '../model/record.ts';
import { judgeTarget } from './facts/target-verdict.ts';
import { rowName } from './facts/row-name.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/** Units that measure different things (人 against %); two units of one thing (人次 against 人) are let be. */
export const unitMismatch: Rule = defineRule({
  id: 'unit-mismatch',
  severity: 'error',
  title: 'Target and actual value are in different units',
  titleZh: '指标值与完成值单位不一致',
  observe,
});

function observe(form: FormRecord): readonly Observation[] {
  return form.indicators.flatMap((row, index) => {
    const comparison = judgeTarget(row, form.fiscalYear);
    if (comparison?.verdict !== 'not-comparable' || comparison.reason !== 'unit-mismatch') return [];
    return [
      {
        message: `${rowName(row, index)}: target ${row.target ?? ''}, actual ${row.actual ?? ''} in another unit`,
        fields: [`/indicators/${index}/actual`, `/indicators/${index}/target`],
      },
    ];
  });
}
