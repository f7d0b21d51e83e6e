import { expect, test } from 'vitest';
import { alignEdges } from '../../src/tables/align-edges.ts';

const onto = [40, 74, 119, 179, 281, 341, 399, 440, 478, 546];
const rounded = (edges: readonly number[]): number[] => edges.map((edge) => Math.round(edge));

test('left sides are laid on one another', () => {
  const { edges, matched } = alignEdges([60, 94, 139, 300, 566], onto, 3);
  expect([edges, matched]).toStrictEqual([[40, 74, 119, 280, 546], 5]);
});

test('a page that was scanned a little larger is laid on the other edge by edge', () => {
  const larger = onto.map((edge) => 52 + (edge - 40) * 1.015);
  const { edges, matched } = alignEdges(larger, onto, 3);
  expect([rounded(edges), matched]).toStrictEqual([onto, onto.length]);
});

test('a blank margin that was taken for a column is left out, on either side and of either table', () => {
  const moved = onto.map((edge) => edge + 17);
  const withMargin = [14, ...moved, 590];
  expect(alignEdges(withMargin, onto, 3).edges.slice(1, -1)).toStrictEqual(onto);
  expect(alignEdges(moved, [8, ...onto], 3).edges).toStrictEqual(onto);
});

test('other columns stay where their left side is', () => {
  const { edges, matched } = alignEdges([100, 150, 230, 500], onto, 3);
  expect(edges[0]).toBe(40);
  expect(matched).toBeLessThan(3);
});
