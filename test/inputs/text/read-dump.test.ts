import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../../samples/generate/render/gb18030.ts';
import { readDump } from '../../../src/inputs/text/read-dump.ts';
import type { GriddedPage } from '../../../src/model/page.ts';

function blocksOf(text: string): GriddedPage['blocks'] {
  const [page] = readDump(Buffer.from(text)).pages;
  expect(page).toMatchObject({ kind: 'gridded', number: 1 });
  return page?.kind === 'gridded' ? page.blocks : [];
}

/** Lines as they are, tables as their cells' texts by row. */
function outline(text: string): (string | string[][])[] {
  return blocksOf(text).map((block) => {
    if (block.kind === 'line') return block.text;
    const rows: string[][] = [];
    for (const cell of block.cells) (rows[cell.row] ??= [])[cell.column] = cell.text;
    return rows;
  });
}

describe('readDump', () => {
  test('lines with tabs that follow one another are one table', () => {
    expect(outline('附件2\n\n标题\n甲\t乙\n\t丙\n\n填报人: 某')).toStrictEqual([
      '附件2',
      '标题',
      [
        ['甲', '乙'],
        ['', '丙'],
      ],
      '填报人: 某',
    ]);
  });

  test('a line without tabs between two rows is a row of one cell', () => {
    expect(outline('甲\t乙\n绩效指标\n丙\t丁')).toStrictEqual([[['甲', '乙'], ['绩效指标'], ['丙', '丁']]]);
  });

  test('a line without tabs at a table’s end, or parted from it by a blank line, is none of its rows', () => {
    expect(outline('甲\t乙\n填报人')).toStrictEqual([[['甲', '乙']], '填报人']);
    expect(outline('甲\t乙\n\n标题\n丙\t丁')).toStrictEqual([[['甲', '乙']], '标题', [['丙', '丁']]]);
    expect(outline('标题\n丙\t丁')).toStrictEqual(['标题', [['丙', '丁']]]);
  });

  test('a blank line ends a table', () => {
    expect(outline('甲\t乙\n \n丙\t丁')).toStrictEqual([[['甲', '乙']], [['丙', '丁']]]);
  });

  test.each(['\r\n', '\r', '\n'])('lines end with %j', (end) => {
    expect(outline(['甲\t乙', '丙\t丁', '', '戊'].join(end))).toStrictEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      '戊',
    ]);
  });

  test('every cell says its line and column from 1, and what was read', () => {
    const [title, table] = blocksOf('\ufeff  标题 \n甲\t  乙 \t$\\geq 90\\%$');
    expect(title).toStrictEqual({
      kind: 'line',
      text: '标题',
      raw: '标题',
      place: { kind: 'text', line: 1, column: 3 },
      confidence: 1,
    });
    expect(table).toMatchObject({
      spans: 'implied',
      cells: [
        { text: '甲', row: 0, column: 0, rowSpan: 1, columnSpan: 1, place: { line: 2, column: 1 } },
        { text: '乙', raw: '乙', column: 1, place: { line: 2, column: 5 } },
        { text: '≥90%', raw: '$\\geq 90\\%$', column: 2, place: { line: 2, column: 8 } },
      ],
    });
  });

  test('a cell in quotes keeps its lines, and bars at a cell’s ends are none of it', () => {
    const [table] = blocksOf('甲\t"乙\n丙"\t| 5 |');
    expect(table).toMatchObject({
      cells: [
        { text: '甲' },
        { text: '乙\n丙', raw: '乙\n丙', place: { line: 1, column: 3 } },
        { text: '5', raw: '| 5 |', confidence: 1 },
      ],
    });
  });

  test('digits on both sides of a break may be two numbers', () => {
    const [table] = blocksOf('甲\t"12\n34"\t"≥3次\n5"');
    expect(table).toMatchObject({ cells: [{}, { text: '12\n34', confidence: 0.5 }, { confidence: 1 }] });
  });

  test('byte order marks between files that were put together are dropped', () => {
    expect(outline('\ufeff标题\n\ufeff甲\t\ufeff82')).toStrictEqual(['标题', [['甲', '82']]]);
  });

  test('GB18030 is read as well', () => {
    const { pages, problems } = readDump(encodeGb18030('项目名称\t组织部'));
    expect(problems).toStrictEqual([]);
    expect(pages).toMatchObject([{ blocks: [{ cells: [{ text: '项目名称' }, { text: '组织部' }] }] }]);
  });

  test('bytes that cannot be decoded are a problem, and no confidence is left in their cell', () => {
    const bytes = Buffer.concat([Buffer.from('预算数\t8'), Buffer.from([0xff]), Buffer.from('2\t90')]);
    const { pages, problems } = readDump(bytes);
    expect(problems).toMatchObject([{ code: 'broken-encoding', stage: 'read' }]);
    expect(problems[0]?.message).toMatch(/^1 places .*UTF-8/);
    const cells = [{ confidence: 1 }, { text: '8\ufffd2', confidence: 0 }, { confidence: 1 }];
    expect(pages).toMatchObject([{ blocks: [{ cells }] }]);
  });

  test('nothing gives one page without blocks', () => {
    expect(readDump(new Uint8Array())).toStrictEqual({
      pages: [{ kind: 'gridded', number: 1, blocks: [] }],
      problems: [],
    });
  });
});
