import type { FormRecord } from '../model/record.ts';
import type { NumberReading } from './readings.ts';

/** Columns that a form prints with % in all of their rows, or in none. */
const rateColumn = /^\/(?:funds|goals)\/\d+\/(executionRate|completionRate)$/;

/** A rate without % among others with it needs review: engines take % for a last digit now and then. */
export function doubtOddRates(form: FormRecord, readings: readonly NumberReading[]): FormRecord {
  const columnOf = (pointer: string): string | undefined => rateColumn.exec(pointer)?.[1];
  const hasPercent = (raw: string): boolean => /[%％]/.test(raw);
  const withPercent = new Set(
    Object.entries(form.evidence).flatMap(([pointer, { raw }]) => (hasPercent(raw) ? [columnOf(pointer)] : [])),
  );
  const doubted = readings
    .filter(({ evidence }) => !hasPercent(evidence.raw) && evidence.raw !== '0')
    .flatMap(({ pointers }) => pointers)
    .filter((pointer) => columnOf(pointer) !== undefined && withPercent.has(columnOf(pointer)))
    .flatMap((pointer) => {
      const evidence = form.evidence[pointer];
      return evidence === undefined ? [] : [[pointer, { ...evidence, needsReview: true }] as const];
    });
  return { ...form, evidence: { ...form.evidence, ...Object.fromEntries(doubted) } };
}
