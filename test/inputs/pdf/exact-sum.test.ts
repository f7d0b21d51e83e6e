import { array, assert, bigInt, property } from 'fast-check';
import { expect, test } from 'vitest';
import { exactSum } from '../../../src/inputs/pdf/exact-sum.ts';

/** A multiple of 2^-40 below 2^40, so that a few of them add up exactly in integers. */
const fixedPoint = bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map((units) => Number(units) / 2 ** 40);

function unitsOf(number: number): bigint {
  const whole = Math.trunc(number);
  return BigInt(whole) * 2n ** 40n + BigInt((number - whole) * 2 ** 40);
}

test('a sum is rounded once, whatever its parts cancel', () => {
  assert(
    property(array(fixedPoint, { maxLength: 8 }), (numbers) => {
      const units = numbers.map(unitsOf).reduce((sum, each) => sum + each, 0n);
      expect(exactSum(numbers) + 0).toBe(Number(units) / 2 ** 40);
    }),
  );
});

test.each([
  [[], -0],
  [[-0, -0], -0],
  [[0, -0], 0],
  [[0.1, 0.2, 0.3, -0.6], 2.7755575615628914e-17],
  [[1e100, 1, -1e100], 1],
  [[2 ** 53, 1, 2 ** -60], 2 ** 53 + 2],
  [[1, Infinity], Infinity],
  [[Infinity, -Infinity], NaN],
] as const)('the sum of %j is %d', (numbers, sum) => {
  expect(exactSum(numbers)).toBe(sum);
});

test('what is no number is not summed', () => {
  expect(() => exactSum([1, '2'])).toThrow(TypeError);
});
