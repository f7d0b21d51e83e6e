import type { FormRecord } from '../model/record.ts';
import { formatDecimal } from '../text/decimal.ts';
import { missedTargets, type MissedTarget } from './facts/missed-targets.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/**
 * Says that a target was missed, whether or not marks were cut; a row with full marks is `target-missed-full-score`.
 */
export const targetMissed: Rule = defineRule({
  id: 'target-missed',
  severity: 'warning',
  title: 'The actual value misses the target',
  titleZh: '实际完成值未达指标值',
  observe,
});

function observe(form: FormRecord): readonly Observation[] {
  return missedTargets(form).flatMap(({ statement, fields, scored }) => {
    if (scored.kind === 'full') return [];
    return [{ message: statement + scoreNote(scored), fields: [...fields, ...scoreFields(scored)] }];
  });
}

function scoreNote(scored: MissedTarget['scored']): string {
  if (scored.kind === 'blank') return '';
  const score = formatDecimal(scored.score.value);
  return scored.kind === 'cut' ? `; scored ${score} of ${formatDecimal(scored.full.marks)}` : `; scored ${score}`;
}

function scoreFields(scored: MissedTarget['scored']): readonly string[] {
  if (scored.kind === 'blank') return [];
  return scored.kind === 'cut' ? [scored.score.pointer, ...scored.full.fields] : [scored.score.pointer];
}
