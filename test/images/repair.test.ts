import { describe, expect, test } from 'vitest';
import { greyWithoutSeals } from '../../src/images/grey.ts';
import { repairPage, type RepairedPage } from '../../src/images/repair.ts';
import type { GreyRaster } from '../../src/model/raster.ts';
import { drawPage, gridOf, pixelsPerPt, type Stroke } from './drawn-page.ts';

const xs = [40, 95, 160, 260];
const ys = [40, 62, 90, 130, 180, 240];
const size = { widthPx: 833, heightPx: 778 };
const grid = gridOf(xs, ys);

const repair = (strokes: readonly Stroke[], toPage?: (x: number, y: number) => readonly [number, number]) =>
  repairPage(drawPage(toPage === undefined ? { ...size, strokes } : { ...size, strokes, toPage }), pixelsPerPt);

const positionsOf = ({ rulings }: RepairedPage, orientation: string): number[] =>
  rulings.filter((ruling) => ruling.orientation === orientation).map(({ position }) => position);

/** Positions of lines that are drawn once each, ascending. */
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

const gapsOf = (values: readonly number[]): number[] => values.slice(1).map((value, at) => value - (values[at] ?? 0));

/** How far, at most, the found lines' distances from one another are off those that were drawn, in pixels. */
function mostOff(page: RepairedPage): number {
  const off = (drawn: readonly number[], found: readonly number[]): number[] => {
    expect(found).toHaveLength(drawn.length);
    const scale = ((found.at(-1) ?? 0) - (found[0] ?? 0)) / ((drawn.at(-1) ?? 0) - (drawn[0] ?? 0));
    return gapsOf(drawn).map((gap, at) => (gapsOf(found)[at] ?? 0) - gap * scale);
  };
  const across = off(ys, ascending(positionsOf(page, 'horizontal')));
  const down = off(xs, ascending(positionsOf(page, 'vertical')));
  return Math.max(...[...across, ...down].map(Math.abs)) * pixelsPerPt;
}

describe('a page lies straight after', () => {
  const centre = [150, 140] as const;
  /** The place on the page that a picture shows at a pixel, turned about the page's middle. */
  const turned = (degrees: number) => (x: number, y: number) => {
    const angle = (degrees * Math.PI) / 180;
    const [u, v] = [(x + 0.5) / pixelsPerPt - centre[0], (y + 0.5) / pixelsPerPt - centre[1]];
    return [
      centre[0] + u * Math.cos(angle) + v * Math.sin(angle),
      centre[1] - u * Math.sin(angle) + v * Math.cos(angle),
    ] as const;
  };
  /** Seen at a slant: one side is nearer than the other. */
  const slanted = (x: number, y: number) => {
    const [u, v] = [(x + 0.5) / pixelsPerPt - centre[0], (y + 0.5) / pixelsPerPt - centre[1]];
    const w = 1 + 0.0002 * u - 0.0003 * v;
    return [centre[0] + (u + 0.02 * v) / w, centre[1] + (v - 0.03 * u) / w] as const;
  };
  const bowed = (x: number, y: number) => {
    const [xPt, yPt] = [(x + 0.5) / pixelsPerPt, (y + 0.5) / pixelsPerPt];
    return [xPt, yPt + 2.5 * ((xPt - centre[0]) / 150) ** 2] as const;
  };

  test.each([
    ['half a degree of skew', turned(0.5)],
    ['three degrees of skew', turned(-3)],
    ['five degrees of skew', turned(5)],
    ['perspective', slanted],
    ['a bow of the paper', bowed],
  ])('%s: its lines are where they were drawn, within half a pixel', (_, toPage) => {
    const page = repair(grid, toPage);
    expect(mostOff(page)).toBeLessThan(0.5);
    for (const { position, start, end, orientation } of page.rulings) {
      // The whole line stands on its position: the way to the picture meets its ink.
      for (const along of [start + 3, (start + end) / 2, end - 3]) {
        const place = orientation === 'horizontal' ? ([along, position] as const) : ([position, along] as const);
        expect(levelAt(page.picture, page.frame.toPicture(...place))).toBeLessThan(160);
      }
    }
  });

  test('tells how it lay', () => {
    expect(repair(grid, turned(3)).skewDegrees).toBeCloseTo(3, 1);
    expect(repair(grid, turned(0)).skewDegrees).toBeCloseTo(0, 2);
    expect(repair(grid, slanted).perspective).toBeGreaterThan(0.05);
    expect(repair(grid, bowed).bendPt).toBeGreaterThan(1);
    expect(repair(grid).bendPt).toBeLessThan(0.1);
  });
});

function levelAt({ width, data }: GreyRaster, [x, y]: readonly [number, number]): number {
  return data[Math.round(y) * width + Math.round(x)] ?? 255;
}

test('an empty page has no rulings and lies straight', () => {
  const page = repair([]);
  expect(page.rulings).toStrictEqual([]);
  expect([page.skewDegrees, page.perspective, page.bendPt].map(Math.abs)).toStrictEqual([0, 0, 0]);
  expect(page.frame.widthPt).toBeCloseTo(size.widthPx / pixelsPerPt, 6);
});

test('the same picture gives the same page', () => {
  const picture = drawPage({ ...size, strokes: grid });
  expect(repairPage(picture, pixelsPerPt).rulings).toStrictEqual(repairPage(picture, pixelsPerPt).rulings);
});

test('a red seal over a table leaves its lines', () => {
  const plain = drawPage({ ...size, strokes: grid });
  const pixels = new Uint8Array(3 * plain.data.length);
  for (let at = 0; at < plain.data.length; at++) {
    const [x, y] = [at % size.widthPx, Math.floor(at / size.widthPx)];
    const radius = Math.hypot(x - 440, y - 360) / pixelsPerPt;
    const isSeal = radius > 52 && radius < 57;
    const level = plain.data[at] ?? 255;
    // Ink over ink: a seal multiplies.
    pixels.set(isSeal ? [level * 0.85, level * 0.2, level * 0.25] : [level, level, level], 3 * at);
  }
  const page = repairPage(
    greyWithoutSeals(pixels, { width: plain.width, height: plain.height, channels: 3 }),
    pixelsPerPt,
  );
  expect(ascending(positionsOf(page, 'horizontal')).map(Math.round)).toStrictEqual(ys);
  expect(ascending(positionsOf(page, 'vertical')).map(Math.round)).toStrictEqual(xs);
});
