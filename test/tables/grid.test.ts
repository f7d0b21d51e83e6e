import { array, assert, boolean, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGrids } from '../../src/tables/find-grids.ts';
import { outlineOf } from '../../src/tables/grid.ts';
import type { Ruling } from '../../src/model/page.ts';
import { drawing } from './drawing.ts';
import { horizontal, ruled, settings, vertical } from './page-builder.ts';

const drawings = (rulings: readonly Ruling[]): string[][] => findGrids(rulings, [], settings).grids.map(drawing);

const rows = [100, 130, 160, 190];
const columns = [50, 150, 250, 350];
const outer = ruled([100, 190], [50, 350]);

describe('findGrids', () => {
  test('finds every square of a fully ruled table', () => {
    const [grid] = findGrids(ruled(rows, columns), [], settings).grids;
    expect(grid).toMatchObject({ rowEdges: rows, columnEdges: columns });
    expect(grid && drawing(grid)).toStrictEqual(['abc', 'def', 'ghi']);
    expect(grid && outlineOf(grid)).toStrictEqual({ left: 50, top: 100, right: 350, bottom: 190 });
  });

  test('cells merged over rows and columns are one', () => {
    const lines = [
      horizontal(130, [150, 350]),
      horizontal(160, [50, 350]),
      vertical(150, [100, 190]),
      vertical(250, [130, 160]),
    ];
    expect(drawings([...outer, ...lines])).toStrictEqual([['abb', 'acd', 'eff']]);
  });

  test('doubled lines are one, and so are boxes drawn cell by cell', () => {
    const doubled = ruled(rows, columns).flatMap((line) => [line, { ...line, position: line.position + 1.5 }]);
    expect(drawings(doubled)).toStrictEqual([['abc', 'def', 'ghi']]);
    const boxes = rows
      .slice(1)
      .flatMap((bottom, row) =>
        columns
          .slice(1)
          .flatMap((right, column) =>
            ruled([(rows[row] ?? 0) + 0.4, bottom - 0.4], [(columns[column] ?? 0) + 0.4, right - 0.4]),
          ),
      );
    expect(drawings(boxes)).toStrictEqual([['abc', 'def', 'ghi']]);
  });

  test('a line broken by less than the gap is one; one that covers less than half a side is no wall', () => {
    const broken = [vertical(150, [100, 144]), vertical(150, [146, 190])];
    expect(drawings([...outer, ...broken])).toStrictEqual([['ab']]);
    const inner = [horizontal(130, [50, 350]), horizontal(160, [50, 350])];
    expect(drawings([...outer, ...inner, vertical(150, [130, 142])])).toStrictEqual([['aa', 'bb', 'cc']]);
    expect(drawings([...outer, ...inner, vertical(150, [130, 148])])).toStrictEqual([['aa', 'bc', 'dd']]);
  });

  test.each([
    ['left', (line: Ruling) => line.position === 50],
    ['right', (line: Ruling) => line.position === 350],
    ['left and right', (line: Ruling) => line.position === 50 || line.position === 350],
    ['upper', (line: Ruling) => line.position === 100],
    ['lower', (line: Ruling) => line.position === 190],
  ])('a table without its %s border has its outer cells', (_, isMissing) => {
    const [grid, ...others] = findGrids(
      ruled(rows, columns).filter((line) => !isMissing(line)),
      [],
      settings,
    ).grids;
    expect(others).toStrictEqual([]);
    expect(grid).toMatchObject({ rowEdges: rows, columnEdges: columns });
    expect(grid && drawing(grid)).toStrictEqual(['abc', 'def', 'ghi']);
  });

  test('lines that stick out a little add no column', () => {
    const sticking = ruled(rows, columns).map((line) => ({ ...line, end: line.end + 5, start: line.start - 5 }));
    expect(drawings(sticking)).toStrictEqual([['abc', 'def', 'ghi']]);
  });

  test('a gap in the shape of an L is cut into rectangles', () => {
    const lines = [horizontal(145, [200, 350]), vertical(200, [145, 190])];
    expect(drawings([...outer, ...lines])).toStrictEqual([['aa', 'bc']]);
  });

  test('two tables are told apart, from top to bottom', () => {
    const lower = ruled([300, 330], [50, 200, 350]);
    expect(drawings([...lower, ...ruled(rows, columns)])).toStrictEqual([['abc', 'def', 'ghi'], ['ab']]);
    const beside = ruled([100, 130], [400, 500]);
    expect(drawings([...ruled(rows, columns), ...beside])).toHaveLength(2);
  });

  test.each([
    ['nothing', []],
    ['one line', [horizontal(100, [50, 350])]],
    ['an underline with a stroke', [horizontal(100, [50, 350]), vertical(60, [95, 100])]],
    ['a frame too low', ruled([100, 108], [50, 350])],
    ['a frame too narrow', ruled([100, 190], [50, 85])],
    ['lines that never meet', [...[100, 130].map((y) => horizontal(y, [50, 350])), vertical(400, [90, 200])]],
  ])('%s is no table', (_, rulings) => {
    expect(drawings(rulings)).toStrictEqual([]);
  });

  test('every square is covered by exactly one cell, whatever walls are there', () => {
    const walls = record({
      rowHeights: array(integer({ min: 12, max: 40 }), { minLength: 1, maxLength: 6 }),
      columnWidths: array(integer({ min: 12, max: 60 }), { minLength: 4, maxLength: 7 }),
      present: array(boolean(), { minLength: 90, maxLength: 90 }),
    });
    assert(
      property(walls, ({ rowHeights, columnWidths, present }) => {
        const edges = (sizes: readonly number[]): number[] =>
          [0, ...sizes].map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 100));
        const [ys, xs] = [edges(rowHeights), edges(columnWidths)];
        const isThere = (index: number): boolean => present[index % present.length] ?? false;
        const across = ys
          .slice(1, -1)
          .flatMap((y, row) =>
            xs
              .slice(1)
              .flatMap((x, column) => (isThere(row * 7 + column) ? [horizontal(y, [xs[column] ?? 0, x])] : [])),
          );
        const down = xs
          .slice(1, -1)
          .flatMap((x, column) =>
            ys.slice(1).flatMap((y, row) => (isThere(45 + column * 6 + row) ? [vertical(x, [ys[row] ?? 0, y])] : [])),
          );
        const frame = ruled([ys[0] ?? 0, ys.at(-1) ?? 0], [xs[0] ?? 0, xs.at(-1) ?? 0]);
        for (const grid of findGrids([...frame, ...across, ...down], [], settings).grids) {
          const squares = (grid.rowEdges.length - 1) * (grid.columnEdges.length - 1);
          const covered = grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
          expect(covered).toBe(squares);
          expect(drawing(grid).join('')).not.toContain('.');
          const order = grid.cells.map((cell) => cell.row * 100 + cell.column);
          expect(order).toStrictEqual([...order].sort((a, b) => a - b));
        }
      }),
    );
  });
});
