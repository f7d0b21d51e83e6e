import { expect, test } from 'vitest';
import { overlayColors, overlayOf } from '../../src/draw/overlay.ts';
import type { CellMark } from '../../src/draw/page-marks.ts';

const frame = { width: 200, height: 100, scaleX: 2, scaleY: 2 };
const cell: CellMark = { box: { left: 10, top: 10, right: 60, bottom: 30 }, row: 0, column: 0, table: 0, isCut: false };

function overlayOfCells(...cells: readonly CellMark[]): string {
  return overlayOf({ textItems: [], rulings: [], lines: [], cells }, frame);
}

test('places are pixels of the picture, rounded to hundredths', () => {
  const box = { left: 1.23456, top: 2, right: 11.23456, bottom: 4 };
  const item = { text: '分', box, charEdges: [box.left, box.right], confidence: 1 };
  const overlay = overlayOf({ textItems: [item], rulings: [], cells: [], lines: [] }, frame);
  expect(overlay).toContain('<rect x="2.47" y="4" width="20" height="4"/>');
  expect(overlay).toContain('width="200" height="100"');
});

test('cells beside one another, and tables after one another, differ in colour', () => {
  const fillOf = (mark: CellMark): string | undefined => / fill="(#\w+)" fill-opacity/.exec(overlayOfCells(mark))?.[1];
  const fills = [
    fillOf(cell),
    fillOf({ ...cell, column: 1 }),
    fillOf({ ...cell, table: 1 }),
    fillOf({ ...cell, table: 1, row: 1 }),
  ];
  expect(new Set(fills).size).toBe(4);
  expect(fillOf({ ...cell, row: 1, column: 1 })).toBe(fillOf(cell));
});

test('only a cell that a page break cuts is outlined', () => {
  expect(overlayOfCells(cell)).not.toContain(overlayColors.cut);
  expect(overlayOfCells({ ...cell, isCut: true })).toContain(overlayColors.cut);
});

test('a label is strokes and no text, for machines without fonts; a cell too small for one goes without', () => {
  const labelled = overlayOfCells({ ...cell, row: 12, column: 3 });
  expect(labelled).not.toContain('<text');
  expect(labelled.match(/<path/g)).toHaveLength('12,3'.length);
  expect(overlayOfCells({ ...cell, box: { left: 0, top: 0, right: 5, bottom: 5 } })).not.toContain('<path');
});
