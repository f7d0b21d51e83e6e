import { expect, test } from 'vitest';
import { indicatorsIn } from './indicator-tables.ts';
import { dumpTable, ruledTable, shijiazhuang, type SpanningCell } from './table-builder.ts';
import type { Table } from '../../src/model/table.ts';

const head = ['一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'];
const values = ['≥100份', '120', '30'];

/** The first two levels of each row with how sure they are. */
function levelsIn(table: Table): unknown[] {
  const { indicators } = indicatorsIn(shijiazhuang, table);
  return indicators.map(({ level1, level2 }) => [level1.value, level1.certainty, level2.value, level2.certainty]);
}
const merged: (string | SpanningCell)[][] = [
  [{ text: '产出指标', down: 2 }, '数量指标', '印刷数量', ...values],
  ['质量指标', '合格率', ...values],
];
const ownBlank = ['', '社会效益指标', '知晓率', ...values];
const sure = ['产出指标', 1, '社会效益指标', 1];
const doubtful = ['产出指标', 0.8, '社会效益指标', 1];

test('a blank of its own in a table that merges levels is doubtful', () => {
  expect(levelsIn(ruledTable([head, ...merged, ownBlank])).at(-1)).toStrictEqual(doubtful);
});

test('so is one in a table that repeats them', () => {
  const repeated = ['数量指标', '质量指标'].map((level2) => ['产出指标', level2, '印刷数量', ...values]);
  expect(levelsIn(ruledTable([head, ...repeated, ownBlank])).at(-1)).toStrictEqual(doubtful);
});

test('where a table prints a level but once, blanks below are it', () => {
  const [first] = [['产出指标', '数量指标', '印刷数量', ...values]];
  expect(levelsIn(ruledTable([head, first ?? [], ownBlank])).at(-1)).toStrictEqual(sure);
});

test('a blank on the next page may be the rest of a cell that the break cut', () => {
  expect(levelsIn(ruledTable([head, ...merged, ownBlank], [1, 1, 1, 2])).at(-1)).toStrictEqual(sure);
});

test('in a dump blanks stand for merged cells', () => {
  const repeated = ['数量指标', '质量指标'].map((level2) => ['产出指标', level2, '印刷数量', ...values]);
  expect(levelsIn(dumpTable([head, ...repeated, ownBlank])).at(-1)).toStrictEqual(sure);
});
