import { assert, double, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ditherByErrors,
  ditherByScreen,
  thresholdGlobally,
  thresholdLocally,
} from '../../../samples/generate/scan/damage/binarise.ts';
import { defocus, gaussianBlur, motionBlur } from '../../../samples/generate/scan/damage/blur.ts';
import { darkEdges } from '../../../samples/generate/scan/damage/edges.ts';
import { lostLines } from '../../../samples/generate/scan/damage/fax.ts';
import { mottle, sensorNoise, speckle } from '../../../samples/generate/scan/damage/grain.ts';
import { jpegLoss } from '../../../samples/generate/scan/damage/jpeg.ts';
import { wearRulings } from '../../../samples/generate/scan/damage/rulings.ts';
import { dotGround } from '../../../samples/generate/scan/damage/screen.ts';
import { castShadows } from '../../../samples/generate/scan/damage/shadow.ts';
import { sharpen } from '../../../samples/generate/scan/damage/sharpen.ts';
import {
  bands,
  colorCast,
  levels,
  showThrough,
  unevenLight,
  vignette,
} from '../../../samples/generate/scan/damage/tone.ts';
import { streaks, tonerLoss, tonerTransfer } from '../../../samples/generate/scan/damage/toner.ts';
import { quarterTurn, warp } from '../../../samples/generate/scan/damage/warp.ts';
import {
  followedBy,
  inverse,
  type Matrix,
  rotation,
  scaling,
  squareTo,
  transform,
  translation,
} from '../../../samples/generate/scan/matrix.ts';
import { layInk } from '../../../samples/generate/scan/marks/ink.ts';
import { type Raster, toColor } from '../../../samples/generate/scan/raster.ts';
import type { Capture } from '../../../samples/generate/scan/step.ts';

/** White paper with a word of 24 by 8 dark pixels, a ruling across and one down. */
function paper(channels: 1 | 3 = 1): Raster {
  const [width, height] = [160, 120];
  const data = new Uint8ClampedArray(width * height).fill(255);
  for (let x = 0; x < width; x += 1) data.fill(0, 90 * width + x, 90 * width + x + 1);
  for (let y = 0; y < height; y += 1) data[y * width + 130] = 0;
  for (let y = 40; y < 48; y += 1) for (let x = 50; x < 74; x += 1) if (x % 4 < 2) data[y * width + x] = 20;
  const grey: Raster = { width, height, channels: 1, data };
  return channels === 1 ? grey : toColor(grey);
}

function meanOf({ data }: Raster): number {
  return data.reduce((sum, sample) => sum + sample, 0) / data.length;
}

function at({ width, channels, data }: Raster, x: number, y: number): number {
  return data[(y * width + x) * channels] ?? -1;
}

