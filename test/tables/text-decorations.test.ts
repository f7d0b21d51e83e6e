import { describe, expect, test } from 'vitest';
import type { Ruling, TextItem } from '../../src/model/page.ts';
import { withoutTextDecorations } from '../../src/tables/text-decorations.ts';
import { horizontal, item, ruled, vertical } from './page-builder.ts';

/** Two rows of 30 points, three columns of 100; texts of 10 points stand 12 below the upper side. */
const grid = ruled([100, 130, 160], [50, 150, 250, 350]);
const text = item('完成印刷', [53, 112]);
const dropped = (lines: readonly Ruling[], items: readonly TextItem[], borders = grid): string[] => {
  const rulings = [...borders, ...lines];
  const kept = new Set(withoutTextDecorations(rulings, items));
  return rulings
    .filter((ruling) => !kept.has(ruling))
    .map(({ position, start, end }) => `${position}: ${start}-${end}`);
};

describe('a line that belongs to a text', () => {
  test.each([
    ['an underline as wide as its text', horizontal(122.5, [53, 93])],
    ['one with blanks underlined', horizontal(122.5, [53, 120])],
    ['one with blanks on both sides', horizontal(122.5, [52, 110])],
    ['one that touches the side of its cell', horizontal(122.5, [50, 93])],
    ['one nearly as wide as the cell, far below the text', horizontal(124.5, [53, 147])],
    ['a strike-through', horizontal(117, [53, 93])],
    ['a strike-through as wide as the cell', horizontal(117, [50, 150])],
  ])('%s is dropped', (_, line) => {
    expect(dropped([line], [text])).toStrictEqual([`${line.position}: ${line.start}-${line.end}`]);
  });

  test('underlines of a text that fills its cell, drawn run by run, are dropped', () => {
    const full = item('完成印刷任务保障部门', [50, 112]);
    const runs = [horizontal(122.5, [50, 100]), horizontal(122.5, [100, 150])];
    expect(dropped(runs, [full])).toHaveLength(2);
  });

  test('a line without its table is dropped too', () => {
    expect(dropped([horizontal(122.5, [53, 93])], [text], [])).toHaveLength(1);
  });
});

describe('a border right below a text is kept', () => {
  const low = item('完成印刷', [53, 119.5]);
  test('of a ruled table', () => {
    expect(dropped([], [low, item('82', [153, 119.5])])).toStrictEqual([]);
  });

  test('between two rows that one column alone has', () => {
    expect(dropped([horizontal(122.5, [50, 150])], [text, item('宣传', [53, 124])])).toStrictEqual([]);
  });

  test('between rows, drawn cell by cell and short of the sides', () => {
    const pieces = [50, 150, 250].map((x) => horizontal(124.5, [x + 1.5, x + 98.5]));
    const rows = [53, 153, 253].flatMap((x) => [item('100%', [x, 113]), item('95%', [x, 147])]);
    expect(dropped(pieces, rows, ruled([100, 160], [50, 150, 250, 350]))).toStrictEqual([]);
  });

  test('where a vertical line begins', () => {
    const lines = [horizontal(122.5, [50, 150]), vertical(100, [122.5, 130])];
    expect(dropped(lines, [item('完成印刷任务保障部门', [50, 112])])).toStrictEqual([]);
  });

  test('in a table that is ruled across only', () => {
    const lines = [100, 115, 130].map((y) => horizontal(y, [50, 350]));
    const row = (top: number): TextItem[] => [60, 160, 260].map((x) => item('完成印刷任务', [x, top]));
    expect(dropped(lines, [...row(104.5), ...row(119.5)], [])).toStrictEqual([]);
    // One text that takes up half of it, and no other line stands on text.
    expect(dropped(lines, [item('完成印刷任务完成印刷任务完成印刷', [60, 104.5])], [])).toStrictEqual([]);
  });
});
