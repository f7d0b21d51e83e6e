import { describe, expect, test } from 'vitest';
import { cellWith, joined, onlyTable, rowsOf } from './joined.ts';
import { type Drawing, drawnTable, horizontal, item, ruled, vertical } from './page-builder.ts';

/** Room for nine ideographs of ten points in the first column, for seven in the second; three of padding. */
const columns = [50, 146, 222, 300];
const head = ['绩效目标', '完成值', '得分'];
const whole = ['完成全年印刷任务', '100%', '10'];

/** The page before the break: a header, a whole row and the row whose upper part stands before the break. */
const before = (...upper: readonly string[]): Drawing =>
  drawnTable({ top: 100, bottoms: [130, 160, 190], columns, texts: [head, whole, upper] });
/** The page behind it: the lower part, and a whole row. */
const after = (...lower: readonly string[]): Drawing =>
  drawnTable({ top: 60, bottoms: [90, 120], columns, texts: [lower, ['完成宣传工作', '5次', '40']] });
const rowsBetween = (upper: readonly string[], lower: readonly string[]): string[][] => {
  const rows = rowsOf(onlyTable(joined(before(...upper), after(...lower))));
  return rows.slice(2, -1);
};

describe('a row that a page break cuts', () => {
  test('is one where a full line goes on', () => {
    expect(rowsBetween(['保障组织部日常工作\n及各类大型活动会议', '80%', '20'], ['培训的印刷', '', ''])).toStrictEqual([
      ['保障组织部日常工作及各类大型活动会议培训的印刷', '80%', '20'],
    ]);
  });

  test('is one where one part has the words and the other the numbers', () => {
    expect(rowsBetween(['保障组织部日常工作', '', ''], ['及活动', '80%', '20'])).toStrictEqual([
      ['保障组织部日常工作及活动', '80%', '20'],
    ]);
    expect(rowsBetween(['完成印刷', '', ''], ['', '80%', '20'])).toStrictEqual([['完成印刷', '80%', '20']]);
  });

  test('is one where the other part is blank', () => {
    expect(rowsBetween(['完成印刷', '80%', '20'], ['', '', ''])).toStrictEqual([['完成印刷', '80%', '20']]);
    expect(rowsBetween(['', '', ''], ['完成印刷', '80%', '20'])).toStrictEqual([['完成印刷', '80%', '20']]);
  });

  test('keeps what was read and where on both pages', () => {
    const table = onlyTable(joined(before('保障组织部日常工作', '', '20'), after('及活动', '80%', '')));
    const cell = cellWith(table, '保障组织部日常工作及活动');
    expect(cell.raw).toBe('保障组织部日常工作\n及活动');
    expect(cell.bounds).toStrictEqual([
      { kind: 'page', page: 1, box: { left: 50, top: 160, right: 146, bottom: 190 } },
      { kind: 'page', page: 2, box: { left: 50, top: 60, right: 146, bottom: 90 } },
    ]);
    expect(cell.place).toMatchObject({ page: 1, box: { left: 53, top: 162 } });
    expect(cellWith(table, '80%').place).toMatchObject({ page: 2 });
    expect(table.rowPages).toStrictEqual([1, 1, 1, 2]);
    expect(table.rowCount).toBe(4);
  });

  test('goes on behind a list that has not ended', () => {
    expect(rowsBetween(['完成三项工作\n一是印刷；', '', '20'], ['二是宣传', '80%', ''])).toStrictEqual([
      ['完成三项工作一是印刷；二是宣传', '80%', '20'],
    ]);
  });
});

describe('a line is full', () => {
  const rowCount = (upper: string, lower: string): number => rowsBetween([upper, '80%', '20'], [lower, '', '']).length;

  test('where the word behind the break has no room', () => {
    // 60 of 90 points are taken; the word needs 35.
    expect(rowCount('路面技术状况', '（PQI）优良路率')).toBe(1);
    expect(rowCount('路面技术状况', '优良路率（PQI）')).toBe(2);
    expect(rowCount('路面技术状况', 'PQI优良路率')).toBe(2);
    expect(rowCount('建成示范基地达', '10个，')).toBe(2);
    expect(rowCount('建成示范基地共达', '10个，')).toBe(1);
  });

  test('where a range goes on behind its first number', () => {
    expect(rowsBetween(['完成印刷', '不少于30%～', '20'], ['', '40%', ''])).toStrictEqual([
      ['完成印刷', '不少于30%～40%', '20'],
    ]);
  });

  test('but not for a code beside another', () => {
    expect(rowsBetween(['', 'GSCS-2020-0', ''], ['', 'GSCS-2021-1', ''])).toHaveLength(2);
  });
});

describe('a break between two rows', () => {
  test.each([
    ['texts that end before their line does', ['完成印刷', '80%', '20'], ['完成宣传', '90%', '30']],
    ['full lines beside two numbers', ['保障组织部日常工作', '80%', '20'], ['完成宣传', '90%', '30']],
    ['two numbers alone', ['', '', '20'], ['', '', '30']],
    ['two numbers, and words of one row', ['完成印刷', '', '20'], ['', '', '30']],
    ['two full lines and two numbers', ['保障组织部日常工作', '', '20'], ['保障部机关日常运转', '', '30']],
  ])('leaves both: %s', (_, upper, lower) => {
    expect(rowsBetween(upper, lower)).toStrictEqual([upper, lower]);
  });

  test('never makes one number of the numbers of two rows, whatever their length', () => {
    for (const [upper, lower] of [
      ['1', '2'],
      ['1532.63', '92'],
      ['100%', '95%'],
      ['12,345', '678'],
      ['66.61', '.5'],
    ]) {
      const rows = rowsBetween(['完成印刷', upper ?? '', '10'], ['完成宣传', lower ?? '', '20']);
      expect(rows).toStrictEqual([
        ['完成印刷', upper, '10'],
        ['完成宣传', lower, '20'],
      ]);
    }
  });

  test('a number that fills its cell to the last digit goes on', () => {
    // The second column has room for fourteen digits.
    expect(rowsBetween(['完成印刷', '12345678901234', ''], ['', '567', '20'])).toStrictEqual([
      ['完成印刷', '12345678901234567', '20'],
    ]);
    expect(rowsBetween(['完成印刷', '123456789012', ''], ['', '567', '20'])).toHaveLength(2);
  });
});

