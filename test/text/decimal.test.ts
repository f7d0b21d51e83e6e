import { assert, bigInt, integer, nat, property, record, tuple } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  add,
  compare,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  parseDecimal,
  round,
  shift,
  subtract,
  sum,
  zero,
  type Decimal,
  type Precision,
  type Rounding,
} from '../../src/text/decimal.ts';

const printed = (text: string): Decimal => parseDecimal(text) ?? expect.fail(`${text} is no number`);
const toTwo = (rounding: Rounding): Precision => ({ decimals: 2, rounding });
const decimals = record({ units: bigInt(-(10n ** 20n), 10n ** 20n), decimals: nat(8) });
/** Numbers as a record carries them: at most 15 significant digits. */
const recordNumbers = tuple(integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), nat(8)).map(
  ([units, places]) => Number(`${units}e-${places}`),
);

describe('decimalOf', () => {
  test.each([
    [0, '0', 0],
    [9.57, '9.57', 2],
    [-0.5, '-0.5', 1],
    [100, '100', 0],
    [1e-7, '0.0000001', 7],
    [1.5e21, '1500000000000000000000', 0],
    [123456789.123456, '123456789.123456', 6],
  ])('reads %d as %s', (value, text, places) => {
    expect(formatDecimal(decimalOf(value))).toBe(text);
    expect(decimalOf(value).decimals).toBe(places);
  });

  it('gives every record number back', () => {
    assert(
      property(recordNumbers, (value) => {
        expect(Number(formatDecimal(decimalOf(value)))).toBe(value);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('throws for %d', (value) => {
    expect(() => decimalOf(value)).toThrow(RangeError);
  });
});

describe('parseDecimal', () => {
  test.each([
    ['100.00', { units: 10000n, decimals: 2 }],
    ['-3.5', { units: -35n, decimals: 1 }],
    ['007', { units: 7n, decimals: 0 }],
  ])('keeps the decimals of %s', (text, expected) => {
    expect(parseDecimal(text)).toStrictEqual(expected);
  });

  test.each(['', '.5', '5.', '1,000', '1e3', '5%', ' 5'])('does not read %j', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});

describe('sums', () => {
  it('are exact where doubles are not', () => {
    expect(0.1 + 0.2 === 0.3).toBe(false);
    expect(compare(add(decimalOf(0.1), decimalOf(0.2)), decimalOf(0.3))).toBe(0);
    expect(formatDecimal(sum([8.5, 5.53, 17, 16, 30, 10].map(decimalOf)))).toBe('87.03');
    expect(sum([])).toStrictEqual(zero);
  });

  it('do not depend on the order, and are undone by subtraction', () => {
    assert(
      property(decimals, decimals, (left, right) => {
        expect(compare(add(left, right), add(right, left))).toBe(0);
        expect(compare(subtract(add(left, right), right), left)).toBe(0);
      }),
    );
  });
});

describe('compare', () => {
  test.each([
    ['100', '100.00', 0],
    ['99.99', '100', -1],
    ['-2', '-3', 1],
  ])('%s with %s is %d', (left, right, expected) => {
    expect(compare(printed(left), printed(right))).toBe(expected);
  });
});

describe('multiply and shift', () => {
  it('agree on powers of ten', () => {
    assert(
      property(decimals, nat(12), (value, places) => {
        const power: Decimal = { units: 10n ** BigInt(places), decimals: 0 };
        expect(compare(shift(value, places), multiply(value, power))).toBe(0);
        expect(compare(shift(shift(value, places), -places), value)).toBe(0);
      }),
    );
  });
});

describe('divide and round', () => {
  test.each<[string, Precision, string]>([
    ['7867 ÷ 82', toTwo('half-up'), '95.94'],
    ['2 ÷ 3', toTwo('half-up'), '0.67'],
    ['2 ÷ 3', toTwo('truncate'), '0.66'],
    ['-2 ÷ 3', toTwo('half-up'), '-0.67'],
    ['-2 ÷ 3', toTwo('truncate'), '-0.66'],
    ['1 ÷ 8', toTwo('half-up'), '0.13'],
    ['0.001 ÷ 0.04', { decimals: 3, rounding: 'truncate' }, '0.025'],
  ])('%s to %o is %s', (division, precision, expected) => {
    const [dividend = '', divisor = ''] = division.split(' ÷ ');
    expect(formatDecimal(divide(printed(dividend), printed(divisor), precision))).toBe(expected);
  });

  test.each<[string, Precision, string]>([
    ['9.565', toTwo('half-up'), '9.57'],
    ['9.565', toTwo('truncate'), '9.56'],
    ['9.5649', toTwo('half-up'), '9.56'],
    ['3', toTwo('half-up'), '3'],
    ['-0.5', { decimals: 0, rounding: 'half-up' }, '-1'],
    ['99.57', { decimals: 0, rounding: 'half-up' }, '100'],
  ])('%s to %o is %s', (value, precision, expected) => {
    const rounded = round(printed(value), precision);
    expect(formatDecimal(rounded)).toBe(expected);
    expect(rounded.decimals).toBe(precision.decimals);
  });

  it('leave a remainder of less than one last place, and of at most half of one where they round', () => {
    const positive = record({ units: bigInt(1n, 10n ** 12n), decimals: nat(4) });
    assert(
      property(decimals, positive, nat(6), (dividend, divisor, places) => {
        const gap = (rounding: Rounding): Decimal => {
          const { units, decimals: shown } = subtract(
            dividend,
            multiply(divide(dividend, divisor, { decimals: places, rounding }), divisor),
          );
          return { units: units < 0n ? -units : units, decimals: shown };
        };
        expect(compare(gap('truncate'), shift(divisor, -places))).toBe(-1);
        expect(compare(multiply(gap('half-up'), decimalOf(2)), shift(divisor, -places))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('throws for a divisor of 0', () => {
    expect(() => divide(decimalOf(1), zero, { decimals: 2, rounding: 'truncate' })).toThrow(RangeError);
  });
});

describe('formatDecimal', () => {
  test.each([
    ['19.50', '19.5'],
    ['100.00', '100'],
    ['0.05', '0.05'],
    ['-0.05', '-0.05'],
    ['1200', '1200'],
  ])('writes %s as %s', (value, expected) => {
    expect(formatDecimal(printed(value))).toBe(expected);
  });
});
