import { describe, expect, test } from 'vitest';
import { type GoalsReading, readGoals } from '../../src/forms/read-goals.ts';
import type { Table } from '../../src/model/table.ts';
import { dumpTable, headedRowsOf, ruledTable, sectionOf, shijiazhuang, valuesOf } from './table-builder.ts';

function read(table: Table): GoalsReading {
  const { header, body } = headedRowsOf(table);
  return readGoals(header, body, sectionOf(shijiazhuang, 'goals'));
}
const goalsOf = (table: Table): object[] => read(table).goals.map((goal) => valuesOf(goal));

const head = ['三、目标完成情况', '年度预期目标', '', '具体完成情况', '', '总体完成率'];
const goal = { expected: '开放6个场馆', actual: '6个场馆全年开放', completionRate: 98 };

describe('readGoals', () => {
  test.each([
    ['as it is printed', ['', '开放6个场馆', '', '6个场馆全年开放', '', '98%']],
    ['without blanks', ['开放6个场馆', '6个场馆全年开放', '98%']],
    ['without its first blank', ['开放6个场馆', '', '6个场馆全年开放', '', '98%']],
    ['with a blank too many', ['', '', '开放6个场馆', '', '6个场馆全年开放', '', '98%']],
    [
      'with merged cells in each place',
      ['三、目标完成情况', '开放6个场馆', '开放6个场馆', '6个场馆全年开放', '6个场馆全年开放', '98%'],
    ],
  ])('reads a row of a dump %s', (_, row) => {
    expect(goalsOf(dumpTable([head, row]))).toStrictEqual([goal]);
  });

  test('reads each row, and one blank goal where there is none', () => {
    const table = ruledTable([head, ['', '甲', '', '乙', '', '100%'], ['', '丙', '', '丁', '', '']]);
    expect(goalsOf(table)).toStrictEqual([
      { expected: '甲', actual: '乙', completionRate: 100 },
      { expected: '丙', actual: '丁' },
    ]);
    expect(goalsOf(ruledTable([head]))).toStrictEqual([{}]);
  });
});
