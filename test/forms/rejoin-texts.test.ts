import { describe, expect, test } from 'vitest';
import type { FlowRow } from '../../src/forms/flow.ts';
import { isOwnPrint, rejoinTexts } from '../../src/forms/rejoin-texts.ts';
import type { TextLine } from '../../src/model/table.ts';
import { dumpTable, rowsOf, ruledTable, shijiazhuang } from './table-builder.ts';

/** A line of a dump. */
function dumpLine(text: string, at: number): TextLine {
  return {
    kind: 'line',
    page: 1,
    runs: [{ text, raw: text, place: { kind: 'text', line: at, column: 1 }, confidence: 1 }],
  };
}
const texts = (rows: readonly FlowRow[]): string[][] => rows.map((row) => row.cells.map((cell) => cell.text));
const rejoined = (rows: readonly (readonly string[])[], ...behind: readonly string[]): string[][] =>
  texts(
    rejoinTexts(
      rowsOf(dumpTable(rows), ...behind.map((text, index) => dumpLine(text, rows.length + 1 + index))),
      shijiazhuang,
    ),
  );

describe('rejoinTexts', () => {
  test('a line right behind a text is the rest of it', () => {
    expect(
      rejoined([
        ['一、基本情况', '项目名称', '教育'],
        ['经费', '实施单位', '教育局'],
      ]),
    ).toStrictEqual([['一、基本情况', '项目名称', '教育经费', '实施单位', '教育局']]);
    expect(
      rejoined(
        [
          ['五、存在问题、原因及下一步整改措施', '进一步'],
          ['完善', '', ''],
        ],
        '制度',
      ),
    ).toStrictEqual([['五、存在问题、原因及下一步整改措施', '进一步完善', '', ''], ['制度']]);
    expect(rejoined([['五、存在问题、原因及下一步整改措施', '进一步']], '完善', '制度')).toStrictEqual([
      ['五、存在问题、原因及下一步整改措施', '进一步完善制度'],
    ]);
  });

  test.each([['填报人: 马建尧'], ['联系电话'], ['单位负责人：某'], ['市级部门预算项目绩效自评表'], ['- 3 -']])(
    'a label, a title or a page’s mark is not: %s',
    (behind) => {
      expect(rejoined([['五、存在问题、原因及下一步整改措施', '进一步']], behind)).toStrictEqual([
        ['五、存在问题、原因及下一步整改措施', '进一步'],
        [behind],
      ]);
    },
  );

  test('what stands behind a label alone, or a line further down, is not', () => {
    expect(
      rejoined([
        ['一、基本情况', '项目名称'],
        ['教育经费', ''],
      ]),
    ).toHaveLength(2);
    const [row] = rowsOf(dumpTable([['五、存在问题、原因及下一步整改措施', '进一步']]));
    const [line] = rowsOf(dumpLine('完善', 3));
    expect(row && line && rejoinTexts([row, line], shijiazhuang)).toHaveLength(2);
  });

  test('pages are left alone', () => {
    expect(
      texts(
        rejoinTexts(
          rowsOf(
            ruledTable([
              ['项目名称', '教育'],
              ['经费', ''],
            ]),
          ),
          shijiazhuang,
        ),
      ),
    ).toHaveLength(2);
  });
});

test.each([
  ['市级部门预算项目绩效自评表', true],
  ['四、年度绩效指标完成情况', true],
  ['绩效指标完成', true],
  ['进一步完善', false],
])('isOwnPrint: %s %s', (text, is) => {
  expect(isOwnPrint(text, shijiazhuang)).toBe(is);
});
