import { describe, expect, test } from 'vitest';
import { type FittedRow, fitRows, type TableModel } from '../../src/forms/fit-rows.ts';
import { dumpTable, rowsOf } from './table-builder.ts';

type Name = 'name' | 'target' | 'actual' | 'score';

const model: TableModel<Name> = {
  places: [null, 'name', 'target', 'actual', 'score'],
  costsOf: () => ({
    cost: (place, text) => {
      const isNumber = /^\d+$/.test(text);
      if (place === 0) return 6;
      if (place === 4) return isNumber ? 0 : 8;
      return isNumber ? 6 : 0.2;
    },
    blankCost: () => 4,
    isName: () => false,
  }),
  beginsRow: (text) => text === '总分',
};

const fitted = (...rows: readonly (readonly string[])[]): readonly FittedRow<Name>[] =>
  fitRows(rowsOf(dumpTable(rows)), model).rows;
const textsOf = ({ cells }: FittedRow<Name>): Record<string, string> =>
  Object.fromEntries(
    [...cells].flatMap(([name, own]) => (own.length > 0 ? [[name, own.map((cell) => cell.text).join('+')]] : [])),
  );

describe('fitRows', () => {
  test('rows that suit their headings are as they are printed, surely', () => {
    const [row] = fitted(['', '印刷数量', '好', '好', '40']);
    expect(row && textsOf(row)).toStrictEqual({ name: '印刷数量', target: '好', actual: '好', score: '40' });
    expect([...(row?.certainties.values() ?? [])]).toStrictEqual([1, 1, 1, 1]);
  });

  test('a row that may be read in two ways is read as its table’s other rows are', () => {
    const full = ['印刷数量', '5次', '6次', '40'];
    const lone = fitted(['印刷数量', '', '6次', '40']).map(textsOf);
    const among = fitted(full, full, full, ['印刷数量', '', '6次', '40'], full, full).map(textsOf);
    expect(among[3]).toStrictEqual({ name: '印刷数量', actual: '6次', score: '40' });
    expect(lone).toStrictEqual([{ name: '印刷数量', actual: '6次', score: '40' }]);
  });

  test('where blanks are left out, a text that two columns could take is doubtful, and the others are not', () => {
    const full = ['印刷数量', '5次', '6次', '40'];
    const row = fitted(full, full, ['印刷数量', '6次', '40'], full)[2];
    expect(row?.certainties.get('target')).toBeLessThan(0.9);
    expect(row?.certainties.get('actual')).toBeLessThan(0.9);
    expect(row?.certainties.get('score')).toBeGreaterThan(0.95);
    expect(row && textsOf(row)).toMatchObject({ name: '印刷数量', score: '40' });
  });

  test('a text left over makes its row doubtful', () => {
    const [row] = fitted(['', '印刷数量', '5次', '6次', '40', '优秀']);
    expect(row?.unread.map((cell) => cell.text)).toStrictEqual(['优秀']);
    expect(row?.certainties.get('score')).toBe(0.8);
  });

  test('rows of more than 64 cells are unread behind those', () => {
    const [row] = fitted(Array.from({ length: 100 }, (_, index) => `文${index}`));
    expect(row?.unread.slice(-36).map((cell) => cell.column)).toStrictEqual(
      Array.from({ length: 36 }, (_, index) => 64 + index),
    );
  });
});
