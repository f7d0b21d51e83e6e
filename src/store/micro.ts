import { databaseError } from './database-error.ts';

/**
 * Amounts, scores, weights and rates are kept as whole millionths (`…_micro`), so that the database adds and
 * compares them exactly. A number of the record comes from at most 15 printed digits, which its shortest decimal
 * form gives back as printed; from there on only whole numbers are handled.
 */
const decimalForm = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** The largest integer that SQLite holds: 9 223 372 036 854.775807 in millionths. */
const largestMicro = 2n ** 63n - 1n;

/**
 * A number in whole millionths, exactly; `null` for `null`.
 * @param pointer the value's JSON pointer, for the error's message
 * @throws ExtractionError where the number has more than six decimals or is too large: nothing is ever rounded
 */
export function toMicro(value: number | null, pointer: string): bigint | null {
  if (value === null) return null;
  const match = decimalForm.exec(String(value));
  const [, sign = '', whole = '', decimals = ''] = match ?? [];
  const magnitude = BigInt(whole + decimals.padEnd(6, '0'));
  if (match === null || magnitude > largestMicro) throw numberDoesNotFit(value, pointer);
  return sign === '-' ? -magnitude : magnitude;
}

function numberDoesNotFit(value: number, pointer: string): Error {
  return databaseError(
    `${pointer} is ${value}; the database holds numbers of at most six decimals below 9223372036854.775808.`,
    { code: 'number-does-not-fit', hint: 'Check the reading of this value: forms print no such number.' },
  );
}
