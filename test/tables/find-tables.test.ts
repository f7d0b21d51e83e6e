import { describe, expect, test } from 'vitest';
import type { DrawnPage, GriddedPage, ReadDocument, SourceCell } from '../../src/model/page.ts';
import { findTables } from '../../src/tables/find-tables.ts';
import { outline } from './joined.ts';
import { drawnPage, drawnTable, settings } from './page-builder.ts';

const at = (line: number): { raw: string; place: SourceCell['place']; confidence: number } => ({
  raw: `raw ${line}`,
  place: { kind: 'text', line, column: 1 },
  confidence: 0.7,
});
const cell = (text: string, row: number, more: Partial<SourceCell> = {}): SourceCell => ({
  ...at(row + 2),
  text,
  row,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  ...more,
});
const gridded = (number: number, blocks: GriddedPage['blocks']): GriddedPage => ({ kind: 'gridded', number, blocks });
const table = (...cells: SourceCell[]): GriddedPage['blocks'][number] => ({ kind: 'table', spans: 'implied', cells });

describe('findTables', () => {
  test('takes a page with rows of its own at its word', () => {
    const page = gridded(3, [
      { kind: 'line', text: '标 题', ...at(1) },
      table(cell('项目\n名称', 0), cell('教育经费', 0, { column: 1, columnSpan: 2 }), cell('', 1, { rowSpan: 2 })),
    ]);
    expect(findTables({ pages: [page], problems: [] }, settings)).toStrictEqual({
      blocks: [
        { kind: 'line', page: 3, runs: [{ text: '标题', ...at(1) }] },
        {
          kind: 'table',
          spans: 'implied',
          rowCount: 3,
          columnCount: 3,
          cells: [
            { ...cell('项目名称', 0), bounds: [] },
            { ...cell('教育经费', 0, { column: 1, columnSpan: 2 }), bounds: [] },
            { ...cell('', 1, { rowSpan: 2 }), bounds: [] },
          ],
          rowPages: [3, 3, 3],
        },
      ],
      pageCount: 1,
      problems: [],
    });
  });

  test('does not join the tables of two such pages, and keeps the order of mixed ones', () => {
    const drawn = (number: number, text: string): ReadDocument['pages'][number] =>
      drawnPage(number, drawnTable({ top: 100, bottoms: [130], columns: [50, 150, 350], texts: [[text, '82']] }));
    const pages = [
      gridded(1, [table(cell('甲', 0))]),
      gridded(2, [table(cell('乙', 0))]),
      drawn(3, '丙'),
      drawn(4, '丁'),
    ];
    const { blocks, pageCount } = findTables({ pages, problems: [] }, settings);
    expect(outline(blocks)).toStrictEqual([
      [['甲']],
      [['乙']],
      [
        ['丙', '82'],
        ['丁', '82'],
      ],
    ]);
    expect(pageCount).toBe(4);
  });

  test('hands on what could not be read', () => {
    const problem = { code: 'page-broken', message: 'm', hint: 'h', stage: 'read', page: 1 };
    expect(findTables({ pages: [], problems: [problem] }, settings)).toStrictEqual({
      blocks: [],
      pageCount: 0,
      problems: [problem],
    });
  });

  test('a grid of more squares than allowed is a problem, and its text lines', () => {
    const small = drawnTable({ top: 100, bottoms: [130, 160], columns: [50, 150, 350], texts: [['甲', '82'], ['乙']] });
    const { blocks, problems } = findTables(
      { pages: [drawnPage(1, small)], problems: [] },
      { ...settings, maxSquares: 3 },
    );
    expect(outline(blocks)).toStrictEqual(['甲 82', '乙']);
    expect(problems).toMatchObject([{ code: 'table-too-large', page: 1, stage: 'tables' }]);
    expect(problems[0]?.message).toContain('2 rows and 2 columns');
  });

  test('an error on one page costs that page alone, and nothing is joined over it', () => {
    const page = (number: number): DrawnPage =>
      drawnPage(
        number,
        drawnTable({ top: 100, bottoms: [130], columns: [50, 150, 350], texts: [[`第${number}`, '82']] }),
      );
    const broken: DrawnPage = {
      ...page(2),
      get rulings(): never {
        throw new Error('no rulings today');
      },
    };
    const { blocks, problems, pageCount } = findTables({ pages: [page(1), broken, page(3)], problems: [] }, settings);
    expect(outline(blocks)).toStrictEqual([[['第1', '82']], [['第3', '82']]]);
    expect(problems).toMatchObject([{ code: 'tables-failed', page: 2, stage: 'tables' }]);
    expect(problems[0]?.message).toContain('no rulings today');
    expect(pageCount).toBe(3);
  });
});
