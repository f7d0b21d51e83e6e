import { expect, test } from 'vitest';
import { medianOf, medianTimes, timeProcess } from '../../src/bench/timing.ts';

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(medianOf([5, 1, 3])).toBe(3);
  expect(medianOf([5, 1, 3, 2])).toBe(2.5);
  expect(medianOf([])).toBeNull();
});

test('contenders run in turn, and the round that warms up does not count', async () => {
  const order: string[] = [];
  const first = [100, 1, 2, 3];
  const contenders = [
    () => {
      order.push('a');
      return first[order.length / 2 - 0.5] ?? 0;
    },
    () => {
      order.push('b');
      return null;
    },
  ];
  expect(await medianTimes(contenders, 3)).toStrictEqual([2, null]);
  expect(order.join('')).toBe('abababab');
});

test('a program that is not installed has no time, and one that fails is an error', () => {
  expect(timeProcess('no-such-program', [])).toBeNull();
  expect(timeProcess(process.execPath, ['--eval', '0'])).toBeGreaterThan(0);
  expect(() => timeProcess(process.execPath, ['--eval', 'process.exit(7)'])).toThrow(/ended with 7/);
  expect(timeProcess(process.execPath, ['--eval', 'process.exit(7)'], { allowedStatus: [7] })).toBeGreaterThan(0);
});
