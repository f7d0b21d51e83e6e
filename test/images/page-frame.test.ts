import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { plainFrame, sheetWithin, turnFrame } from '../../src/images/page-frame.ts';

const frame = plainFrame(400, 600, 2);

test('the corner of the page is the corner of its first pixel', () => {
  expect(frame.toPicture(0, 0)).toStrictEqual([-0.5, -0.5]);
  expect(frame.toPage(399.5, 599.5)).toStrictEqual([200, 300]);
  expect([frame.widthPt, frame.heightPt]).toStrictEqual([200, 300]);
});

test('turned clockwise, what was at the top left comes to the top right', () => {
  const turned = turnFrame(frame, 1);
  expect([turned.widthPt, turned.heightPt]).toStrictEqual([300, 200]);
  expect(turned.toPage(-0.5, -0.5)).toStrictEqual([300, 0]);
  expect(turned.toPicture(300, 0)).toStrictEqual([-0.5, -0.5]);
  expect(turnFrame(frame, 2).toPage(-0.5, -0.5)).toStrictEqual([200, 300]);
  expect(turnFrame(frame, -1).toPage(-0.5, -0.5)).toStrictEqual([0, 200]);
});

test('the ways to the picture and to the page are each other reversed, however it is turned', () => {
  const place = double({ min: 0, max: 200, noNaN: true });
  assert(
    property(integer({ min: -4, max: 8 }), place, place, (turns, x, y) => {
      const turned = turnFrame(frame, turns);
      const [backX, backY] = turned.toPage(...turned.toPicture(x, y));
      expect(backX).toBeCloseTo(x, 8);
      expect(backY).toBeCloseTo(y, 8);
    }),
  );
});

test('a sheet takes up the part of the frame around its middle, as large as it is', () => {
  // A frame wider and higher than its picture, as a turn about the middle makes it.
  const wide = {
    widthPt: 220,
    heightPt: 340,
    toPicture: (x: number, y: number) => [(x - 10) * 2 - 0.5, (y - 20) * 2 - 0.5] as const,
    toPage: (x: number, y: number) => [(x + 0.5) / 2 + 10, (y + 0.5) / 2 + 20] as const,
  };
  const middle = [199.5, 299.5] as const;
  const sheet = sheetWithin(wide, { widthPt: 200, heightPt: 300, middle });
  expect(sheet).toMatchObject({ widthPt: 200, heightPt: 300, left: 10, top: 20 });
  expect(sheet.toPicture(0, 0)).toStrictEqual([-0.5, -0.5]);
  expect(sheet.toPage(399.5, 599.5)).toStrictEqual([200, 300]);
  const turned = sheetWithin(turnFrame(wide, 1), { widthPt: 300, heightPt: 200, middle });
  expect(turned).toMatchObject({ widthPt: 300, heightPt: 200, left: 20, top: 10 });
});
