import { describe, expect, test } from 'vitest';
import { joined, onlyTable, outline, rowsOf } from './joined.ts';
import { type Drawing, drawnTable, item } from './page-builder.ts';

const columns = [50, 150, 250, 350];
/** A page whose table begins at 100 and has a row of 30 points for each entry. */
function page(texts: readonly (readonly string[])[], at = columns): Required<Drawing> {
  return drawnTable({ top: 100, bottoms: texts.map((_, row) => 130 + row * 30), columns: at, texts });
}
const withLines = (drawing: Required<Drawing>, ...lines: readonly [text: string, top: number][]): Drawing => ({
  ...drawing,
  textItems: [...drawing.textItems, ...lines.map(([text, top]) => item(text, [200, top]))],
});

const header = ['一级指标', '二级指标', '得分'];
const first = [header, ['产出指标', '数量指标', '10'], ['', '质量指标', '20']];
const second = [
  ['效益指标', '社会效益', '30'],
  ['满意度指标', '满意度', '40'],
];

describe('a table that runs on', () => {
  test('is one table, whose rows know their pages', () => {
    const table = onlyTable(joined(page(first), page(second)));
    expect(rowsOf(table)).toStrictEqual([...first, ...second]);
    expect(table.rowPages).toStrictEqual([1, 1, 1, 2, 2]);
    expect(table).toMatchObject({ rowCount: 5, columnCount: 3 });
    expect(table.cells.at(-1)?.bounds).toStrictEqual([
      { kind: 'page', page: 2, box: { left: 250, top: 130, right: 350, bottom: 160 } },
    ]);
  });

  test('over three pages is one', () => {
    const table = onlyTable(joined(page(first), page(second), page([['总分', '', '100']])));
    expect(rowsOf(table)).toStrictEqual([...first, ...second, ['总分', '', '100']]);
    expect(table.rowPages).toStrictEqual([1, 1, 1, 2, 2, 3]);
  });

  test('drops the header that is printed again', () => {
    expect(outline(joined(page(first), page([header, ...second])))).toStrictEqual([[...first, ...second]]);
    const table = onlyTable(joined(page(first), page([header, ...second])));
    expect(table.rowPages).toStrictEqual([1, 1, 1, 2, 2]);
  });

  test.each([
    ['a text is blank', ['一级指标', '', '得分']],
    ['a text is cut off', ['一级', '二级指标', '得分']],
  ])('drops the header that is printed again where %s', (_, again) => {
    expect(outline(joined(page(first), page([again, ...second])))).toStrictEqual([[...first, ...second]]);
  });

  test('drops a header that is printed again without the title above it', () => {
    const title = drawnTable({ top: 70, bottoms: [100], columns: [50, 350], texts: [['项目支出绩效自评表']] });
    const titled = {
      rulings: [...title.rulings, ...page(first).rulings],
      textItems: [...title.textItems, ...page(first).textItems],
    };
    expect(outline(joined(titled, page([header, ...second])))).toStrictEqual([
      [['项目支出绩效自评表'], ...first, ...second],
    ]);
  });

  test('drops a header of which the scan lost a wall, or shows a part of it', () => {
    for (const again of [
      ['一级指标', '二级指标得分', ''],
      ['一级指标', '二级指标1得分', ''],
    ]) {
      expect(outline(joined(page(first), page([again, ...second])))).toStrictEqual([[...first, ...second]]);
    }
  });

  test.each([
    ['other words', ['产出指标', '二级指标', '得分']],
    ['one text alone', ['一级指标', '', '']],
  ])('keeps a row that only resembles the header: %s', (_, row) => {
    expect(outline(joined(page(first), page([row, ...second]))).flat()).toContainEqual(row);
  });

  test('keeps a second page that repeats the first as a table of its own', () => {
    expect(outline(joined(page(first), page(first)))).toStrictEqual([first, first]);
  });

  test('drops page numbers and running headers between its parts', () => {
    const pages = [
      withLines(page(first), ['市教育局文件', 30], ['- 1 -', 800]),
      withLines(page(second), ['市教育局文件', 30], ['- 2 -', 800]),
    ];
    expect(outline(joined(...pages))).toStrictEqual(['市教育局文件', [...first, ...second]]);
  });

  test('does not run on over a line that stands only once', () => {
    expect(outline(joined(withLines(page(first), ['填报人: 某', 250]), page(second)))).toStrictEqual([
      first,
      '填报人:某',
      second,
    ]);
    expect(outline(joined(page(first), withLines(page(second), ['附件2', 50])))).toStrictEqual([
      first,
      '附件2',
      second,
    ]);
  });

  test('may be shifted, as margins of odd and even pages are', () => {
    const shifted = page(
      second,
      columns.map((x) => x + 20),
    );
    const table = onlyTable(joined(page(first), shifted));
    expect(rowsOf(table)).toStrictEqual([...first, ...second]);
    expect(table.columnCount).toBe(3);
  });

  test('may have other columns on the next page', () => {
    const table = onlyTable(joined(page(first), page([['总分', '100']], [50, 250, 350])));
    expect(table.columnCount).toBe(3);
    expect(table.cells.slice(-2)).toMatchObject([
      { text: '总分', row: 3, column: 0, columnSpan: 2 },
      { text: '100', row: 3, column: 2, columnSpan: 1 },
    ]);
    const finer = onlyTable(joined(page(first), page([['甲', '乙', '丙', '丁']], [50, 100, 150, 250, 350])));
    expect(finer.columnCount).toBe(4);
    expect(finer.cells[0]).toMatchObject({ text: '一级指标', column: 0, columnSpan: 2 });
    expect(finer.cells.slice(-4)).toMatchObject([{ column: 0 }, { column: 1 }, { column: 2 }, { column: 3 }]);
  });

  test('has nearly the same width', () => {
    const narrower = (width: number): Drawing => page(second, [50, 150, 250, 50 + width]);
    expect(outline(joined(page(first), narrower(294)))).toHaveLength(1);
    expect(outline(joined(page(first), narrower(288)))).toHaveLength(2);
  });

  test('or the same columns beside a margin that was taken for one', () => {
    const fine = [50, 110, 170, 230, 290, 350];
    const row = (text: string): string[] => [1, 2, 3, 4, 5].map((n) => `${text}${n}`);
    const head = page([row('头'), row('甲')], fine);
    const withMargin = page([['', ...row('乙')]], [10, ...fine]);
    const table = onlyTable(joined(head, withMargin));
    expect(table.cells.filter(({ text }) => text.endsWith('3')).map(({ column }) => column)).toStrictEqual([3, 3, 3]);
  });
});

