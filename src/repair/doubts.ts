import type { FormChecks } from '../model/form-checks.ts';
import type { Evidence, FormRecord } from '../model/record.ts';
import { equationsOf } from '../rules/index.ts';

/** A number that breaks so many sums and fits into none is rather misread than a mistake of the form. */
const leastBroken = 2;
/** Nobody spends so many times what was planned or received: a digit or a point was lost. */
const mostTimes = 10;

/**
 * Numbers that were not read with certainty and that the rest of the form speaks against, or its cells, need review.
 */
export function doubtUnlikely(form: FormRecord, checks: FormChecks): FormRecord {
  const sums = equationsOf(form, checks);
  const odd = new Set([...overspentFields(form), ...sharedAmounts(form)]);
  const isUnlikely = (pointer: string): boolean => {
    const own = sums.filter(({ fields }) => fields.includes(pointer));
    return odd.has(pointer) || (own.length >= leastBroken && own.every(({ holds }) => !holds));
  };
  return withDoubts(form, isUnlikely);
}

/** The form with the values for review that `isDoubted` names, but for those that were read with certainty. */
export function withDoubts(form: FormRecord, isDoubted: (pointer: string, evidence: Evidence) => boolean): FormRecord {
  const entries = Object.entries(form.evidence).map(([pointer, evidence]) => {
    const isForReview = evidence.confidence < 1 && isDoubted(pointer, evidence);
    return [pointer, isForReview ? { ...evidence, needsReview: true } : evidence] as const;
  });
  return { ...form, evidence: Object.fromEntries(entries) };
}

const amount = /^\/funds\/\d+\/(initial|budgeted|received|executed)$/;

/** Amounts of several sources that stand in one cell: a ruling between two rows was lost. */
function sharedAmounts({ evidence }: FormRecord): string[] {
  const cells = new Map<string, string[]>();
  for (const [pointer, { page, box }] of Object.entries(evidence)) {
    const field = amount.exec(pointer)?.[1];
    if (field === undefined || box === undefined) continue;
    const cell = JSON.stringify([field, page, box]);
    cells.set(cell, [...(cells.get(cell) ?? []), pointer]);
  }
  return [...cells.values()].filter((pointers) => pointers.length > 1).flat();
}

/** What was spent, and what was planned or received, where the one is many times the other. */
function overspentFields({ funds }: FormRecord): string[] {
  return funds.flatMap(({ executed, received, budgeted }, index) => {
    const isOverspent = (limit: number | null): boolean =>
      executed !== null && limit !== null && limit > 0 && executed >= mostTimes * limit;
    const fields = [...(isOverspent(received) ? ['received'] : []), ...(isOverspent(budgeted) ? ['budgeted'] : [])];
    return fields.length === 0 ? [] : ['executed', ...fields].map((field) => `/funds/${index}/${field}`);
  });
}
