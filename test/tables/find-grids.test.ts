import { describe, expect, test } from 'vitest';
import type { Ruling, TextItem } from '../../src/model/page.ts';
import { findGrids } from '../../src/tables/find-grids.ts';
import { drawing } from './drawing.ts';
import { horizontal, item, ruled, settings, vertical } from './page-builder.ts';

const drawings = (rulings: readonly Ruling[], items: readonly TextItem[] = []): string[][] =>
  findGrids(rulings, items, settings).grids.map(drawing);

/** The four sides of a box, as one path draws them. */
const box = (left: number, top: number, [width, height]: readonly [number, number] = [90, 25]): Ruling[] =>
  ruled([top, top + height], [left, left + width]);
/** Three by two boxes with 5 points between. */
const apart = [100, 130].flatMap((top) => [50, 145, 240].flatMap((left) => box(left, top)));

describe('cells drawn as boxes apart', () => {
  test('are one table, whose sides are halfway between', () => {
    const [grid, ...others] = findGrids(apart, [], settings).grids;
    expect(others).toStrictEqual([]);
    expect(grid && drawing(grid)).toStrictEqual(['abc', 'def']);
    expect(grid).toMatchObject({ rowEdges: [97.5, 127.5, 157.5], columnEdges: [47.5, 142.5, 237.5, 332.5] });
  });

  test('may be merged, and narrower than a table', () => {
    const merged = [...box(50, 100, [20, 55]), ...box(75, 100, [185, 25]), ...box(75, 130), ...box(170, 130)];
    expect(drawings(merged)).toStrictEqual([['abb', 'acd']]);
  });

  test('may have a frame around them, doubled or not', () => {
    expect(drawings([...apart, ...box(40, 90, [300, 75])])).toStrictEqual([['abc', 'def']]);
    expect(drawings([...apart, ...box(40, 90, [300, 75]), ...box(36, 86, [308, 83])])).toStrictEqual([['abc', 'def']]);
  });

  test('are told from boxes far apart', () => {
    expect(drawings([...box(50, 100), ...box(50, 140)])).toStrictEqual([['a'], ['a']]);
  });

  test('may hold boxes to tick', () => {
    expect(drawings([...apart, ...box(60, 105, [9, 9]), ...box(75, 105, [9, 9])])).toStrictEqual([['abc', 'def']]);
  });
});

test.each([
  [4.5, 'all lines doubled'],
  [7, 'far doubled'],
])('lines doubled %d points apart are one (%s)', (byPt) => {
  const rows = [100, 130, 160, 190];
  const columns = [50, 150, 250, 350];
  const doubled = ruled(rows, columns).flatMap((line) => [line, { ...line, position: line.position + byPt }]);
  const grown = doubled.map((line) => ({ ...line, end: line.end + byPt }));
  expect(drawings(grown)).toStrictEqual([['abc', 'def', 'ghi']]);
});

test('a low row with text, and what a page break left of a row, stay rows', () => {
  const columns = [50, 150, 250, 350];
  const low = ruled([100, 106, 136], columns);
  expect(drawings(low, [item('完成印刷', [60, 100.5], 5)])).toStrictEqual([['abc', 'def']]);
  expect(drawings(ruled([100, 130, 135], columns))).toStrictEqual([['abc', 'def']]);
});

test('a side is open where a text stands beyond the last line', () => {
  const lines = [
    ...[100, 130].map((y) => horizontal(y, [50, 250])),
    ...[50, 150, 250].map((x) => vertical(x, [100, 135])),
  ];
  expect(drawings(lines)).toStrictEqual([['ab']]);
  expect(drawings(lines, [item('完成', [60, 130], 5)])).toStrictEqual([['ab', 'cd']]);
});

describe('grids within one another', () => {
  const inner = ruled([200, 230, 260], [100, 200, 300]);
  const texts = [110, 210].flatMap((x) => [item('完成', [x, 210]), item('印刷', [x, 240])]);

  test('a frame around the page is none', () => {
    expect(drawings([...box(20, 20, [555, 800]), ...inner], texts)).toStrictEqual([['ab', 'cd']]);
  });

  test('one that lays out the page is none', () => {
    const layout = ruled([50, 90, 400], [80, 320]);
    expect(drawings([...layout, ...inner], [item('页眉', [100, 60]), ...texts])).toStrictEqual([['ab', 'cd']]);
  });

  test('a table that has a small one in a cell stays', () => {
    const outer = ruled([50, 80, 110, 300], [80, 320, 500]);
    const around = [60, 90, 150].flatMap((y) => [item('完成', [90, y]), item('印刷', [330, y])]);
    expect(drawings([...outer, ...inner], [...around, ...texts])).toStrictEqual([
      ['ab', 'cd', 'ef'],
      ['ab', 'cd'],
    ]);
  });

  test('a box around a text in a cell is part of the cell', () => {
    expect(drawings([...inner, ...box(105, 205, [80, 20])], texts)).toStrictEqual([['ab', 'cd']]);
  });
});

test('tables side by side are two', () => {
  const left = ruled([100, 130, 160], [50, 150, 250]);
  const right = ruled([100, 130, 160], [270, 370, 470]);
  expect(drawings([...left, ...right])).toStrictEqual([
    ['ab', 'cd'],
    ['ab', 'cd'],
  ]);
});
