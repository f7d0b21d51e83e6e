import { expect, test } from 'vitest';
import { gaussianBlur } from '../../../samples/generate/scan/damage/blur.ts';
import { sensorNoise } from '../../../samples/generate/scan/damage/grain.ts';
import { hardestText } from '../../../samples/generate/scan/legibility.ts';
import type { Raster } from '../../../samples/generate/scan/raster.ts';
import type { PrintedPage } from '../../../samples/generate/scan/source-pages.ts';

const dpi = 72;

/** Two texts of vertical strokes, at 10 and at 60 points from the top. */
function printed(): Raster {
  const data = new Uint8ClampedArray(100 * 100).fill(255);
  for (let x = 10; x < 80; x += 1) {
    const isInk = (y: number): boolean => x % 7 < 3 && ((y >= 10 && y < 30) || (y >= 60 && y < 80));
    for (let y = 0; y < 100; y += 1) if (isInk(y)) data[y * 100 + x] = 0;
  }
  return { width: 100, height: 100, channels: 1, data };
}

const item = (top: number) => ({
  text: '川川',
  box: { left: 10, top, right: 80, bottom: top + 20 },
  charEdges: [],
  confidence: 1,
});
const page: PrintedPage = {
  widthPt: 100,
  heightPt: 100,
  texts: [item(10), item(60)],
  content: { left: 10, top: 10, right: 80, bottom: 80 },
  smallestPt: 20,
  draw: printed,
};

function hardest(raster: Raster) {
  const toPixels = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;
  return hardestText({ page, clean: printed(), capture: { raster, toPixels, place: (point) => point }, dpi });
}

test('what is as printed is legible', () => {
  expect(hardest(printed())?.correlation).toBeCloseTo(1, 6);
});

test('slight blur and noise leave it legible', async () => {
  const blurred = await gaussianBlur(printed(), { sigmaPx: 0.8 });
  expect(hardest(sensorNoise(blurred, { sigma: 12, sizePx: 1, colored: 0, seed: 3 }))?.correlation).toBeGreaterThan(
    0.8,
  );
});

test('one text blotted out is found, and where', () => {
  const blotted = printed();
  blotted.data.fill(0, 60 * 100, 82 * 100);
  const found = hardest(blotted);
  expect(found?.correlation).toBeLessThan(0.3);
  expect(found?.box.top).toBe(60);
});
