import type { Finding, FormRecord } from '../model/record.ts';
import { executedAboveBudget } from './executed-above-budget.ts';
import { executionIndicatorMismatch } from './execution-indicator-mismatch.ts';
import { executionRateMismatch } from './execution-rate-mismatch.ts';
import { executionScoreMismatch } from './execution-score-mismatch.ts';
import { fundsSumMismatch } from './funds-sum-mismatch.ts';
import { goalCopied } from './goal-copied.ts';
import { level1WeightMismatch } from './level1-weight-mismatch.ts';
import { requiredBlank } from './required-blank.ts';
import type { Equation, Rule, RuleChecks, SumRule } from './rule.ts';
import { scoreAboveWeight } from './score-above-weight.ts';
import { scoreCutUnexplained } from './score-cut-unexplained.ts';
import { targetMissedFullScore } from './target-missed-full-score.ts';
import { targetMissed } from './target-missed.ts';
import { totalScoreMismatch } from './total-score-mismatch.ts';
import { totalScoreMissing } from './total-score-missing.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unitsDiffer } from './units-differ.ts';
import { weightsNot100 } from './weights-not-100.ts';

/** The rules that look at one form alone, in the order in which their findings are told. A new rule is a line here. */
export const formRules: readonly Rule[] = [
  totalScoreMismatch,
  totalScoreMissing,
  weightsNot100,
  level1WeightMismatch,
  scoreAboveWeight,
  executionRateMismatch,
  executionIndicatorMismatch,
  executionScoreMismatch,
  fundsSumMismatch,
  executedAboveBudget,
  targetMissedFullScore,
  targetMissed,
  scoreCutUnexplained,
  unitMismatch,
  goalCopied,
  requiredBlank,
  unitsDiffer,
];

/** Those of them that are sums, which can prove a reading. */
const sumRules: readonly SumRule[] = [
  totalScoreMismatch,
  weightsNot100,
  level1WeightMismatch,
  executionRateMismatch,
  executionScoreMismatch,
  fundsSumMismatch,
];

/** Every sum that `form` prints, whether it holds or not. */
export function equationsOf(form: FormRecord, checks: RuleChecks): readonly Equation[] {
  return sumRules.flatMap((rule) => rule.equations(form, checks));
}

/** What `rules` find in `form`: by rule in the list's order, then in the order of the form's cells. */
export function checkForm(
  form: FormRecord,
  checks: RuleChecks,
  rules: readonly Rule[] = formRules,
): readonly Finding[] {
  return rules.flatMap((rule) => rule.check(form, checks));
}
