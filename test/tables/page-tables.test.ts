import { describe, expect, test } from 'vitest';
import type { TextItem } from '../../src/model/page.ts';
import { findPageTables } from '../../src/tables/page-tables.ts';
import { drawnPage, type Drawing, drawnTable, horizontal, item, settings, vertical, ruled } from './page-builder.ts';

test('lines and tables come from top to bottom', () => {
  const table = drawnTable({ top: 100, bottoms: [130], columns: [50, 150, 350], texts: [['项目名称', '教育经费']] });
  const around = [
    item('填报人: 某', [50, 150]),
    item('标题', [200, 60]),
    item('填报单位: 甲', [50, 80]),
    item('金额单位: 万元', [280, 81]),
  ];
  const { blocks } = findPageTables(drawnPage(2, { ...table, textItems: [...around, ...table.textItems] }), settings);
  const outline = blocks.map((block) =>
    'runs' in block ? block.runs.map((run) => run.text) : block.table.cells.map((cell) => `cell ${cell.text}`),
  );
  expect(outline).toStrictEqual([
    ['标题'],
    ['填报单位:甲', '金额单位:万元'],
    ['cell 项目名称', 'cell 教育经费'],
    ['填报人:某'],
  ]);
});

test('a cell says its grid, its text, its place and its own sides', () => {
  const rulings = [...ruled([100, 160], [50, 150, 350]), horizontal(130, [150, 350]), vertical(250, [130, 160])];
  const textItems = [item('产出', [60, 120]), item('指标', [60, 132]), item('82', [160, 140])];
  const { blocks } = findPageTables(drawnPage(2, { rulings, textItems }), settings);
  expect(blocks).toHaveLength(1);
  const bounds = (left: number, top: number): object[] => [
    { kind: 'page', page: 2, box: expect.objectContaining({ left, top }) as object },
  ];
  expect(blocks[0]).toMatchObject({
    table: {
      kind: 'table',
      spans: 'exact',
      rowCount: 2,
      columnCount: 3,
      rowPages: [2, 2],
      cells: [
        {
          text: '产出指标',
          raw: '产出\n指标',
          row: 0,
          column: 0,
          rowSpan: 2,
          columnSpan: 1,
          place: { page: 2, box: { left: 60, top: 120, right: 80, bottom: 142 } },
          bounds: [{ kind: 'page', page: 2, box: { left: 50, top: 100, right: 150, bottom: 160 } }],
        },
        {
          text: '',
          row: 0,
          column: 1,
          rowSpan: 1,
          columnSpan: 2,
          place: null,
          confidence: 1,
          bounds: bounds(150, 100),
        },
        { text: '82', row: 1, column: 1, columnSpan: 1, bounds: bounds(150, 130) },
        { text: '', row: 1, column: 2, columnSpan: 1, bounds: bounds(250, 130) },
      ],
    },
    outerLines: [
      { firstLine: { top: 120, bottom: 130 }, lastLine: { top: 132, bottom: 142 } },
      { firstLine: null, lastLine: null },
      { firstLine: { top: 140 }, lastLine: { top: 140 } },
      { firstLine: null, lastLine: null },
    ],
  });
});

test('a page without anything has no blocks', () => {
  expect(findPageTables(drawnPage(1, {}), settings).blocks).toStrictEqual([]);
});

describe('rows of a frame around a table', () => {
  const columns = [50, 150, 350];
  const outlineOf = (drawing: Drawing): (string | string[])[] =>
    findPageTables(drawnPage(1, drawing), settings).blocks.map((block) =>
      'runs' in block ? block.runs.map((run) => run.text).join(' ') : block.table.cells.map(({ text }) => text),
    );
  const framed = (above: readonly TextItem[]): Drawing => {
    const table = drawnTable({
      top: 150,
      bottoms: [180, 210],
      columns,
      texts: [
        ['项目名称', '教育经费'],
        ['得分', '10'],
      ],
    });
    return {
      rulings: [...table.rulings, ...ruled([100, 150, 210, 240], [50, 350])],
      textItems: [...above, ...table.textItems],
    };
  };

  test('are no rows where they are blank, or hold lines of different sizes', () => {
    const title = [
      item('附件2', [60, 102]),
      item('项目支出绩效自评表', [100, 114], 16),
      item('(2020年度)', [150, 134]),
    ];
    expect(outlineOf(framed(title))).toStrictEqual([
      '附件2',
      '项目支出绩效自评表',
      '(2020年度)',
      ['项目名称', '教育经费', '得分', '10'],
    ]);
  });

  test('are rows where they hold a text of one size', () => {
    const note = [item('本表由项目单位填写，', [60, 110]), item('一式两份', [60, 122])];
    expect(outlineOf(framed(note))).toStrictEqual([
      ['本表由项目单位填写，一式两份', '项目名称', '教育经费', '得分', '10'],
    ]);
  });
});