const seed = 11;
const everyDamage: Readonly<Record<string, (raster: Raster) => Raster | Promise<Raster>>> = {
  gaussianBlur: (raster) => gaussianBlur(raster, { sigmaPx: 1.2 }),
  motionBlur: (raster) => motionBlur(raster, { lengthPx: 4, angleDeg: 30 }),
  defocus: (raster) => defocus(raster, { radiusPx: 1.6 }),
  sharpen: (raster) => sharpen(raster, { sigmaPx: 1, amount: 1 }),
  darkEdges: (raster) =>
    darkEdges(raster, {
      widthsPx: { left: 6, top: 0, right: 3, bottom: 2 },
      shade: 20,
      softness: 0.4,
      raggedness: 0.3,
      seed,
    }),
  lostLines: (raster) => lostLines(raster, { count: 60, seed }),
  sensorNoise: (raster) => sensorNoise(raster, { sigma: 6, sizePx: 1, colored: 0.5, seed }),
  clumpedNoise: (raster) => sensorNoise(raster, { sigma: 6, sizePx: 2, colored: 0, seed }),
  mottle: (raster) => mottle(raster, { sigma: 5, cellPx: 20, seed }),
  speckle: (raster) => speckle(raster, { perMegapixel: 500, maxRadiusPx: 3, shade: 0, seed }),
  jpegLoss: (raster) => jpegLoss(raster, { quality: 50 }),
  wearRulings: (raster) => wearRulings(raster, { minLengthPx: 60, fade: 0.4, gaps: 0.2, gapPx: 9, doubledPx: 3, seed }),
  dotGround: (raster) => dotGround(raster, { cellPx: 5, ink: 0.3, cover: 0.2 }),
  castShadows: (raster) =>
    castShadows(raster, {
      shadows: [{ x: 0.5, y: 0.5, angleDeg: 70, halfLength: 0.3, radius: 0.1, softness: 0.1, depth: 0.4 }],
    }),
  levels: (raster) => levels(raster, { black: 30, white: 230, gamma: 1.2 }),
  colorCast: (raster) => colorCast(raster, { red: 1, green: 0.97, blue: 0.9 }),
  unevenLight: (raster) => unevenLight(raster, { depth: 0.2, angleDeg: 40, clouds: 0.02, seed }),
  vignette: (raster) => vignette(raster, { depth: 0.3 }),
  bands: (raster) => bands(raster, { depth: 0.1, count: 3, seed }),
  showThrough: (raster) => showThrough(raster, { strength: 0.2 }, raster),
  tonerTransfer: (raster) => tonerTransfer(raster, { threshold: 130, gain: 2, roughness: 12, seed }),
  tonerLoss: (raster) => tonerLoss(raster, { loss: 0.5, cellPx: 15, seed }),
  streaks: (raster) => streaks(raster, { lines: [{ xPx: 20, widthPx: 1.4, shade: 60, opacity: 0.7 }], seed }),
  thresholdGlobally: (raster) => thresholdGlobally(raster, { threshold: 140, jitter: 5, seed }),
  thresholdLocally: (raster) => thresholdLocally(raster, { windowPx: 15, share: 0.8 }),
  ditherByErrors: (raster) => ditherByErrors(raster, { sharpen: 2 }),
  ditherByScreen: (raster) => ditherByScreen(raster, { sharpen: 2 }),
};

describe.each(Object.entries(everyDamage))('%s', (_, damage) => {
  test.each([1, 3] as const)(
    'is a pure function of %i channels: same result, size kept, input untouched',
    async (channels) => {
      const raster = paper(channels);
      const before = raster.data.slice();
      const [first, second] = [await damage(raster), await damage(raster)];
      expect(raster.data).toEqual(before);
      expect([first.width, first.height]).toEqual([raster.width, raster.height]);
      expect(first.data.length).toBe(first.width * first.height * first.channels);
      expect(second).toEqual(first);
      expect(Buffer.compare(Buffer.from(first.data), Buffer.from(before))).not.toBe(0);
    },
  );

  test('leaves the page as light as a page is', async () => {
    const result = await damage(paper(1));
    expect(meanOf(result)).toBeGreaterThan(150);
  });
});

