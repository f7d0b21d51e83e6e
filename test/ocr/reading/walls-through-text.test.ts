import { expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import type { Ruling } from '../../../src/model/page.ts';
import { withoutWallsThroughText } from '../../../src/ocr/reading/walls-through-text.ts';

const pixelsPerPt = 3;
const vertical = (position: number): Ruling => ({
  orientation: 'vertical',
  position,
  start: 0,
  end: 100,
  thicknessPt: 0.7,
});
/** A line of text 10 points high from left to right, whose characters stand a point apart. */
const line = (left: number, right: number, row: number): Box => ({ left, right, top: 20 * row, bottom: 20 * row + 10 });

/** A page of 200 by 100 points with lines of text, each a row of characters, and a ruling 0.7 points wide. */
function pageOf(boxes: readonly Box[], wall: Ruling, { gapAt, room = 1 }: { gapAt?: number; room?: number } = {}) {
  const [width, height] = [200 * pixelsPerPt, 100 * pixelsPerPt];
  const picture = { width, height, data: new Uint8Array(width * height).fill(250) };
  const fill = (left: number, right: number, { top, bottom }: Box): void => {
    const [from, to] = [Math.round(left * pixelsPerPt), Math.round(right * pixelsPerPt)];
    for (let y = top * pixelsPerPt; y < bottom * pixelsPerPt; y++)
      picture.data.fill(20, y * width + from, y * width + to);
  };
  for (const box of boxes) {
    for (let x = box.left; x < box.right; x += 10) {
      const isBeside = gapAt !== undefined && x < gapAt + room && x + 9 > gapAt - room;
      // Strokes across a character, with paper between, as no ruling has it.
      const strokes = isBeside ? [] : [0.3, 0.6];
      for (const at of strokes)
        fill(x, x + 9, { ...box, top: Math.round(box.top + at * 10), bottom: Math.round(box.top + at * 10) + 1 });
    }
  }
  fill(wall.position - 0.35, wall.position + 0.35, { left: 0, right: 0, top: 0, bottom: 100 });
  return { rulings: [wall], boxes, picture, pixelsPerPt };
}

const three = [line(10, 190, 0), line(10, 150, 1), line(10, 120, 2)];

test('a wall that runs between the characters of several lines is none', () => {
  const page = pageOf(three, vertical(89.5));
  expect(withoutWallsThroughText(page)).toStrictEqual([]);
});

test('a wall with room on both sides stays, though texts of two cells were found as one', () => {
  const wall = vertical(89.5);
  expect(withoutWallsThroughText(pageOf(three, wall, { gapAt: 89.5, room: 4 }))).toStrictEqual([wall]);
});

test('a wall that one text crosses stays', () => {
  const wall = vertical(89.5);
  const [first = line(10, 190, 0)] = three;
  expect(withoutWallsThroughText(pageOf([first], wall))).toStrictEqual([wall]);
});

test('a wall beside which most texts end and begin stays', () => {
  const wall = vertical(89.5);
  const cells = [2, 3, 4].flatMap((row) => [line(10, 80, row), line(100, 190, row)]);
  expect(withoutWallsThroughText(pageOf([...three.slice(0, 2), ...cells], wall))).toStrictEqual([wall]);
});

test('a piece of such a wall that parts the texts of other rows stays', () => {
  const wall = { ...vertical(89.5), end: 55 };
  const piece = { ...vertical(89.5), start: 60 };
  const page = pageOf([...three, line(10, 80, 3), line(100, 190, 3)], vertical(89.5));
  expect(withoutWallsThroughText({ ...page, rulings: [wall, piece] })).toStrictEqual([piece]);
  const parted = { ...vertical(95), start: 60 };
  expect(withoutWallsThroughText({ ...page, rulings: [wall, piece, parted] })).toStrictEqual([parted]);
});

test('horizontal rulings are not looked at', () => {
  const level: Ruling = { ...vertical(25), orientation: 'horizontal' };
  expect(withoutWallsThroughText({ ...pageOf(three, vertical(89.5)), rulings: [level] })).toStrictEqual([level]);
});
