import { describe, expect, test } from 'vitest';
import type { TextLine } from '../../src/model/table.ts';
import { recurringLines, withoutPageNumbers } from '../../src/tables/furniture.ts';
import { findPageTables, type PageBlocks } from '../../src/tables/page-tables.ts';
import { drawnPage, drawnTable, item, settings } from './page-builder.ts';

type Lines = readonly (readonly [text: string, top: number])[];
function page(number: number, lines: Lines, columns: readonly number[] = [50, 150]): PageBlocks {
  const table = drawnTable({ top: 100, bottoms: [130], columns, texts: [['表']] });
  const textItems = [...lines.map(([text, top]) => item(text, [250, top])), ...table.textItems];
  return findPageTables(drawnPage(number, { ...table, textItems }), settings);
}
const linesOf = ({ blocks }: PageBlocks): TextLine[] => blocks.filter((block) => 'runs' in block);
const kept = (content: PageBlocks): string[] =>
  withoutPageNumbers(content.blocks).map((block) =>
    'runs' in block ? block.runs.map((run) => run.text).join('') : '表',
  );

describe('withoutPageNumbers', () => {
  test.each([
    '3',
    '- 3 -',
    '— 3 —',
    '－3－',
    '第3页',
    '第 3 页 共 14 页',
    '第3页，共14页',
    '3/14',
    'Page 3 of 14',
    '·3·',
  ])('%s is dropped above and below', (number) => {
    expect(kept(page(1, [[number, 800]]))).toStrictEqual(['表']);
    expect(kept(page(1, [[number, 20]]))).toStrictEqual(['表']);
  });

  test.each(['填报人', '2019年度', '附件2', '第3章', '3月', '1.5', '100%', '表3', '86686104', '0311-86686104'])(
    '%s is not',
    (text) => {
      expect(kept(page(1, [[text, 800]]))).toStrictEqual(['表', text]);
    },
  );

  test('only the first and the last block are page numbers', () => {
    expect(
      kept(
        page(1, [
          ['3', 780],
          ['填报人', 800],
        ]),
      ),
    ).toStrictEqual(['表', '3', '填报人']);
    expect(
      kept(
        page(1, [
          ['填报人', 780],
          ['3', 800],
        ]),
      ),
    ).toStrictEqual(['表', '填报人']);
    expect(
      kept(
        page(1, [
          ['3', 20],
          ['4', 800],
        ]),
      ),
    ).toStrictEqual(['表']);
  });
});

describe('recurringLines', () => {
  const recurs = (pages: readonly Lines[]): boolean[][] => {
    const all = pages.map((lines, index) => page(index + 1, lines));
    const isRecurring = recurringLines(all);
    return all.map((content) => linesOf(content).map(isRecurring));
  };

  test('the same words at the same height on two pages recur, whatever their digits', () => {
    expect(recurs([[['市教育局', 20]], [['市教育局', 20]]])).toStrictEqual([[true], [true]]);
    expect(recurs([[['2019 第1页', 20]], [['2019 第12页', 20]]])).toStrictEqual([[true], [true]]);
    expect(recurs([[['市 教育局', 20]], [['市教育局', 22]]])).toStrictEqual([[true], [true]]);
    expect(recurs([[['市教育局', 20]], [['市教育局', 23]], [['市教育局', 26]]])).toStrictEqual([
      [true],
      [true],
      [true],
    ]);
  });

  test('other words, another height or one page do not', () => {
    expect(recurs([[['市教育局', 20]], [['市公安局', 20]]])).toStrictEqual([[false], [false]]);
    expect(recurs([[['市教育局', 20]], [['市教育局', 40]]])).toStrictEqual([[false], [false]]);
    expect(
      recurs([
        [
          ['市教育局', 20],
          ['市教育局', 22.1],
        ],
      ])[0],
    ).not.toContain(true);
  });
});

test('the running header of scanned pages slips with the sheets; that of other pages does not', () => {
  const scanned = (content: PageBlocks): PageBlocks => ({
    ...content,
    page: { ...content.page, mesh: { columns: 2, rows: 2, places: [] } },
  });
  const pages = [page(1, [['2019年度决算公开', 60]]), page(2, [['2019年度决算公开', 85]])];
  const recurring = (of: readonly PageBlocks[]): boolean[] => of.flatMap(linesOf).map(recurringLines(of));
  expect(recurring(pages)).toStrictEqual([false, false]);
  expect(recurring(pages.map(scanned))).toStrictEqual([true, true]);
});