describe('what a damage does', () => {
  test('toner bleeds above the middle and is eaten away below it', async () => {
    const blurred = await gaussianBlur(paper(), { sigmaPx: 1 });
    const of = (threshold: number) => meanOf(tonerTransfer(blurred, { threshold, gain: 4, roughness: 0, seed }));
    expect(of(200)).toBeLessThan(of(128) - 0.5);
    expect(of(60)).toBeGreaterThan(of(128) + 0.5);
  });

  test('rulings wear and the word between them does not', () => {
    const worn = wearRulings(paper(), { minLengthPx: 60, fade: 0.5, gaps: 0, gapPx: 9, doubledPx: 0, seed });
    expect(at(worn, 20, 90)).toBeGreaterThan(120);
    expect(at(worn, 130, 20)).toBeGreaterThan(120);
    for (let y = 40; y < 48; y += 1) for (let x = 50; x < 74; x += 1) expect(at(worn, x, y)).toBe(at(paper(), x, y));
  });

  test('gaps take about the share of the rulings that is asked for', () => {
    const long: Raster = { width: 4000, height: 40, channels: 1, data: new Uint8ClampedArray(160_000).fill(255) };
    long.data.fill(0, 20 * 4000, 21 * 4000);
    const worn = wearRulings(long, { minLengthPx: 60, fade: 0, gaps: 0.15, gapPx: 20, doubledPx: 0, seed });
    const gone = worn.data.subarray(20 * 4000, 21 * 4000).filter((sample) => sample === 255).length;
    expect(gone / 4000).toBeGreaterThan(0.05);
    expect(gone / 4000).toBeLessThan(0.3);
  });

  test('edges without width stay light', () => {
    const white: Raster = { ...paper(), data: new Uint8ClampedArray(160 * 120).fill(255) };
    const widthsPx = { left: 10, top: 0, right: 0, bottom: 0 };
    const edged = darkEdges(white, { widthsPx, shade: 0, softness: 0.1, raggedness: 0, seed });
    expect(at(edged, 2, 60)).toBeLessThan(30);
    expect([at(edged, 159, 60), at(edged, 80, 0), at(edged, 80, 119)]).toEqual([255, 255, 255]);
  });

  test('ink leaves print under it as dark as it was, and reddens paper', async () => {
    const mask: Raster = { width: 60, height: 40, channels: 1, data: new Uint8ClampedArray(2400).fill(255) };
    const color = { red: 210, green: 30, blue: 40 };
    const inked = await layInk(paper(), mask, {
      xPx: 40,
      yPx: 30,
      color,
      opacity: 0.8,
      unevenness: 0,
      cellPx: 5,
      spreadPx: 0,
      seed,
    });
    expect(at(inked, 52, 44)).toBeLessThanOrEqual(20);
    const pixel = (35 * 160 + 45) * 3;
    expect(inked.data[pixel]).toBeGreaterThan(200);
    expect(inked.data[pixel + 1]).toBeLessThan(100);
  });

  test('black and white is black and white', () => {
    for (const name of ['thresholdGlobally', 'thresholdLocally', 'ditherByErrors', 'ditherByScreen']) {
      const result = everyDamage[name]?.(paper(3)) as Raster;
      expect(result.channels).toBe(1);
      expect(result.data.every((sample) => sample === 0 || sample === 255)).toBe(true);
    }
  });
});

describe('places', () => {
  const capture = (raster: Raster): Capture => ({ raster, toPixels: scaling(1, 1), place: (point) => point });
  const start = { x: 57.5, y: 44.5 };

  test.each([1, 2, 3] as const)('%i quarter turns move a point with its pixel, and four bring it back', (turns) => {
    const turned = quarterTurn(capture(paper(3)), { turns });
    const moved = transform(turned.toPixels, start);
    expect(turned.place(start)).toEqual(moved);
    expect(at(turned.raster, Math.floor(moved.x), Math.floor(moved.y))).toBe(at(paper(3), 57, 44));
    const back = quarterTurn(turned, { turns: (4 - turns) as 1 | 2 | 3 });
    expect(back.raster).toEqual(paper(3));
  });

  test('warping moves the word to where its matrix says', () => {
    const forward = followedBy(followedBy(scaling(2, 1.5), rotation(5)), translation(30, 10));
    const size = { width: 380, height: 220 };
    const warped = warp(capture(paper()), { forward, size, outside: 200 });
    const { x, y } = transform(warped.toPixels, start);
    expect(at(warped.raster, Math.floor(x), Math.floor(y))).toBeLessThan(60);
    expect(at(warped.raster, 379, 0)).toBe(200);
  });

  test('bent paper is placed as it is seen', () => {
    const lowerPx = new Float32Array(160).fill(7);
    const rightPx = new Float32Array(160).fill(0);
    const bent = warp(capture(paper()), {
      forward: scaling(1, 1),
      size: paper(),
      outside: 255,
      bend: { lowerPx, rightPx },
    });
    const { x, y } = bent.place(start);
    expect(y).toBe(37.5);
    expect(at(bent.raster, Math.floor(x), Math.floor(y))).toBe(20);
  });

  test('a homography and its inverse cancel out', () => {
    const near = (from: number) => double({ min: from, max: from + 0.3, noNaN: true });
    const corner = (x: number, y: number) => record({ x: near(x), y: near(y) });
    assert(
      property(tuple(corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)), ([a, b, c, d]) => {
        const there: Matrix = squareTo([a, b, c, d]);
        expect(transform(there, { x: 1, y: 1 }).x).toBeCloseTo(c.x, 6);
        expect(transform(there, { x: 0, y: 1 }).y).toBeCloseTo(d.y, 6);
        const back = transform(inverse(there), transform(there, { x: 0.3, y: 0.8 }));
        expect(back.x).toBeCloseTo(0.3, 6);
        expect(back.y).toBeCloseTo(0.8, 6);
      }),
    );
  });
});
