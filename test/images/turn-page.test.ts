import { expect, test } from 'vitest';
import { plainFrame } from '../../src/images/page-frame.ts';
import type { RepairedPage } from '../../src/images/repair.ts';
import { turnPage } from '../../src/images/turn-page.ts';
import type { Ruling } from '../../src/model/page.ts';

const level: Ruling = { orientation: 'horizontal', position: 30, start: 10, end: 90, thicknessPt: 1 };
const plumb: Ruling = { orientation: 'vertical', position: 10, start: 30, end: 80, thicknessPt: 2 };
const page: RepairedPage = {
  picture: { width: 200, height: 400, data: new Uint8Array(80_000) },
  pixelsPerPt: 2,
  frame: plainFrame(200, 400, 2),
  rulings: [level, plumb],
  skewDegrees: 0,
  perspective: 0,
  bendPt: 0,
};

test.each<[number, Ruling[]]>([
  [0, [level, plumb]],
  [
    1,
    [
      { ...level, orientation: 'vertical', position: 170 },
      { ...plumb, orientation: 'horizontal', start: 120, end: 170 },
    ],
  ],
  [
    2,
    [
      { ...level, position: 170 },
      { ...plumb, position: 90, start: 120, end: 170 },
    ],
  ],
  [
    3,
    [
      { ...level, orientation: 'vertical', position: 30 },
      { ...plumb, orientation: 'horizontal', position: 90, start: 30, end: 80 },
    ],
  ],
])('turned by %i quarters, its rulings stand where they are drawn', (turns, rulings) => {
  const turned = turnPage(page, turns);
  expect(turned.rulings).toStrictEqual(rulings);
  // The corner where both rulings meet is the same pixel of the picture.
  const [first, second] = turned.rulings.map(({ position }) => position);
  const meeting = turns % 2 === 0 ? [second, first] : [first, second];
  const [x, y] = turned.frame.toPicture(meeting[0] ?? 0, meeting[1] ?? 0);
  expect([x, y]).toStrictEqual(page.frame.toPicture(10, 30));
});
