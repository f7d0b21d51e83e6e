import type { FormRecord } from '../model/record.ts';
import { foldWords } from '../text/fold.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

/** Word for word: spaces, widths and punctuation do not count. */
export const goalCopied: Rule = defineRule({
  id: 'goal-copied',
  severity: 'warning',
  title: 'The result repeats the goal word for word',
  titleZh: '完成情况照抄年度目标',
  observe,
});

/** Shorter goals (无, 100%, 已完成) may well be the whole result. */
const shortestCopy = 6;

function observe(form: FormRecord): readonly Observation[] {
  return form.goals.flatMap(({ expected, actual }, index) => {
    if (expected === null || actual === null) return [];
    const words = foldWords(actual);
    if (words.length < shortestCopy || words !== foldWords(expected)) return [];
    return [
      {
        message: `具体完成情况 repeats 年度预期目标 word for word (${words.length} characters)`,
        fields: [`/goals/${index}/actual`, `/goals/${index}/expected`],
      },
    ];
  });
}