describe('another form', () => {
  const form = (name: string): string[][] => [
    ['项目名称', name, ''],
    ['总分', '', '100'],
  ];

  test('that begins with the same label is not joined', () => {
    expect(outline(joined(page(form('教育经费')), page(form('体育经费'))))).toStrictEqual([
      form('教育经费'),
      form('体育经费'),
    ]);
  });

  test('is not joined to the second page of the one before', () => {
    const pages = [page(form('教育经费')), page(second), page(form('体育经费')), page(second)];
    expect(outline(joined(...pages))).toStrictEqual([
      [...form('教育经费'), ...second],
      [...form('体育经费'), ...second],
    ]);
  });

  test('on the page where one ends stands by itself, and runs on itself', () => {
    const end = page(second);
    const start = drawnTable({ top: 300, bottoms: [330], columns, texts: [['项目名称', '体育经费', '']] });
    const both = { rulings: [...end.rulings, ...start.rulings], textItems: [...end.textItems, ...start.textItems] };
    const rest = [['总分', '', '90']];
    expect(outline(joined(page(form('教育经费')), both, page(rest)))).toStrictEqual([
      [...form('教育经费'), ...second],
      [['项目名称', '体育经费', ''], ...rest],
    ]);
  });
});

test('pages without tables leave their lines', () => {
  expect(outline(joined(withLines({ rulings: [], textItems: [] }, ['封面', 300]), page(first)))).toStrictEqual([
    '封面',
    first,
  ]);
  expect(joined()).toStrictEqual([]);
});
