import { copiedGoals } from './copied-goals.ts';
import { findingsByRule } from './findings-by-rule.ts';
import { formsOfUnit } from './forms-of-unit.ts';
import { lowestExecution } from './lowest-execution.ts';
import { missedTargets } from './missed-targets.ts';
import type { NamedQuery } from './named-query.ts';
import { needsReview } from './needs-review.ts';
import { overview } from './overview.ts';
import { totalsNotAddingUp } from './totals-not-adding-up.ts';

/** All named queries, in the order in which they are listed. */
export const namedQueries: readonly NamedQuery[] = [
  overview,
  findingsByRule,
  totalsNotAddingUp,
  missedTargets,
  copiedGoals,
  lowestExecution,
  needsReview,
  formsOfUnit,
];

/** The query of that name; `null` where there is none. */
export function findNamedQuery(name: string): NamedQuery | null {
  return namedQueries.find((query) => query.name === name) ?? null;
}
