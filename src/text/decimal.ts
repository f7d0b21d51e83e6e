/**
 * Exact decimal arithmetic for what a form prints. A binary double holds 9.57 only nearly, so a sum of doubles may
 * miss a printed total that is right; here every number is a whole number of its last printed place.
 */
export interface Decimal {
  /** The digits as a whole number: 12.35 is 1235. */
  readonly units: bigint;
  /** Digits after the point, never negative: 12.35 has 2, and so has 100.00. */
  readonly decimals: number;
}

/** `half-up` is 四舍五入: a half goes away from zero. `truncate` drops the digits. */
export type Rounding = 'half-up' | 'truncate';

/** What an inexact result is cut to: so many digits after the point, 0 or more. */
export interface Precision {
  readonly decimals: number;
  readonly rounding: Rounding;
}

export const zero: Decimal = { units: 0n, decimals: 0 };

/**
 * A number of the record, by its shortest decimal spelling: exact for the at most 15 significant digits that a
 * record number carries. Trailing zeros are gone (100.00 % is 100), for those see `parseDecimal`.
 * Throws `RangeError` for NaN and infinities, which no record holds.
 */
export function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const parsed = parseDecimal(mantissa);
  if (parsed === null) throw new RangeError(`Not a finite number: ${value}`);
  return shift(parsed, Number(exponent));
}

/** Plain digits with at most one point and a leading minus, with all their decimals; `null` for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const fraction = match[2] ?? '';
  return { units: BigInt(`${match[1] ?? ''}${fraction}`), decimals: fraction.length };
}

/** `value` × 10^`places`. */
export function shift(value: Decimal, places: number): Decimal {
  const decimals = value.decimals - places;
  if (decimals >= 0) return { units: value.units, decimals };
  return { units: value.units * power(-decimals), decimals: 0 };
}

export function add(left: Decimal, right: Decimal): Decimal {
  const decimals = Math.max(left.decimals, right.decimals);
  return { units: unitsAt(left, decimals) + unitsAt(right, decimals), decimals };
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, { units: -right.units, decimals: right.decimals });
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, decimals: left.decimals + right.decimals };
}

/** 0 for no values. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/** Below 0, 0 or above 0 as `left` is less than, equal to or more than `right`, whatever their decimals. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const { units } = subtract(left, right);
  if (units === 0n) return 0;
  return units < 0n ? -1 : 1;
}

/** The quotient, rounded once from the exact value. Throws `RangeError` where `divisor` is 0. */
export function divide(dividend: Decimal, divisor: Decimal, { decimals, rounding }: Precision): Decimal {
  const numerator = dividend.units * power(divisor.decimals + decimals);
  return { units: quotient(numerator, divisor.units * power(dividend.decimals), rounding), decimals };
}

/** `value` with exactly so many decimals. */
export function round(value: Decimal, { decimals, rounding }: Precision): Decimal {
  if (decimals >= value.decimals) return { units: unitsAt(value, decimals), decimals };
  return { units: quotient(value.units, power(value.decimals - decimals), rounding), decimals };
}

/** In digits, as short as the value allows: 19.50 is `19.5`. */
export function formatDecimal(value: Decimal): string {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - value.decimals);
  const fraction = digits.slice(digits.length - value.decimals).replace(/0+$/, '');
  const sign = value.units < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

function power(places: number): bigint {
  return 10n ** BigInt(places);
}

/** `value` in units of 10^-`decimals`; `decimals` is not less than the value's own. */
function unitsAt(value: Decimal, decimals: number): bigint {
  return value.units * power(decimals - value.decimals);
}

function quotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const whole = dividend / divisor;
  const carried = rounding === 'half-up' && (dividend % divisor) * 2n >= divisor ? whole + 1n : whole;
  return negative ? -carried : carried;
}
