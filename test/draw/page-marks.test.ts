import { expect, test } from 'vitest';
import { marksOf } from '../../src/draw/page-marks.ts';
import type { Box } from '../../src/model/geometry.ts';
import type { DrawnPage } from '../../src/model/page.ts';
import type { PagePlace } from '../../src/model/place.ts';
import type { Reading, Table, TableDocument } from '../../src/model/table.ts';

const page: DrawnPage = {
  kind: 'drawn',
  number: 2,
  widthPt: 595,
  heightPt: 842,
  quarterTurns: 0,
  textItems: [],
  rulings: [],
};
const box = (left: number): Box => ({ left, top: 10, right: left + 20, bottom: 30 });
const onPage = (number: number, left: number): PagePlace => ({ kind: 'page', page: number, box: box(left) });
const reading = (place: PagePlace | null): Reading => ({ text: 'a', raw: 'a', place, confidence: 1 });

function tableOf(...bounds: readonly (readonly PagePlace[])[]): Table {
  const cells = bounds.map((cellBounds, column) => {
    const square = { row: 0, column, rowSpan: 1, columnSpan: 1 };
    return { ...reading(null), ...square, bounds: cellBounds };
  });
  return { kind: 'table', spans: 'exact', rowCount: 1, columnCount: bounds.length, cells, rowPages: [1] };
}

function documentOf(...blocks: TableDocument['blocks']): TableDocument {
  return { blocks, pageCount: 2, problems: [] };
}

test('a page has the cells and lines that stand on it', () => {
  const document = documentOf(
    { kind: 'line', page: 1, runs: [reading(onPage(1, 0))] },
    tableOf([onPage(1, 0)], [onPage(2, 50)]),
    { kind: 'line', page: 2, runs: [reading(onPage(2, 0)), reading(onPage(2, 100)), reading(null)] },
  );
  expect(marksOf(page, document)).toMatchObject({
    cells: [{ box: box(50), row: 0, column: 1, table: 0, isCut: false }],
    lines: [{ left: 0, top: 10, right: 120, bottom: 30 }],
  });
});

test('a cell that goes on over the page break is marked on both pages', () => {
  const document = documentOf(tableOf([onPage(1, 0)]), tableOf([onPage(1, 0), onPage(2, 30)]));
  expect(marksOf(page, document).cells).toStrictEqual([{ box: box(30), row: 0, column: 0, table: 1, isCut: true }]);
  expect(marksOf({ ...page, number: 1 }, document).cells).toHaveLength(2);
});

test('where no tables were looked for there are none', () => {
  expect(marksOf(page, null)).toMatchObject({ cells: [], lines: [] });
});
