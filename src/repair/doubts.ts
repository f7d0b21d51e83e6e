import type { FormChecks } from '../model/form-checks.ts';
import type { FormRecord } from '../model/record.ts';
import { equationsOf } from '../rules/index.ts';
import type { NumberReading } from './readings.ts';

/** A number that breaks so many sums and fits into none is rather misread than a mistake of the form. */
const leastBroken = 2;
/** Nobody spends so many times what was planned or received: a digit or a point was lost. */
const mostTimes = 10;

/** Numbers that an engine read and that the rest of the form speaks against need review. */
export function doubtUnlikely(form: FormRecord, readings: readonly NumberReading[], checks: FormChecks): FormRecord {
  const sums = equationsOf(form, checks);
  const overspent = new Set(overspentFields(form));
  const doubted = readings.filter(({ pointers }) => {
    const own = sums.filter(({ fields }) => pointers.some((pointer) => fields.includes(pointer)));
    const isBroken = own.length >= leastBroken && own.every(({ holds }) => !holds);
    return isBroken || pointers.some((pointer) => overspent.has(pointer));
  });
  const entries = doubted
    .flatMap(({ pointers }) => pointers)
    .flatMap((pointer) => {
      const evidence = form.evidence[pointer];
      return evidence === undefined ? [] : [[pointer, { ...evidence, needsReview: true }] as const];
    });
  return { ...form, evidence: { ...form.evidence, ...Object.fromEntries(entries) } };
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
