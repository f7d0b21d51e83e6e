import type { Evidence, FormRecord } from '../../model/record.ts';
import { compare, decimalOf, parseDecimal, shift, type Decimal } from '../../text/decimal.ts';
import { foldText } from '../../text/fold.ts';

/** A number and the cell that prints it. */
export interface PrintedNumber {
  /** With the decimals printed, where the evidence shows them: 100.00% has two. */
  readonly value: Decimal;
  readonly pointer: string;
}

/** The number of the cell at `pointer`, whose value in the record is `value`; `null` for a blank. */
export function printedNumber(form: FormRecord, pointer: string, value: number | null): PrintedNumber | null {
  if (value === null) return null;
  const exact = decimalOf(value);
  const raw = rawNumber(form.evidence[pointer]);
  return { value: raw !== null && compare(raw, exact) === 0 ? raw : exact, pointer };
}

/**
 * A rate that is printed as a fraction (0.992, 1.0), with the decimals printed; `null` where it is printed as points.
 */
export function printedFraction(form: FormRecord, { value, pointer }: PrintedNumber): Decimal | null {
  const evidence = form.evidence[pointer];
  const raw = rawNumber(evidence);
  const isPercentage = evidence === undefined || foldText(evidence.raw).includes('%');
  return raw !== null && !isPercentage && compare(shift(raw, 2), value) === 0 && compare(raw, value) !== 0 ? raw : null;
}

function rawNumber(evidence: Evidence | undefined): Decimal | null {
  if (evidence === undefined) return null;
  const digits = /-?\d[\d,]*(?:\.\d+)?/.exec(foldText(evidence.repair?.to ?? evidence.raw))?.[0];
  return digits === undefined ? null : parseDecimal(digits.replaceAll(',', ''));
}

/**
 * Each printed cell once: a merged cell's value stands in every row that it covers, and would count more than once
 * in a sum. Two values are of one cell where their evidence shows one and the same place.
 */
export function withoutMergedRepeats(form: FormRecord, numbers: readonly PrintedNumber[]): readonly PrintedNumber[] {
  const places = new Set<string>();
  return numbers.filter(({ pointer }) => {
    const place = placeKey(form.evidence[pointer]);
    if (place === null) return true;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}

function placeKey(evidence: Evidence | undefined): string | null {
  if (evidence === undefined) return null;
  const { page, box, line, column, sheet, cell } = evidence;
  if (box === undefined && cell === undefined && (line === undefined || column === undefined)) return null;
  return JSON.stringify([page, box, line, column, sheet, cell]);
}
