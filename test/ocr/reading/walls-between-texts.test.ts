import { describe, expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import type { Ruling } from '../../../src/model/page.ts';
import { withWallsBetweenTexts } from '../../../src/ocr/reading/walls-between-texts.ts';

const pixelsPerPt = 3;
const [width, height] = [200, 120];

const level = (position: number, start = 0, end = width): Ruling => ({
  orientation: 'horizontal',
  position,
  start,
  end,
  thicknessPt: 0.7,
});
const plumb = (position: number, start: number, end: number): Ruling => ({
  ...level(position, start, end),
  orientation: 'vertical',
});
const text = (left: number, right: number, top: number): Box => ({ left, right, top, bottom: top + 10 });

/** Rows of 30 points; a wall at 100 in the last of them alone. */
const rows = [...[0, 30, 60, 90].map((position) => level(position)), plumb(0, 0, 90), plumb(200, 0, 90)];
const known = plumb(100, 60, 90);
const pair = (row: number): Box[] => [text(20, 60, 30 * row + 10), text(130, 170, 30 * row + 10)];

/** What is added to the rulings of a page with texts and some ink. */
function added(rulings: readonly Ruling[], boxes: readonly Box[], inked: readonly Box[] = []): object[] {
  const size = { width: width * pixelsPerPt, height: height * pixelsPerPt };
  const picture = { ...size, data: new Uint8Array(size.width * size.height).fill(250) };
  for (const box of [...boxes, ...inked]) {
    const [left, right] = [Math.round(box.left * pixelsPerPt), Math.round(box.right * pixelsPerPt)];
    for (let y = Math.round(box.top * pixelsPerPt); y < box.bottom * pixelsPerPt; y++)
      picture.data.fill(30, y * size.width + left, y * size.width + right);
  }
  return withWallsBetweenTexts({ rulings, boxes, picture, pixelsPerPt })
    .filter((ruling) => !rulings.includes(ruling))
    .map(({ orientation, position, start, end }) => ({ orientation, position, start, end }));
}

describe('a wall between two texts side by side', () => {
  const wall = { orientation: 'vertical', position: 100, start: 0, end: 30 };

  test('goes on without a trace where the next row has it', () => {
    expect(added([...rows, known], pair(1))).toStrictEqual([{ ...wall, start: 30, end: 60 }]);
  });

  test('goes on two rows further where a little of it is left', () => {
    expect(added([...rows, known], pair(0), [{ left: 99.7, right: 100.3, top: 12, bottom: 20 }])).toStrictEqual([wall]);
    expect(added([...rows, known], pair(0))).toStrictEqual([]);
  });

  test('parts what was found as one text, if there is room around it', () => {
    const [left, right] = pair(1);
    const both = text(20, 170, 40);
    const size = { width: width * pixelsPerPt, height: height * pixelsPerPt };
    const picture = { ...size, data: new Uint8Array(size.width * size.height).fill(250) };
    for (const box of [left, right]) {
      if (box === undefined) continue;
      for (let y = 42 * pixelsPerPt; y < 48 * pixelsPerPt; y++)
        picture.data.fill(30, y * size.width + box.left * pixelsPerPt, y * size.width + box.right * pixelsPerPt);
    }
    const found = withWallsBetweenTexts({ rulings: [...rows, known], boxes: [both], picture, pixelsPerPt });
    expect(found).toContainEqual(plumb(100, 30, 60));
  });

  test('is none where another line of the cell runs through it', () => {
    expect(added([...rows, known], [...pair(1), text(20, 170, 48)])).toStrictEqual([]);
  });

  test('is none between two tables', () => {
    const tables = rows.filter(({ orientation }) => orientation === 'horizontal');
    expect(added([...tables, known], pair(1))).toStrictEqual([]);
  });

  test('is none where no row has one', () => {
    const ink = { left: 99.7, right: 100.3, top: 0, bottom: 30 };
    expect(added(rows, pair(0), [ink])).toStrictEqual([]);
  });

  test('is none in words that stand close to one another', () => {
    expect(added([...rows, known], [text(20, 98, 40), text(102, 170, 40)])).toStrictEqual([]);
  });
});

describe('a wall between two texts one above the other', () => {
  const sides = [0, 100, 200].map((position) => plumb(position, 0, 60));
  const table = [level(0), level(60), level(30, 100, 200), ...sides];
  const texts = [text(20, 60, 10), text(20, 60, 40)];

  test('goes on where a little of it is left', () => {
    const ink = { left: 10, right: 40, top: 29.7, bottom: 30.3 };
    expect(added(table, texts, [ink])).toStrictEqual([{ orientation: 'horizontal', position: 30, start: 0, end: 100 }]);
  });

  test('is none without a trace: a cell may have many lines', () => {
    expect(added(table, texts)).toStrictEqual([]);
  });
});
