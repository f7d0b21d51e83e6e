import { type Arbitrary, array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTextItems } from '../../../src/inputs/pdf/text-items.ts';
import { type TurnablePage, turnUpright } from '../../../src/inputs/pdf/upright.ts';
import type { Ruling } from '../../../src/model/page.ts';
import { spelled } from './glyphs.ts';

/** A page of 200 by 300 points with a line across near its top and one down near its left. */
const rulings: readonly Ruling[] = [
  { orientation: 'horizontal', position: 20, start: 10, end: 150, thicknessPt: 1 },
  { orientation: 'vertical', position: 30, start: 40, end: 280, thicknessPt: 0.5 },
];
const page = (glyphs: TurnablePage['glyphs']): TurnablePage => ({ widthPt: 200, heightPt: 300, glyphs, rulings });
/** The box of the first text, to a hundredth of a point. */
const boxOf = ({ glyphs }: TurnablePage): unknown =>
  Object.fromEntries(
    Object.entries(toTextItems(glyphs)[0]?.box ?? {}).map(([side, at]) => [side, Math.round(at * 100) / 100]),
  );

describe('turnUpright', () => {
  test('leaves a page alone that is upright, or has no text', () => {
    const upright = page(spelled('绩效'));
    expect(turnUpright(upright)).toStrictEqual({ ...upright, quarterTurns: 0 });
    const empty = page([]);
    expect(turnUpright(empty)).toStrictEqual({ ...empty, quarterTurns: 0 });
  });

  test('turns text that reads upwards clockwise', () => {
    const turned = turnUpright(page(spelled('绩效', { x: 60, y: 200, up: [-1, 0] })));
    expect(turned).toMatchObject({ widthPt: 300, heightPt: 200, quarterTurns: 1 });
    // 60 from the left is 60 from the top; 200 from the top is 100 from the left.
    expect(boxOf(turned)).toStrictEqual({ left: 100, top: 51.2, right: 120, bottom: 61.2 });
    expect(turned.rulings).toStrictEqual([
      { orientation: 'vertical', position: 280, start: 10, end: 150, thicknessPt: 1 },
      { orientation: 'horizontal', position: 30, start: 20, end: 260, thicknessPt: 0.5 },
    ]);
  });

  test('turns text that reads downwards the other way', () => {
    const turned = turnUpright(page(spelled('绩效', { x: 60, y: 200, up: [1, 0] })));
    expect(turned).toMatchObject({ widthPt: 300, heightPt: 200, quarterTurns: 3 });
    expect(boxOf(turned)).toStrictEqual({ left: 200, top: 131.2, right: 220, bottom: 141.2 });
    expect(turned.rulings).toMatchObject([
      { orientation: 'vertical', position: 20, start: 50, end: 190 },
      { orientation: 'horizontal', position: 170, start: 40, end: 280 },
    ]);
  });

  test('turns text that stands on its head half round', () => {
    const turned = turnUpright(page(spelled('绩效', { x: 60, y: 200, up: [0, 1] })));
    expect(turned).toMatchObject({ widthPt: 200, heightPt: 300, quarterTurns: 2 });
    expect(boxOf(turned)).toStrictEqual({ left: 140, top: 91.2, right: 160, bottom: 101.2 });
    expect(turned.rulings).toMatchObject([
      { orientation: 'horizontal', position: 280, start: 50, end: 190 },
      { orientation: 'vertical', position: 170, start: 20, end: 260 },
    ]);
  });

  test('goes by most of the text', () => {
    const mixed = page([...spelled('绩效评价'), ...spelled('备注', { up: [-1, 0] })]);
    expect(turnUpright(mixed)).toStrictEqual({ ...mixed, quarterTurns: 0 });
    const sideways = page([...spelled('绩效评价', { up: [-1, 0] }), ...spelled('备注')]);
    expect(turnUpright(sideways).widthPt).toBe(300);
  });

  test('what is cut away has no say', () => {
    const cut = spelled('绩效评价', { up: [-1, 0], visibility: 'cut' });
    expect(turnUpright(page([...cut, ...spelled('备注')])).widthPt).toBe(200);
  });

  test('what lies on the page stays on it, and a turned page needs no more turns', () => {
    const direction = constantFrom([0, -1], [0, 1], [1, 0], [-1, 0]) as Arbitrary<readonly [number, number]>;
    const place = record({
      x: integer({ min: 20, max: 180 }),
      y: integer({ min: 20, max: 280 }),
      up: direction,
    });
    assert(
      property(array(place, { minLength: 1, maxLength: 8 }), (places) => {
        const turned = turnUpright(page(places.flatMap((spelling) => spelled('绩', spelling))));
        for (const { start, end } of turned.glyphs) {
          for (const [x, y] of [start, end]) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(turned.widthPt);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(turned.heightPt);
          }
        }
        expect(turnUpright(turned)).toStrictEqual({ ...turned, quarterTurns: 0 });
        for (const ruling of turned.rulings) expect(ruling.start).toBeLessThan(ruling.end);
      }),
    );
  });
});
