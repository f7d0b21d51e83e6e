import { expect, test } from 'vitest';
import type { Ruling } from '../../../src/model/page.ts';
import { withoutBackRulings } from '../../../src/ocr/reading/back-rulings.ts';

const pixelsPerPt = 2;
const picture = { width: 200, height: 200, data: new Uint8Array(40_000).fill(250) };
const ruling = (orientation: Ruling['orientation'], position: number): Ruling => ({
  orientation,
  position,
  start: 10,
  end: 90,
  thicknessPt: 0.7,
});

/** Draws a ruling; every third point of it is of another level. */
function drawn(line: Ruling, level: number, third = level): Ruling {
  for (let at = line.start * pixelsPerPt; at < line.end * pixelsPerPt; at++) {
    const across = line.position * pixelsPerPt;
    const index = line.orientation === 'horizontal' ? across * 200 + at : at * 200 + across;
    picture.data[index] = Math.floor(at / pixelsPerPt) % 3 === 0 ? third : level;
  }
  return line;
}

test('rulings no darker than what shows through are none', () => {
  const printed = [drawn(ruling('horizontal', 20), 60), drawn(ruling('vertical', 30), 120)];
  const back = [drawn(ruling('horizontal', 50), 220), drawn(ruling('vertical', 70), 215)];
  expect(withoutBackRulings([...printed, ...back], 45, { picture, pixelsPerPt })).toStrictEqual(printed);
});

test('a worn ruling and one that texts cross are told by most of their length', () => {
  const worn = drawn(ruling('horizontal', 30), 100, 250);
  const crossed = drawn(ruling('horizontal', 80), 222, 30);
  expect(withoutBackRulings([worn, crossed], 45, { picture, pixelsPerPt })).toStrictEqual([worn]);
});
