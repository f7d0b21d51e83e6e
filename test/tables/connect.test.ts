import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { Ruling } from '../../src/model/page.ts';
import { connect, withLoneSides } from '../../src/tables/connect.ts';
import { mergeRulings } from '../../src/tables/snap.ts';
import { horizontal, vertical } from './page-builder.ts';

const tolerance = 3;
const merged = (rulings: readonly Ruling[]): Ruling[] => mergeRulings(rulings, tolerance, tolerance);

/** The sizes of the groups, as horizontals and verticals. */
function sizes(horizontals: readonly Ruling[], verticals: readonly Ruling[]): string[] {
  return connect(merged(horizontals), merged(verticals), tolerance).map(
    (group) => `${group.horizontals.length}+${group.verticals.length}`,
  );
}

test('rulings that touch through others are one group', () => {
  const lines = [horizontal(100, [50, 150]), horizontal(200, [50, 150]), horizontal(300, [50, 150])];
  expect(sizes(lines, [vertical(50, [100, 200]), vertical(150, [200, 300])])).toStrictEqual(['3+2']);
  expect(sizes(lines, [vertical(50, [100, 200])])).toStrictEqual(['2+1', '1+0']);
});

test('a ruling may end short of another by the tolerance', () => {
  const across = [horizontal(100, [53, 150])];
  expect(sizes(across, [vertical(50, [103, 200])])).toStrictEqual(['1+1']);
  expect(sizes(across, [vertical(49.9, [100, 200])])).toStrictEqual(['1+0', '0+1']);
  expect(sizes(across, [vertical(50, [103.1, 200])])).toStrictEqual(['1+0', '0+1']);
});

test('a side that touches nothing belongs to the nearest group that is as high', () => {
  const across = [horizontal(120, [100, 300]), horizontal(180, [100, 300])];
  const down = [vertical(100, [50, 250]), vertical(300, [50, 250])];
  const further = [horizontal(100, [500, 550]), vertical(500, [50, 250])];
  const sizesWith = (...sides: readonly Ruling[]): string[] => {
    const lines = [...across, ...down, ...further, ...sides];
    const of = (orientation: Ruling['orientation']) => merged(lines.filter((line) => line.orientation === orientation));
    return withLoneSides(connect(of('horizontal'), of('vertical'), tolerance), tolerance).map(
      (group) => `${group.horizontals.length}+${group.verticals.length}`,
    );
  };
  expect(sizesWith(vertical(60, [50, 250]))).toStrictEqual(['1+1', '2+3']);
  expect(sizesWith(vertical(30, [52, 248]), vertical(60, [50, 250]))).toStrictEqual(['1+1', '2+4']);
  expect(sizesWith(vertical(480, [50, 250]))).toStrictEqual(['1+2', '2+2']);
  expect(sizesWith(vertical(60, [50, 200]))).toStrictEqual(['1+1', '2+2', '0+1']);
});

test('whatever the rulings, two that touch are in one group, and a group holds no more than that', () => {
  const piece = record({
    orientation: constantFrom<Ruling['orientation']>('horizontal', 'vertical'),
    position: integer({ min: 0, max: 60 }),
    start: integer({ min: 0, max: 60 }),
    length: integer({ min: 2, max: 40 }),
  });
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      const rulings = merged([]).concat(
        pieces.map(({ length, ...rest }) => ({ ...rest, end: rest.start + length, thicknessPt: 0.5 })),
      );
      const horizontals = merged(rulings.filter((ruling) => ruling.orientation === 'horizontal'));
      const verticals = merged(rulings.filter((ruling) => ruling.orientation === 'vertical'));
      const groups = connect(horizontals, verticals, tolerance);
      const groupOf = (ruling: Ruling): number =>
        groups.findIndex((group) => group.horizontals.includes(ruling) || group.verticals.includes(ruling));
      const touches = (h: Ruling, v: Ruling): boolean =>
        v.position >= h.start - tolerance &&
        v.position <= h.end + tolerance &&
        h.position >= v.start - tolerance &&
        h.position <= v.end + tolerance;
      const touching = horizontals.flatMap((h) => verticals.filter((v) => touches(h, v)).map((v) => [h, v] as const));
      for (const [h, v] of touching) expect(groupOf(h)).toBe(groupOf(v));
      const members = groups.reduce((sum, group) => sum + group.horizontals.length + group.verticals.length, 0);
      expect(members).toBe(horizontals.length + verticals.length);
      // A group of several rulings that none joins to the others would be two groups.
      const joined = groups.filter((group) => group.horizontals.length + group.verticals.length > 1);
      for (const { horizontals: hs, verticals: vs } of joined) {
        for (const h of hs) expect(vs.some((v) => touches(h, v))).toBe(true);
        for (const v of vs) expect(hs.some((h) => touches(h, v))).toBe(true);
      }
    }),
  );
});
