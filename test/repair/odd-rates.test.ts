import { expect, test } from 'vitest';
import type { Evidence, FormRecord } from '../../src/model/record.ts';
import { doubtOddRates } from '../../src/repair/odd-rates.ts';
import { form } from '../rules/form-builder.ts';

/** Which rates of the rows of the money table need review, given how they were read. */
function doubted(...raws: readonly string[]): string[] {
  const evidence = Object.fromEntries(
    raws.map((raw, row): [string, Evidence] => [
      `/funds/${row}/executionRate`,
      { raw, page: 1, box: [10, row * 20, 30, row * 20 + 10], confidence: 0.97, needsReview: false },
    ]),
  );
  const asRead: FormRecord = form({ evidence: { ...evidence, '/totalScore': { ...sure, raw: '98' } } });
  const after = doubtOddRates(asRead).evidence;
  return Object.values(after).flatMap(({ raw, needsReview }) => (needsReview ? [raw] : []));
}
const sure = { page: 1, box: [10, 90, 30, 100], confidence: 0.99, needsReview: false } as const;

test('a rate without % is doubtful beside rates with it, and not where none has it', () => {
  expect(doubted('93.548', '93.51%')).toStrictEqual(['93.548']);
  expect(doubted('93.54', '93.51')).toStrictEqual([]);
  expect(doubted('93.54%', '93.51％')).toStrictEqual([]);
});

test('a rate of nothing is printed without %', () => {
  expect(doubted('100%', '0')).toStrictEqual([]);
});
