import type { FormRecord, Indicator } from '../model/record.ts';
import { withDoubts } from './doubts.ts';

/** What most rows of a form have, all of them are expected to have; one thing may be blank. */
const mostRows = 0.75;
const mostBlank = 1;
const expected = ['level3', 'target', 'actual', 'weight', 'score'] as const;
/** Nobody explains a deviation by a number: it is the mark of the column beside it. */
const plainNumber = /^[\d.,\s]+$/;

/**
 * Rows that do not look like the others need review, and those above and below: where a ruling was lost or is none,
 * numbers that were read right stand in another row or column, and the sums of a column do not tell.
 */
export function doubtSlippedRows(form: FormRecord): FormRecord {
  const odd = oddRows(form.indicators);
  if (odd.length === 0) return form;
  const doubtful = new Set(odd.flatMap((row) => [row - 1, row, row + 1]));
  return withDoubts(form, (pointer) => {
    const row = /^\/indicators\/(\d+)\//.exec(pointer)?.[1];
    return row !== undefined && doubtful.has(Number(row));
  });
}

function oddRows(indicators: readonly Indicator[]): number[] {
  const usual = expected.filter(
    (field) => indicators.filter((row) => row[field] !== null).length >= mostRows * indicators.length,
  );
  const isOdd = (row: Indicator): boolean =>
    plainNumber.test(row.deviation ?? '') || usual.filter((field) => row[field] === null).length > mostBlank;
  return indicators.flatMap((row, index) => (isOdd(row) ? [index] : []));
}
