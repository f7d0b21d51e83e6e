import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignItems } from '../../src/tables/assign.ts';
import type { TextItem } from '../../src/model/page.ts';
import { findGrids } from '../../src/tables/find-grids.ts';
import { item, ruled, settings } from './page-builder.ts';

/** Two rows of 30 points and three columns of 100, from 50, 100. */
const { grids } = findGrids(ruled([100, 130, 160], [50, 150, 250, 350]), [], settings);

/** The texts of each cell in reading order, joined by a bar, and those outside. */
function assigned(...items: readonly TextItem[]): { cells: string[]; outside: string[] } {
  const { inCells, outside } = assignItems(items, grids);
  return {
    cells: (inCells[0] ?? []).map((texts) => texts.map(({ text }) => text).join('|')),
    outside: outside.map(({ text }) => text),
  };
}

describe('assignItems', () => {
  test('each text goes to the cell it stands in', () => {
    expect(assigned(item('甲', [60, 110]), item('乙', [260, 140]), item('丙', [60, 120]))).toStrictEqual({
      cells: ['甲|丙', '', '', '', '', '乙'],
      outside: [],
    });
  });

  test.each([
    ['above', [60, 80]],
    ['below', [60, 165]],
    ['left of', [20, 110]],
    ['right of', [360, 110]],
  ] as const)('a text %s the table is outside', (_, place) => {
    expect(assigned(item('甲', place))).toStrictEqual({ cells: ['', '', '', '', '', ''], outside: ['甲'] });
  });

  test('a text that reaches over the upper border belongs to the table with a fifth of its height', () => {
    expect(assigned(item('甲', [60, 92.5])).cells[0]).toBe('甲');
    expect(assigned(item('甲', [60, 91])).outside).toStrictEqual(['甲']);
    expect(assigned(item('甲', [60, 157.5])).cells[3]).toBe('甲');
  });

  test('a word that runs over a border stays whole, where its centre is', () => {
    expect(assigned(item('1532.63万元', [125, 110])).cells).toStrictEqual(['', '1532.63万元', '', '', '', '']);
    expect(assigned(item('1532.63', [120, 110])).cells[0]).toBe('1532.63');
  });

  test('a run over several cells is cut at its spaces, each word with its own box', () => {
    const row = item(`${'预算'.padEnd(20)}${'82'.padEnd(20)}丙`, [60, 110]);
    expect(assigned(row).cells.slice(0, 3)).toStrictEqual(['预算', '82', '丙']);
    const { inCells } = assignItems([row], grids);
    expect(inCells[0]?.slice(0, 2)).toStrictEqual([
      [{ text: '预算', box: { left: 60, top: 110, right: 80, bottom: 120 }, charEdges: [60, 70, 80], confidence: 1 }],
      [
        {
          text: '82',
          box: { left: 170, top: 110, right: 180, bottom: 120 },
          charEdges: [170, 175, 180],
          confidence: 1,
        },
      ],
    ]);
  });

  test('a run within one column keeps its spaces', () => {
    expect(assigned(item('A 4 纸', [60, 110])).cells[0]).toBe('A 4 纸');
  });

  test('a mark that hangs over the right side belongs to the word before it', () => {
    expect(assigned(item('完成情况', [110, 110]), item('，', [149, 110])).cells[0]).toBe('完成情况|，');
    expect(assigned(item('完成情况', [110, 110]), item('无', [149, 110])).cells).toStrictEqual([
      '完成情况',
      '无',
      '',
      '',
      '',
      '',
    ]);
    expect(assigned(item('。', [353, 110]))).toStrictEqual({ cells: ['', '', '。', '', '', ''], outside: [] });
    expect(assigned(item('。', [356, 110])).outside).toStrictEqual(['。']);
  });

  test('numbers of two rows are never in one cell, nor is any text lost or doubled', () => {
    const place = tuple(integer({ min: 0, max: 400 }), integer({ min: 70, max: 180 }), integer({ min: 1, max: 12 }));
    assert(
      property(array(place, { maxLength: 20 }), (places) => {
        const items = places.map(([x, y, length], at) => item(`${at}${'.'.repeat(length)}`, [x, y]));
        const { cells, outside } = assigned(...items);
        const found = [...cells.flatMap((texts) => (texts === '' ? [] : texts.split('|'))), ...outside];
        expect(found.sort()).toStrictEqual(items.map(({ text }) => text).sort());
        const upper = items.filter(({ box }) => box.top > 100 && box.bottom < 128).map(({ text }) => text);
        const lower = new Set(cells.slice(3).flatMap((texts) => texts.split('|')));
        expect(upper.filter((text) => lower.has(text))).toStrictEqual([]);
      }),
    );
  });
});
