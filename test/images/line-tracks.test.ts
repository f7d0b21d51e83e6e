import { describe, expect, test } from 'vitest';
import type { LineTrack } from '../../src/images/line-track.ts';
import { trackLines, trackScaleFor } from '../../src/images/line-tracks.ts';
import type { GreyRaster } from '../../src/model/raster.ts';
import { drawPage, pixelsPerPt, type Stroke } from './drawn-page.ts';

const scale = trackScaleFor(pixelsPerPt);
const size = { widthPx: 500, heightPx: 200 };
const track = (...strokes: readonly Stroke[]): LineTrack[] => trackLines(drawPage({ ...size, strokes }), scale);
const lengthPt = ({ xs }: LineTrack): number => ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) / pixelsPerPt;

/** The greatest distance, in pixels, of a track's points from a line of the page. */
function farthest({ xs, ys }: LineTrack, lineAt: (xPt: number) => number): number {
  const distances = xs.map((x, index) => {
    const expected = lineAt((x + 0.5) / pixelsPerPt) * pixelsPerPt - 0.5;
    return Math.abs((ys[index] ?? 0) - expected);
  });
  // The ends are as wide as the window.
  return Math.max(...distances.slice(2, -2));
}

describe('one line', () => {
  test.each([
    ['level', 0, 0.1],
    ['that rises by a degree', Math.tan(Math.PI / 180), 0.25],
    ['that falls by five degrees', -Math.tan((5 * Math.PI) / 180), 0.4],
  ])('%s is followed to a fraction of a pixel', (_, slope, tolerancePx) => {
    const lineAt = (x: number): number => 36 + slope * (x - 90);
    const tracks = track({ from: [10, lineAt(10)], to: [170, lineAt(170)] });
    expect(tracks).toHaveLength(1);
    const [found] = tracks as [LineTrack];
    expect(farthest(found, lineAt)).toBeLessThan(tolerancePx);
    expect(Math.abs(lengthPt(found) - 160)).toBeLessThan(8);
    expect(found.coverage).toBeGreaterThan(0.95);
    expect(found.roughness / pixelsPerPt).toBeLessThan(0.06);
  });

  test.each([
    ['faint', { level: 215 }],
    ['a hair wide', { widthPt: 0.2, level: 60 }],
    ['two points wide', { widthPt: 2 }],
  ])('%s is found', (_, look) => {
    const tracks = track({ from: [10, 30], to: [170, 32], ...look });
    expect(tracks).toHaveLength(1);
    expect(farthest(tracks[0] as LineTrack, (x) => 30 + (2 * (x - 10)) / 160)).toBeLessThan(0.5);
  });

  test('broken in places stays one', () => {
    const pieces = [10, 45, 80, 115].map((x): Stroke => ({ from: [x, 30], to: [x + 28, 30] }));
    const tracks = track(...pieces);
    expect(tracks).toHaveLength(1);
    expect(lengthPt(tracks[0] as LineTrack)).toBeGreaterThan(125);
  });

  test('shorter than a cell is none', () => {
    expect(track({ from: [20, 30], to: [22, 30] })).toStrictEqual([]);
  });
});

test('rows of lines are told apart', () => {
  const ys = [10, 20, 31, 43, 60];
  const tracks = track(...ys.map((y): Stroke => ({ from: [10, y], to: [170, y] })));
  const found = tracks.map(({ ys: [first = 0] }) => (first + 0.5) / pixelsPerPt).sort((a, b) => a - b);
  expect(found.map(Math.round)).toStrictEqual(ys);
});

test('a line and a much fainter one that goes on where it ends are two', () => {
  const ruling: Stroke = { from: [5, 30], to: [90, 30] };
  const tracks = track(ruling, { from: [90, 30], to: [175, 30], level: 215 }).toSorted(
    (a, b) => b.contrast - a.contrast,
  );
  expect(tracks).toHaveLength(2);
  expect(Math.abs(lengthPt(tracks[0] as LineTrack) - 85)).toBeLessThan(8);
  expect(track(ruling, { from: [90, 30], to: [175, 30], level: 90 })).toHaveLength(1);
});

test('dots of a halftone in rows are no lines, and a ruling over them is one', () => {
  const dotted = (strokes: readonly Stroke[]): LineTrack[] => {
    const page = drawPage({ ...size, strokes });
    const data = page.data.map((level, at) => {
      const [x, y] = [at % page.width, Math.floor(at / page.width)];
      return Math.min(level, x % 6 < 4 && y % 6 < 2 ? 190 : 255);
    });
    return trackLines({ ...page, data }, scale);
  };
  expect(dotted([])).toStrictEqual([]);
  expect(dotted([{ from: [10, 30], to: [170, 30] }])).toHaveLength(1);
});

test('one of two lines that are close is as dark as it is against the paper', () => {
  const usual = track({ from: [10, 40], to: [170, 40], widthPt: 1.5 })[0]?.contrast ?? 0;
  const double = [38, 42].map((y): Stroke => ({ from: [10, y], to: [170, y], widthPt: 1.5 }));
  const tracks = track(...double, { from: [10, 40], to: [170, 40], widthPt: 2.6, level: 70 });
  expect(tracks).not.toHaveLength(0);
  for (const { contrast } of tracks) expect(contrast).toBeGreaterThan(0.7 * usual);
});

test('upright strokes, fills and noise are no lines', () => {
  const bars = [30, 60, 90].map((x): Stroke => ({ from: [x, 5], to: [x, 65] }));
  expect(track(...bars)).toStrictEqual([]);
  const fill: Stroke = { from: [10, 40], to: [170, 40], widthPt: 5.9, level: 120 };
  expect(track(fill).filter((line) => Math.abs((line.ys[0] ?? 0) / pixelsPerPt - 40) < 1)).toStrictEqual([]);
  let state = 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  const noise: GreyRaster = {
    width: 500,
    height: 200,
    data: Uint8Array.from({ length: 100_000 }, () => 215 + (next() % 40)),
  };
  expect(trackLines(noise, scale)).toStrictEqual([]);
});

test('a thick line with dark edges is one line, two with ground between them are two', () => {
  const edges = [38.8, 41.2].map((y): Stroke => ({ from: [10, y], to: [170, y], widthPt: 1 }));
  const filled: Stroke = { from: [10, 40], to: [170, 40], widthPt: 2, level: 90 };
  expect(track(...edges, filled)).toHaveLength(1);
  expect(track(...edges.map((edge) => ({ ...edge, widthPt: 0.5 })))).toHaveLength(2);
});
