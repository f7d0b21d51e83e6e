import { describe, expect, test } from 'vitest';
import { type GraphicsState, initialState } from '../../../src/inputs/pdf/graphics-state.ts';
import { filledPieces, placePath, rectangleOf, strokedPieces } from '../../../src/inputs/pdf/path-rulings.ts';
import type { Ruling } from '../../../src/model/page.ts';

const state: GraphicsState = {
  ...initialState([1, 0, 0, 1, 0, 0], { left: 0, top: 0, right: 600, bottom: 800 }),
  lineWidth: 0.5,
};

type Corner = readonly [x: number, y: number];
const lines = (...corners: readonly Corner[]): number[] =>
  corners.flatMap((corner, index) => [index === 0 ? 0 : 1, ...corner]);
const rectangle = (...[left, top, right, bottom]: readonly [number, number, number, number]): number[] => [
  ...lines([left, top], [right, top], [right, bottom], [left, bottom]),
  4,
];
const curve = [2, 110, 40, 120, 60, 130, 50];

function rulings(path: readonly number[], how: 'stroke' | 'fill', change: Partial<GraphicsState> = {}): Ruling[] {
  const changed = { ...state, ...change };
  const placed = placePath(new Float32Array(path), changed.ctm);
  const pieces = how === 'stroke' ? strokedPieces(placed, changed) : filledPieces(placed, changed);
  return pieces.map((piece) => piece.ruling);
}
/** Rulings as h or v, position, start and end. */
const short = (found: readonly Ruling[]): string[] =>
  found.map(({ orientation, position, start, end }) => `${orientation[0]} ${position}: ${start}-${end}`);

describe('stroked paths', () => {
  test('a line is a ruling as thick as the pen', () => {
    expect(rulings(lines([100, 50], [300, 50]), 'stroke')).toStrictEqual([
      { orientation: 'horizontal', position: 50, start: 100, end: 300, thicknessPt: 0.5 },
    ]);
    expect(rulings(lines([100, 300], [100, 50]), 'stroke')).toStrictEqual([
      { orientation: 'vertical', position: 100, start: 50, end: 300, thicknessPt: 0.5 },
    ]);
  });

  test('a hair line has some thickness', () => {
    expect(rulings(lines([100, 50], [300, 50]), 'stroke', { lineWidth: 0 })).toMatchObject([{ thicknessPt: 0.1 }]);
  });

  test('several lines of one path are all rulings', () => {
    const path = [...lines([100, 50], [300, 50]), ...lines([100, 70], [300, 70], [300, 90])];
    expect(short(rulings(path, 'stroke'))).toStrictEqual(['h 50: 100-300', 'h 70: 100-300', 'v 300: 70-90']);
  });

  test('a rectangle has four sides, the last where it is closed', () => {
    const sides = ['h 50: 100-300', 'v 300: 50-90', 'h 90: 100-300', 'v 100: 50-90'];
    expect(short(rulings(rectangle(100, 50, 300, 90), 'stroke'))).toStrictEqual(sides);
    expect(short(rulings(rectangle(100, 50, 300, 90).slice(0, -1), 'stroke'))).toStrictEqual(sides.slice(0, 3));
  });

  test.each([
    ['rises by less than a point', lines([100, 50], [300, 50.8]), 1],
    ['rises by two points', lines([100, 50], [300, 52]), 0],
    ['is slanted', lines([100, 50], [300, 150]), 0],
    ['goes nowhere', lines([100, 50], [100, 50]), 0],
    ['is a dash', lines([100, 50], [101, 50]), 1],
    ['is one curve', [...lines([100, 50]), ...curve], 0],
    ['is nothing', [], 0],
  ])('a path that %s: %d', (_, path, count) => {
    expect(rulings(path, 'stroke')).toHaveLength(count);
  });

  test('a box with rounded corners keeps its straight sides', () => {
    const corner = (x: number, y: number): number[] => [2, x, y, x, y, x, y];
    const path = [
      ...lines([105, 50], [295, 50]),
      ...corner(300, 55),
      1,
      300,
      85,
      ...corner(295, 90),
      1,
      105,
      90,
      ...corner(100, 85),
      1,
      100,
      55,
      ...corner(105, 50),
    ];
    const straight = short(rulings(path, 'stroke')).filter((ruling) => /^(h (50|90)|v (100|300))/.test(ruling));
    expect(straight).toHaveLength(4);
  });

  test('a matrix moves, turns and thickens', () => {
    expect(rulings(lines([10, 20], [60, 20]), 'stroke', { ctm: [2, 0, 0, 2, 5, 0] })).toStrictEqual([
      { orientation: 'horizontal', position: 40, start: 25, end: 125, thicknessPt: 1 },
    ]);
    expect(short(rulings(lines([10, 20], [60, 20]), 'stroke', { ctm: [0, 1, -1, 0, 200, 0] }))).toStrictEqual([
      'v 180: 10-60',
    ]);
  });
});

