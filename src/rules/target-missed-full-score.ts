import type { FormRecord } from '../model/record.ts';
import { formatDecimal } from '../text/decimal.ts';
import { missedTargets } from './facts/missed-targets.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/** Needs the row's full marks to be known (see `fullMarksOf`); other missed targets are `target-missed`. */
export const targetMissedFullScore: Rule = defineRule({
  id: 'target-missed-full-score',
  severity: 'error',
  title: 'The actual value misses the target, yet the row has full marks',
  titleZh: '未达指标值却得满分',
  observe,
});

function observe(form: FormRecord): readonly Observation[] {
  return missedTargets(form).flatMap(({ statement, fields, scored }) => {
    if (scored.kind !== 'full') return [];
    const { score, full } = scored;
    return [
      {
        message: `${statement}, yet it scores ${formatDecimal(score.value)} of ${formatDecimal(full.marks)} (${full.because})`,
        fields: [score.pointer, ...fields, ...full.fields.filter((field) => field !== score.pointer)],
      },
    ];
  });
}
