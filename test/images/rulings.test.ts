import { describe, expect, test } from 'vitest';
import { repairPage } from '../../src/images/repair.ts';
import type { Ruling } from '../../src/model/page.ts';
import { drawPage, gridOf, pixelsPerPt, type Stroke } from './drawn-page.ts';

const xs = [40, 95, 160, 260];
const ys = [60, 82, 110, 150];
const size = { widthPx: 833, heightPx: 583 };

const rulingsOf = (strokes: readonly Stroke[]): readonly Ruling[] =>
  repairPage(drawPage({ ...size, strokes }), pixelsPerPt).rulings;

/** Rulings to whole points, as `h y: start-end` and `v x: start-end`, pieces that touch as one. */
function described(rulings: readonly Ruling[]): string[] {
  const lines = new Map<string, [number, number]>();
  for (const { orientation, position, start, end } of [...rulings].sort((a, b) => a.start - b.start)) {
    const name = `${orientation === 'horizontal' ? 'h' : 'v'} ${Math.round(position)}`;
    const before = lines.get(name);
    if (before !== undefined && Math.abs(before[1] - start) < 0.1) before[1] = end;
    else lines.set(before === undefined ? name : `${name} again`, [start, end]);
  }
  return [...lines].map(([name, [start, end]]) => `${name}: ${Math.round(start)}-${Math.round(end)}`).sort();
}

const whole = described([
  ...ys.map((position) => ({ orientation: 'horizontal', position, start: 40, end: 260, thicknessPt: 1 }) as const),
  ...xs.map((position) => ({ orientation: 'vertical', position, start: 60, end: 150, thicknessPt: 1 }) as const),
]);

/** The line of `gridOf` at a place, cut into what `pieces` leave of it (shares from 0 to 1). */
function cut({ from, to, ...look }: Stroke, pieces: readonly (readonly [number, number])[]): Stroke[] {
  const at = (share: number) => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
  return pieces.map(([start, end]) => ({ from: at(start), to: at(end), ...look }));
}

const broken = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => [index / 8, (index + 0.85) / 8] as const);

describe('a whole grid', () => {
  test.each([
    ['as it is printed', gridOf(xs, ys)],
    ['faint', gridOf(xs, ys, { level: 205 })],
    ['in hair lines', gridOf(xs, ys, { widthPt: 0.25, level: 70 })],
    ['in thick lines', gridOf(xs, ys, { widthPt: 1.8 })],
    ['in very thick lines', gridOf(xs, ys, { widthPt: 3.6 })],
    ['broken', gridOf(xs, ys).flatMap((stroke) => cut(stroke, [...broken, [0.99, 1]]))],
  ])('%s', (_, strokes) => {
    expect(described(rulingsOf(strokes))).toStrictEqual(whole);
  });

  test('with doubled lines has each wall at least once, where it is drawn', () => {
    const doubled = gridOf(xs, ys).flatMap(({ from, to }): Stroke[] => {
      const isLevel = from[1] === to[1];
      const moved = ([x, y]: Stroke['from'], by: number) => (isLevel ? ([x, y + by] as const) : ([x + by, y] as const));
      return [-0.9, 0.9].map((by) => ({ from: moved(from, by), to: moved(to, by), widthPt: 0.6 }));
    });
    const rulings = rulingsOf(doubled);
    for (const y of ys)
      expect(
        rulings.some(({ orientation, position }) => orientation === 'horizontal' && Math.abs(position - y) < 1.5),
      ).toBe(true);
    for (const x of xs)
      expect(
        rulings.some(({ orientation, position }) => orientation === 'vertical' && Math.abs(position - x) < 1.5),
      ).toBe(true);
    expect(
      rulings.every(({ orientation, position }) =>
        (orientation === 'horizontal' ? ys : xs).some((at) => Math.abs(at - position) < 1.5),
      ),
    ).toBe(true);
  });
});

test('a wall that is missing between two cells stays missing', () => {
  const strokes = gridOf(xs, ys).flatMap((stroke) =>
    stroke.from[0] === 95 && stroke.to[0] === 95 ? cut(stroke, [[0, 50 / 90]]) : [stroke],
  );
  expect(described(rulingsOf(strokes))).toStrictEqual(
    whole.map((line) => (line === 'v 95: 60-150' ? 'v 95: 60-110' : line)).sort(),
  );
});

test('a table without an outer border has the lines within', () => {
  const strokes = gridOf(xs, ys).filter(({ from, to }) => !(from[0] === to[0] && (from[0] === 40 || from[0] === 260)));
  expect(described(rulingsOf(strokes))).toStrictEqual(whole.filter((line) => !/^v (40|260)/.test(line)));
});

test('a streak of the scanner over the whole page is none of its lines', () => {
  const streak: Stroke = { from: [210, 0], to: [210, 210], widthPt: 0.4 };
  expect(described(rulingsOf([...gridOf(xs, ys), streak]))).toStrictEqual(whole);
});

test('strokes of text in a cell are no walls of it', () => {
  const text = [52, 64, 76].flatMap((x): Stroke[] => [
    { from: [x, 64], to: [x, 74] },
    { from: [x - 4, 69], to: [x + 4, 69] },
    { from: [x - 4, 74], to: [x + 4, 74] },
  ]);
  expect(described(rulingsOf([...gridOf(xs, ys), ...text]))).toStrictEqual(whole);
});

