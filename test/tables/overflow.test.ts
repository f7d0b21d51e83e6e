import { expect, test } from 'vitest';
import { findPageTables } from '../../src/tables/page-tables.ts';
import { drawnPage, horizontal, item, settings, vertical } from './page-builder.ts';

/** A page that ends within the first column's merged cell: its lower border is drawn for the second column alone. */
const rulings = [
  horizontal(100, [50, 200]),
  horizontal(130, [120, 200]),
  ...[50, 120, 200].map((x) => vertical(x, [100, 130])),
];
const level = [item('满意度', [53, 105]), item('指标（1', [53, 118])];

function outline(below: readonly ReturnType<typeof item>[], more = rulings): (string | string[])[] {
  const page = drawnPage(1, { rulings: more, textItems: [...level, item('满意率', [123, 110]), ...below] });
  return findPageTables(page, settings).blocks.map((block) =>
    'runs' in block ? block.runs.map((run) => run.text).join() : block.table.cells.map((cell) => cell.text),
  );
}

test('lines that hang out of a cell without a lower border are its own', () => {
  expect(outline([item('0分）', [53, 131])])).toStrictEqual([['满意度指标（10分）', '满意率']]);
  expect(outline([item('0分', [53, 131]), item('）', [53, 144])])).toStrictEqual([['满意度指标（10分）', '满意率']]);
});

test.each([
  ['below a border', item('0分）', [53, 131]), [...rulings, horizontal(130, [50, 120])]],
  ['further down', item('0分）', [53, 136]), rulings],
  ['of another size', item('0分）', [53, 131], 14), rulings],
  ['wider than the cell', item('0分），请填报人注明', [53, 131]), rulings],
  ['below another column, which has a border', item('0分）', [123, 131]), rulings],
])('a line %s is no part of the table', (_, below, drawn) => {
  expect(outline([below], drawn)).toStrictEqual([['满意度指标（1', '满意率'], below.text]);
});
