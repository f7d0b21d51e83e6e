import { decimalOf, shift } from '../text/decimal.ts';

/** The largest integer that SQLite holds: 9 223 372 036 854.775807 in millionths. */
const largestMicro = 2n ** 63n - 1n;

/** Which numbers the database holds, in words. */
export const storableNumbers = 'numbers of at most six decimals below 9223372036854.775808';

/**
 * A number in whole millionths, exactly. Amounts, scores, weights and rates are kept so (`…_micro`), so that the
 * database adds and compares them exactly. `null` where it has more than six decimals or is too large: nothing is
 * ever rounded.
 */
export function toMicro(value: number): bigint | null {
  if (!Number.isFinite(value)) return null;
  const { units, decimals } = shift(decimalOf(value), 6);
  const isTooLarge = units > largestMicro || units < -largestMicro;
  return decimals > 0 || isTooLarge ? null : units;
}