describe('a merged cell that a page break cuts', () => {
  const edges = [50, 146, 222, 300];
  /** The first column is merged over both rows of a page; the others are not. */
  const merged = (top: number, level: string, rows: readonly (readonly [string, string])[]): Drawing => {
    const bottom = top + rows.length * 30;
    const inner = rows.slice(1).map((_, row) => horizontal(top + (row + 1) * 30, [146, 300]));
    const texts = rows.flatMap(([name, score], row) => [
      item(name, [149, top + row * 30 + 2]),
      item(score, [225, top + row * 30 + 2]),
    ]);
    const label = level === '' ? [] : [item(level, [53, top + 2])];
    return {
      rulings: [
        ...ruled([top, bottom], [50, 300]),
        ...inner,
        vertical(146, [top, bottom]),
        vertical(222, [top, bottom]),
      ],
      textItems: [...label, ...texts],
    };
  };

  test('is one where its second part is blank', () => {
    const pages = [
      merged(100, '产出指标', [
        ['数量', '10'],
        ['质量', '20'],
      ]),
      merged(60, '', [
        ['时效', '5'],
        ['成本', '15'],
      ]),
    ];
    const table = onlyTable(joined(...pages));
    expect(cellWith(table, '产出指标')).toMatchObject({ row: 0, rowSpan: 4, columnSpan: 1 });
    expect(rowsOf(table)).toStrictEqual([
      ['产出指标', '数量', '10'],
      ['质量', '20'],
      ['时效', '5'],
      ['成本', '15'],
    ]);
    expect(cellWith(table, '产出指标').bounds).toHaveLength(2);
    expect(table.columnCount).toBe(edges.length - 1);
  });

  test('is one where its first part is blank', () => {
    const pages = [
      merged(100, '', [
        ['数量', '10'],
        ['质量', '20'],
      ]),
      merged(60, '产出指标', [
        ['时效', '5'],
        ['成本', '15'],
      ]),
    ];
    expect(cellWith(onlyTable(joined(...pages)), '产出指标')).toMatchObject({ row: 0, rowSpan: 4 });
  });

  test('is two where both parts have a name', () => {
    const pages = [
      merged(100, '产出指标', [
        ['数量', '10'],
        ['质量', '20'],
      ]),
      merged(60, '效益指标', [
        ['社会', '5'],
        ['经济', '15'],
      ]),
    ];
    const table = onlyTable(joined(...pages));
    expect(cellWith(table, '产出指标')).toMatchObject({ row: 0, rowSpan: 2 });
    expect(cellWith(table, '效益指标')).toMatchObject({ row: 2, rowSpan: 2 });
  });

  test('with a weight in brackets cut from its name is one', () => {
    const table = (name: string, rest: string): string[] =>
      rowsOf(
        onlyTable(
          joined(
            merged(100, name, [
              ['数量', '10'],
              ['质量', '20'],
            ]),
            merged(60, rest, [
              ['时效', '5'],
              ['成本', '15'],
            ]),
          ),
        ),
      )[0] ?? [];
    // Nine characters fill the line.
    expect(table('经济社会生态效益指标', '(50分)')[0]).toBe('经济社会生态效益指标(50分)');
    expect(table('可持续影响指标(50', '分)')[0]).toBe('可持续影响指标(50分)');
  });
});

test('whole texts as high as their rows are not one, though they touch the break', () => {
  const page = (top: number, texts: readonly [string, string]): Drawing => {
    const rulings = ruled([top, top + 24], columns);
    const lines = texts.map((line, index) => item(line, [53, top + 1 + index * 12]));
    return { rulings, textItems: [...lines, item('5次', [149, top + 7]), item('10', [225, top + 7])] };
  };
  const table = onlyTable(
    joined(
      page(100, ['完成全年印刷任务的', '质量与时效双达标率']),
      page(60, ['群众对宣传工作的总', '体满意程度的百分比']),
    ),
  );
  expect(rowsOf(table)).toStrictEqual([
    ['完成全年印刷任务的质量与时效双达标率', '5次', '10'],
    ['群众对宣传工作的总体满意程度的百分比', '5次', '10'],
  ]);
});

test('one line that the break runs through, drawn on both pages, is read once', () => {
  const upper: Drawing = {
    rulings: ruled([100, 130, 160], columns),
    textItems: [
      item('绩效目标', [53, 102]),
      item('产出指标', [53, 153]),
      item('数量', [149, 140]),
      item('10', [225, 140]),
    ],
  };
  const lower: Drawing = {
    rulings: ruled([60, 90], columns),
    textItems: [item('产出指标', [53, 53]), item('质量', [149, 68]), item('20', [225, 68])],
  };
  expect(rowsOf(onlyTable(joined(upper, lower)))).toStrictEqual([
    ['绩效目标', '', ''],
    ['产出指标', '数量', '10'],
    ['质量', '20'],
  ]);
});
