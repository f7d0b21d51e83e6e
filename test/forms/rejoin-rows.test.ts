import { describe, expect, test } from 'vitest';
import type { FlowRow } from '../../src/forms/flow.ts';
import { rejoinHeader, rejoinRows } from '../../src/forms/rejoin-rows.ts';
import { dumpTable, rowsOf } from './table-builder.ts';

/** A row of a name, a target and a score; everything else costs much. */
function costOf({ cells }: FlowRow): number {
  const [name = '', target = '', score = ''] = cells.map((cell) => cell.text);
  const odd = [/^\p{L}/u.test(name), target !== '', /^\d+$/.test(score)].filter((suits) => !suits).length;
  return odd * 4 + Math.abs(cells.length - 3) * 3;
}

const lines = (...texts: readonly (readonly string[])[]): FlowRow[] => rowsOf(dumpTable(texts));
const looks = { costOf, maxCells: 6, beginsRow: (text: string) => text === '总分' };
const textsOf = (row: FlowRow): string[] => row.cells.map((cell) => cell.text);

function rejoined(...texts: readonly (readonly string[])[]): { rows: string[][]; lone: string[] } {
  const { rows, loneLines } = rejoinRows(lines(...texts), looks);
  return { rows: rows.map(textsOf), lone: loneLines.map((cell) => cell.text) };
}

const whole = ['印刷数量', '≥5次', '10'];

describe('rejoinRows', () => {
  test('rows that are whole stay apart', () => {
    expect(rejoined(whole, whole)).toStrictEqual({ rows: [whole, whole], lone: [] });
  });

  test.each([
    [
      'in one cell',
      [
        ['印刷数量', '≥5'],
        ['次', '10'],
      ],
    ],
    ['over three lines', [['印'], ['刷'], ['数量', '≥5次', '10']]],
    ['in two cells', [['印刷'], ['数量', '≥5'], ['次', '10']]],
  ])('a row broken %s is one', (_, pieces) => {
    expect(rejoined(whole, ...pieces, whole)).toStrictEqual({ rows: [whole, whole, whole], lone: [] });
  });

  test('says where joined cells stand, and how surely they are one', () => {
    const { rows } = rejoinRows(lines(['印刷数量', '≥5'], ['次', '10']), looks);
    expect(rows[0]?.cells.map(({ column, end, confidence }) => [column, end, confidence])).toStrictEqual([
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
    ]);
    expect(rows[0]?.cells[1]).toMatchObject({ raw: '≥5\n次', place: { line: 1, column: 2 } });
  });

  test('digits on both sides of a seam may be two numbers', () => {
    const { rows } = rejoinRows(lines(['印刷数量', '5'], ['0', '10']), looks);
    expect(rows[0]?.cells[1]).toMatchObject({ text: '50', confidence: 0.5 });
  });

  test('a line that begins a row goes on with none', () => {
    expect(rejoined(['印刷数量', '≥5次'], ['总分', '10']).rows).toStrictEqual([
      ['印刷数量', '≥5次'],
      ['总分', '10'],
    ]);
  });

  test('a blank on either side is no seam', () => {
    expect(rejoined(['印刷数量', ''], ['≥5次', '10']).rows).toHaveLength(2);
    expect(rejoined(['印刷数量', '≥5'], ['', '10']).rows).toHaveLength(2);
  });

  test('a page’s mark and a lone line are no rows, and the line is told', () => {
    expect(rejoined(whole, ['- 2 -'], whole, ['教育局自评'], whole)).toStrictEqual({
      rows: [whole, whole, whole],
      lone: ['教育局自评'],
    });
  });
});

describe('rejoinHeader', () => {
  const labels = ['一级指标', '预期指标值', '自评得分'].map((label) => ({ labels: [label] }));
  const header = (...texts: readonly (readonly string[])[]): string[][] => {
    const [first, ...body] = lines(...texts);
    if (first === undefined) throw new Error('There is no row');
    const found = rejoinHeader(first, body, labels);
    return [found.header, ...found.body].map(textsOf);
  };

  test('takes what follows as far as headings get better', () => {
    expect(header(['一级指标', '预期'], ['指标值', '自评'], ['得分'], whole)).toStrictEqual([
      ['一级指标', '预期指标值', '自评得分'],
      whole,
    ]);
  });

  test('leaves a whole header alone', () => {
    expect(header(['一级指标', '预期指标值', '自评得分'], whole)).toStrictEqual([
      ['一级指标', '预期指标值', '自评得分'],
      whole,
    ]);
  });
});
