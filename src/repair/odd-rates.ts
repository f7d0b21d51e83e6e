import type { FormRecord } from '../model/record.ts';
import { withDoubts } from './doubts.ts';

/** Columns that a form prints with % in all of their rows, or in none. */
const rateColumn = /^\/(?:funds|goals)\/\d+\/(executionRate|completionRate)$/;

/** A rate without % among others with it needs review: engines take % for a last digit now and then. */
export function doubtOddRates(form: FormRecord): FormRecord {
  const columnOf = (pointer: string): string | undefined => rateColumn.exec(pointer)?.[1];
  const hasPercent = (raw: string): boolean => /[%％]/.test(raw);
  const withPercent = new Set(
    Object.entries(form.evidence).flatMap(([pointer, { raw }]) => (hasPercent(raw) ? [columnOf(pointer)] : [])),
  );
  return withDoubts(form, (pointer, { raw }) => {
    const column = columnOf(pointer);
    return column !== undefined && withPercent.has(column) && !hasPercent(raw) && raw !== '0';
  });
}
