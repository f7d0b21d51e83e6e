import { describe, expect, test } from 'vitest';
import { cellsBelow, type Header, readHeader } from '../../src/forms/columns.ts';
import type { FlowRow } from '../../src/forms/flow.ts';
import { dumpTable, rowsOf, ruledTable } from './table-builder.ts';

const labels = [
  { name: 'level', labels: ['一级指标'] },
  { name: 'target', labels: ['预期指标值', '年度指标值'] },
  { name: 'score', labels: ['得分'] },
];
type Name = string;

function headerOf([row]: readonly FlowRow[]): Header<Name> {
  if (row === undefined) throw new Error('There is no row');
  return readHeader<Name>(row, labels);
}
const spans = ({ columns }: Header<Name>): [string, number, number][] =>
  columns.map(({ name, from, end }): [string, number, number] => [name, from, end]).sort((a, b) => a[1] - b[1]);

function below(rows: readonly FlowRow[], name: Name): string[] {
  const header = headerOf(rows);
  const column = header.columns.find((candidate) => candidate.name === name);
  return rows.slice(1).map((row) =>
    column === undefined
      ? 'no column'
      : cellsBelow(header, column, row)
          .map((cell) => cell.text)
          .join('|'),
  );
}

describe('readHeader', () => {
  test('exact headings cover their cells', () => {
    const rows = rowsOf(ruledTable([['四、指标', '一级指标', { text: '预期指标值', across: 2 }, '得分']]));
    expect(spans(headerOf(rows))).toStrictEqual([
      ['level', 1, 2],
      ['target', 2, 4],
      ['score', 4, 5],
    ]);
  });

  test('implied headings reach to the next one, the last to the end', () => {
    const rows = rowsOf(dumpTable([['四、指标', '一级指标', '预期指标值', '', '得分', '']]));
    expect(spans(headerOf(rows))).toStrictEqual([
      ['level', 1, 2],
      ['target', 2, 4],
      ['score', 4, Number.POSITIVE_INFINITY],
    ]);
  });

  test('headings that no label fits are reported; those left of the first column are not', () => {
    const rows = rowsOf(ruledTable([['绩效指标', '一级指标', '责任处室', '得分', '']]));
    const { unknown, columns } = headerOf(rows);
    expect(unknown.map((cell) => cell.text)).toStrictEqual(['责任处室']);
    expect(columns.map((column) => column.name).sort()).toStrictEqual(['level', 'score']);
  });

  test('a damaged heading is known, but less surely', () => {
    const { columns, unknown } = headerOf(rowsOf(ruledTable([['一级旨标', '年度指标值', '得分']])));
    expect(unknown).toStrictEqual([]);
    expect(columns.find((column) => column.name === 'level')?.certainty).toBeCloseTo(0.925, 9);
    expect(columns.find((column) => column.name === 'target')?.certainty).toBe(1);
  });

  test('a heading that began in a row above is none of this row', () => {
    const rows = rowsOf(ruledTable([[{ text: '一级指标', down: 2 }, '预期指标值'], ['得分']]));
    expect(headerOf(rows.slice(1)).columns.map((column) => column.name)).toStrictEqual(['score']);
  });
});

describe('cellsBelow', () => {
  test('are those of its columns', () => {
    const rows = rowsOf(
      ruledTable([
        ['一级指标', { text: '预期指标值', across: 2 }, '得分'],
        ['产出', '80', '90', '10'],
        [{ text: '产出', across: 2 }, '90', '10'],
        ['产出', { text: '80', across: 3 }],
      ]),
    );
    expect(below(rows, 'target')).toStrictEqual(['80|90', '产出|90', '80']);
    expect(below(rows, 'score')).toStrictEqual(['10', '10', '80']);
  });

  test('of another table go by their sides on the page', () => {
    const head = ruledTable([['一级指标', { text: '预期指标值', across: 2 }, '得分']]);
    // One column less: its second is as wide as the heading's two.
    const other = ruledTable([['产出', '80', '', '10']]);
    const moved = {
      ...other,
      cells: other.cells.flatMap((cell) =>
        cell.text === '' ? [] : [{ ...cell, column: cell.column === 3 ? 2 : cell.column, columnSpan: 1 }],
      ),
      columnCount: 3,
    };
    expect(below(rowsOf(head, moved), 'score')).toStrictEqual(['10']);
    expect(below(rowsOf(head, moved), 'target')).toStrictEqual(['80']);
  });

  test('a cell that hardly reaches below a heading is not', () => {
    const head = ruledTable([['一级指标', '预期指标值', '得分']]);
    const other = ruledTable([['产出', '80', '10']]);
    const shifted = (byPt: number): typeof other => ({
      ...other,
      cells: other.cells.map((cell) => ({
        ...cell,
        bounds: cell.bounds.map((bound) => ({
          ...bound,
          box: { ...bound.box, left: bound.box.left + byPt, right: bound.box.right + byPt },
        })),
      })),
    });
    expect(below(rowsOf(head, shifted(40)), 'score')).toStrictEqual(['10']);
    expect(below(rowsOf(head, shifted(-60)), 'target')).toStrictEqual(['10']);
  });
});
