import { expect, test } from 'vitest';
import { type Example, fitLogistic, probabilityOf } from '../../src/evaluate/logistic-regression.ts';

/**
 * Examples of which as many are true as the law 1 / (1 + e^-(1 + 2 × feature)) says; the second feature says nothing.
 */
const examples = [-2, -1, 0, 1].flatMap((feature) =>
  Array.from({ length: 200 }, (_, index): Example => {
    return { features: [feature, index % 2], isTrue: (index + 0.5) / 200 < 1 / (1 + Math.exp(-1 - 2 * feature)) };
  }),
);

test('finds the law by which examples were made', () => {
  const fit = fitLogistic(examples);
  expect(fit.constant).toBeCloseTo(1, 0);
  expect(fit.weights[0]).toBeCloseTo(2, 0);
  expect(Math.abs(fit.weights[1] ?? 1)).toBeLessThan(0.1);
  expect(probabilityOf(fit, [-2, 0])).toBeLessThan(0.1);
  expect(probabilityOf(fit, [1, 1])).toBeGreaterThan(0.9);
});
