import { expect, test } from 'vitest';
import type { Ruling } from '../../src/model/page.ts';
import { joinPages } from '../../src/tables/join-pages.ts';
import { findPageTables } from '../../src/tables/page-tables.ts';
import { drawnPage, drawnTable, horizontal, item, settings, vertical } from './page-builder.ts';

/**
 * Work that grows with the square of the input takes minutes at these sizes; what is measured here took 0.3 to 0.6 s of
 * processor time, other programs running or not (two cores, 2026).
 */
const limitMs = 10_000;

function processorMs(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / 1000;
}

test('a page of 80,000 rulings, four for each of 20,000 boxes that stand apart', () => {
  const rulings: Ruling[] = [];
  for (let row = 0; row < 400; row++) {
    for (let column = 0; column < 50; column++) {
      const [left, top] = [column * 50, row * 20];
      rulings.push(
        horizontal(top, [left, left + 45]),
        horizontal(top + 15, [left, left + 45]),
        vertical(left, [top, top + 15]),
        vertical(left + 45, [top, top + 15]),
      );
    }
  }
  const textItems = Array.from({ length: 10_000 }, (_, index) => item('12', [(index % 50) * 50 + 3, index % 400]));
  const page = drawnPage(1, { rulings, textItems });
  expect(processorMs(() => findPageTables(page, settings))).toBeLessThan(limitMs);
});

test('a table over 200 pages', () => {
  const columns = [0, 90, 180, 270, 360, 450, 540];
  const pages = Array.from({ length: 200 }, (_, page) => {
    const texts = Array.from({ length: 40 }, (__, row) => columns.slice(1).map((x) => `${page}/${row}/${x}`));
    return drawnTable({ top: 50, bottoms: texts.map((__, row) => 70 + row * 18), columns, texts });
  });
  const found = pages.map((page, index) => findPageTables(drawnPage(index + 1, page), settings));
  let blocks: ReturnType<typeof joinPages> = [];
  expect(processorMs(() => (blocks = joinPages(found, settings)))).toBeLessThan(limitMs);
  expect(blocks).toMatchObject([{ rowCount: 8000, columnCount: 6 }]);
});