describe('filled paths', () => {
  test.each([
    ['a thin rectangle', rectangle(100, 50, 300, 50.5), ['h 50.25: 100-300']],
    ['a thin upright one', rectangle(100, 50, 101, 300), ['v 100.5: 50-300']],
    ['one of four points', rectangle(100, 50, 300, 54), ['h 52: 100-300']],
    ['one of five points', rectangle(100, 50, 300, 55), []],
    ['a dot', rectangle(100, 50, 101, 51), ['v 100.5: 50-51']],
    ['an area', rectangle(100, 50, 300, 90), []],
    ['two corners', lines([100, 50], [300, 50]), []],
    ['a thin shape with a curve', [...lines([100, 50], [300, 50]), 2, 300, 51, 200, 51, 100, 51, 4], []],
  ])('%s', (_, path, expected) => {
    expect(short(rulings(path, 'fill'))).toStrictEqual(expected);
  });

  test('a frame between two rectangles is its four sides, whichever comes first', () => {
    const [outer, inner] = [rectangle(100, 50, 300, 90), rectangle(101, 51, 299, 89)];
    const sides = ['h 50.5: 100-300', 'h 89.5: 100-300', 'v 100.5: 50-90', 'v 299.5: 50-90'];
    expect(short(rulings([...outer, ...inner], 'fill'))).toStrictEqual(sides);
    expect(short(rulings([...inner, ...outer], 'fill'))).toStrictEqual(sides);
    expect(rulings([...outer, ...rectangle(120, 70, 280, 75)], 'fill')).toStrictEqual([]);
  });

  test('thickness is that of the box', () => {
    expect(rulings(rectangle(100, 50, 300, 51.5), 'fill')).toMatchObject([{ thicknessPt: 1.5 }]);
  });
});

describe('a dot', () => {
  const across = (path: readonly number[], how: 'stroke' | 'fill'): (Ruling | null)[] => {
    const placed = placePath(new Float32Array(path), state.ctm);
    return (how === 'stroke' ? strokedPieces(placed, state) : filledPieces(placed, state)).map((piece) => piece.across);
  };

  test('is as thick as it is long, and may be part of a line of either direction', () => {
    expect(across(rectangle(100, 50, 101, 51), 'fill')).toStrictEqual([
      { orientation: 'horizontal', position: 50.5, start: 100, end: 101, thicknessPt: 1 },
    ]);
    expect(across(lines([100, 50], [100.5, 50]), 'stroke')).toStrictEqual([
      { orientation: 'vertical', position: 100.25, start: 49.75, end: 50.25, thicknessPt: 0.5 },
    ]);
  });

  test('is not what is twice as long', () => {
    expect(across(rectangle(100, 50, 102, 51), 'fill')).toStrictEqual([null]);
    expect(across(lines([100, 50], [101, 50]), 'stroke')).toStrictEqual([null]);
  });
});

describe('rectangleOf', () => {
  const box = { left: 100, top: 50, right: 300, bottom: 90 };
  test.each([
    ['one closed', rectangle(100, 50, 300, 90), box],
    ['one from its other end', rectangle(300, 90, 100, 50), box],
    ['one that goes back to its start', lines([100, 50], [300, 50], [300, 90], [100, 90], [100, 50]), box],
    ['one after a move to nowhere', [...lines([7, 7]), ...rectangle(100, 50, 300, 90)], box],
    ['two', [...rectangle(100, 50, 300, 90), ...rectangle(100, 90, 300, 120)], null],
    ['three corners', lines([100, 50], [300, 50], [300, 90]), null],
    ['an hourglass', lines([100, 50], [300, 50], [100, 90], [300, 90]), null],
    ['a kite', lines([100, 50], [200, 20], [300, 50], [200, 90]), null],
    ['one with a dent', lines([100, 50], [300, 50], [300, 90], [200, 70], [100, 90]), null],
    ['one with a round corner', [...lines([100, 50], [300, 50], [300, 90]), ...curve, 4], null],
    ['a line', lines([100, 50], [300, 50]), null],
    ['nothing', [], null],
  ])('%s', (_, path, expected) => {
    expect(rectangleOf(placePath(new Float32Array(path), state.ctm))).toStrictEqual(expected);
  });

  test('one that is turned by a quarter is one, one that is turned by less is none', () => {
    const path = new Float32Array(rectangle(100, 50, 300, 90));
    expect(rectangleOf(placePath(path, [0, 1, -1, 0, 100, 0]))).toStrictEqual({
      left: 10,
      top: 100,
      right: 50,
      bottom: 300,
    });
    expect(rectangleOf(placePath(path, [0.8, 0.6, -0.6, 0.8, 0, 0]))).toBeNull();
  });
});

test('a path of half a million pieces is placed', () => {
  const path = Array.from({ length: 200_000 }, (_, index) => [index === 0 ? 0 : 1, index % 500, (index * 7) % 300]);
  expect(rectangleOf(placePath(new Float32Array(path.flat()), state.ctm))).toBeNull();
  expect(rulings(path.flat(), 'stroke').length).toBeGreaterThan(100_000);
});

describe('a clip', () => {
  const clip = { left: 150, top: 40, right: 250, bottom: 60 };
  test.each([
    ['cuts a line to what is seen', lines([100, 50], [300, 50]), ['h 50: 150-250']],
    ['hides a line above', lines([100, 30], [300, 30]), []],
    ['keeps a line on its edge', lines([100, 40], [300, 40]), ['h 40: 150-250']],
    ['hides a line beside', lines([260, 50], [300, 50]), []],
    ['cuts an upright line', lines([200, 0], [200, 100]), ['v 200: 40-60']],
    ['hides an upright line beside', lines([140, 0], [140, 100]), []],
    ['leaves little', lines([100, 50], [151, 50]), ['h 50: 150-151']],
  ])('%s', (_, path, expected) => {
    expect(short(rulings(path, 'stroke', { clip }))).toStrictEqual(expected);
  });
});
