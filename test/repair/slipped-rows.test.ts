import { expect, test } from 'vitest';
import type { Evidence, Indicator } from '../../src/model/record.ts';
import { doubtSlippedRows } from '../../src/repair/slipped-rows.ts';
import { form, indicator } from '../rules/form-builder.ts';

/** Which rows' scores need review, each read with so much confidence. */
function doubted(rows: readonly Partial<Indicator>[], confidence = 0.97): number[] {
  const indicators = rows.map((row) =>
    indicator({ level3: '数量', target: '≥5', actual: '6', weight: 10, score: 10, deviation: null, ...row }),
  );
  const evidence = Object.fromEntries(
    rows.map((_, row): [string, Evidence] => [
      `/indicators/${row}/score`,
      { raw: '10', page: 1, box: [10, row * 20, 30, row * 20 + 10], confidence, needsReview: false },
    ]),
  );
  const after = doubtSlippedRows(form({ indicators, evidence })).evidence;
  return rows.flatMap((_, row) => (after[`/indicators/${row}/score`]?.needsReview === true ? [row] : []));
}

const usual = {};

test('a row whose mark stands among the reasons, and its neighbours, need review', () => {
  expect(doubted([usual, usual, { deviation: '15' }, usual, usual])).toStrictEqual([1, 2, 3]);
  expect(doubted([usual, usual, { deviation: '受疫情影响，少开5场' }, usual])).toStrictEqual([]);
});

test('a row without what nearly all others have needs review', () => {
  expect(doubted([{ weight: null, score: null }, usual, usual, usual, usual])).toStrictEqual([0, 1]);
  expect(doubted([{ target: null }, usual, usual, usual, usual])).toStrictEqual([]);
  expect(doubted([{ weight: null, target: null }, { weight: null }, { weight: null }, usual])).toStrictEqual([]);
});

test('what a file spells out does not', () => {
  expect(doubted([usual, usual, { deviation: '15' }, usual], 1)).toStrictEqual([]);
});
