import { decimalOf, shift } from '../text/decimal.ts';
import { databaseError } from './database-error.ts';

/** The largest integer that SQLite holds: 9 223 372 036 854.775807 in millionths. */
const largestMicro = 2n ** 63n - 1n;

/**
 * A number in whole millionths, exactly; `null` for `null`. Amounts, scores, weights and rates are kept so
 * (`…_micro`), so that the database adds and compares them exactly.
 * @param pointer the value's JSON pointer, for the error's message
 * @throws ExtractionError where the number has more than six decimals or is too large: nothing is ever rounded
 */
export function toMicro(value: number | null, pointer: string): bigint | null {
  if (value === null) return null;
  if (!Number.isFinite(value)) throw numberDoesNotFit(value, pointer);
  const { units, decimals } = shift(decimalOf(value), 6);
  const isTooLarge = units > largestMicro || units < -largestMicro;
  if (decimals > 0 || isTooLarge) throw numberDoesNotFit(value, pointer);
  return units;
}

function numberDoesNotFit(value: number, pointer: string): Error {
  return databaseError(
    `${pointer} is ${value}; the database holds numbers of at most six decimals below 9223372036854.775808.`,
    { code: 'number-does-not-fit', hint: 'Check the reading of this value: forms print no such number.' },
  );
}