test('lines that show through from the back are none, however many', () => {
  const back = gridOf([30, 70, 120, 180, 230, 280], [50, 70, 95, 125, 140, 165], { level: 232 });
  expect(described(rulingsOf([...gridOf(xs, ys), ...back]))).toStrictEqual(whole);
});

test('what shows through from the back lies outside the table as well', () => {
  const front = [20, 42, 70, 110];
  const back = gridOf(xs, [20, 54, 95, 170, 180, 190, 200], { level: 205 });
  const read = described(rulingsOf([...gridOf(xs, front), ...back]));
  expect(read).toStrictEqual(described(rulingsOf(gridOf(xs, front))));
  expect(read).toHaveLength(8);
});

test('a line that was printed fainter than the others runs from ruling to ruling', () => {
  const faint = { from: [40, 96], to: [260, 96], level: 190 } as const;
  expect(described(rulingsOf([...gridOf(xs, ys), faint]))).toContain('h 96: 40-260');
});

test('a faint streak through the whole page is no ruling', () => {
  const streak = { from: [200, 4], to: [200, 200], level: 190 } as const;
  expect(described(rulingsOf([...gridOf(xs, ys), streak]))).toStrictEqual(whole);
});

describe('streaks of a whole page', () => {
  const many = [40, 65, 90, 135, 160, 185, 235, 260];
  const high = [30, 82, 130, 180];
  const slanted = (x: number): Stroke => ({ from: [x, 2], to: [x + 1.5, 208], widthPt: 0.5 });
  const read = (...streaks: readonly Stroke[]): string[] => described(rulingsOf([...gridOf(many, high), ...streaks]));
  const table = read();

  test('are none of its lines though they slant, and end together', () => {
    expect(table).toHaveLength(12);
    expect(read(slanted(110), slanted(205))).toHaveLength(table.length);
  });

  test('are told in pieces', () => {
    const pieces = [
      [0, 0.24],
      [0.3, 0.52],
      [0.58, 0.7],
      [0.76, 1],
    ] as const;
    expect(read(...cut(slanted(205), pieces))).toStrictEqual(table);
  });

  test('leave a wall that they lie on, which is darker than they are beyond the table', () => {
    const places = (lines: readonly string[]) => lines.map((line) => line.split(':')[0]);
    expect(places(read({ from: [160, 2], to: [160, 208], level: 190 }))).toStrictEqual(places(table));
  });
});

test('worn rulings, broken by more than their sides may be, bound the cells beside them', () => {
  const worn = [
    [0, 0.3],
    [0.335, 0.52],
    [0.555, 0.78],
    [0.815, 1],
  ] as const;
  const strokes = gridOf(xs, [60, 88]).flatMap((stroke) =>
    stroke.from[1] === stroke.to[1] ? cut(stroke, worn) : [stroke],
  );
  expect(described(rulingsOf(strokes)).filter((line) => line.startsWith('v'))).toStrictEqual(
    xs.map((x) => `v ${x}: 60-88`).sort(),
  );
});

test('what is left in the middle of a worn side is longer than any character', () => {
  const strokes = gridOf([40, 130, 160, 260], [60, 110, 160]).flatMap((stroke) =>
    stroke.from[1] === 110 && stroke.to[1] === 110
      ? cut(stroke, [
          [0, 0.38],
          [0.433, 0.523],
          [0.573, 1],
        ])
      : [stroke],
  );
  expect(described(rulingsOf(strokes))).toContain('h 110: 40-260');
});

test('the edge of the paper, thick and away from the table, is no ruling', () => {
  const table = gridOf(xs, [40, 80, 120, 180]);
  const edge: Stroke = { from: [285, 36], to: [285, 184], widthPt: 2.4 };
  expect(described(rulingsOf([...table, edge]))).toStrictEqual(described(rulingsOf(table)));
});

test('a faint line from ruling to ruling that is written over shows through from the back', () => {
  const faint = { from: [200, 60], to: [200, 150], level: 205 } as const;
  const print = [70, 94, 128].map((y): Stroke => ({ from: [194, y], to: [206, y], level: 0 }));
  expect(described(rulingsOf([...gridOf(xs, ys), faint]))).toContain('v 200: 60-150');
  expect(described(rulingsOf([...gridOf(xs, ys), faint, ...print]))).toStrictEqual(whole);
});

test('a fold of the paper that leaves the table on both sides is no ruling, however dark', () => {
  const places = [14, 60, 105, 150, 195, 240, 288].map((x, index) => [x, 127 + (index % 2)] as const);
  const fold = places.slice(1).map((to, index): Stroke => ({ from: places[index] ?? to, to, level: 60 }));
  expect(described(rulingsOf([...gridOf(xs, ys), ...fold]))).toStrictEqual(whole);
});

test('on a worn copy the rulings are of all shades', () => {
  const shades = [20, 120, 175, 195, 205, 150, 210, 90];
  const worn = gridOf(xs, ys).map((stroke, index): Stroke => ({ ...stroke, level: shades[index] ?? 0 }));
  expect(described(rulingsOf(worn))).toStrictEqual(whole);
});
