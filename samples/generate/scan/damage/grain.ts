import { createNoiseRows, createPixelNoise, smoothField } from '../noise.ts';
import { emptyLike, paintPixel, type Raster } from '../raster.ts';

/**
 * Noise of a sensor: `sigma` levels of 255, finer than a pixel at `sizePx` 1, in clumps above; alike in all channels
 * where `colored` is 0, independent where it is 1.
 */
export function sensorNoise(
  raster: Raster,
  { sigma, sizePx, colored, seed }: { sigma: number; sizePx: number; colored: number; seed: number },
): Raster {
  const { width, height, channels, data: from } = raster;
  const result = emptyLike(raster);
  const { samples, startOf } = createNoiseRows(seed);
  const clumps = sizePx > 1.05 ? smoothField(raster, { cellPx: sizePx, seed }) : null;
  const own = channels === 3 ? sigma * colored : 0;
  const shared = sigma * (1 - colored / 2);
  for (let y = 0, at = 0, pixel = 0; y < height; y += 1) {
    for (let x = 0, start = startOf(y); x < width; x += 1, pixel += 1, start += 3) {
      const common = shared * (clumps === null ? (samples[start] ?? 0) : (clumps[pixel] ?? 0) * 1.6);
      for (let channel = 0; channel < channels; channel += 1, at += 1)
        result.data[at] = (from[at] ?? 0) + common + own * (samples[start + channel] ?? 0);
    }
  }
  return result;
}

/** Unevenness of the paper itself and of the light: broad, faint clouds of `sigma` levels. */
export function mottle(
  raster: Raster,
  { sigma, cellPx, seed }: { sigma: number; cellPx: number; seed: number },
): Raster {
  const field = smoothField(raster, { cellPx, octaves: 2, seed });
  const { channels, data: from } = raster;
  const result = emptyLike(raster);
  for (let pixel = 0, at = 0; pixel < field.length; pixel += 1) {
    const change = (field[pixel] ?? 0) * sigma;
    for (let channel = 0; channel < channels; channel += 1, at += 1) result.data[at] = (from[at] ?? 0) + change;
  }
  return result;
}

export interface SpeckleOptions {
  /** How many, on each million pixels. */
  readonly perMegapixel: number;
  /** The largest; most are much smaller. */
  readonly maxRadiusPx: number;
  /** Shade of the spots. */
  readonly shade: number;
  readonly seed: number;
}

/** Spots of toner, dirt or dust, or with a light shade spots where toner fell off. */
export function speckle(raster: Raster, { perMegapixel, maxRadiusPx, shade, seed }: SpeckleOptions): Raster {
  const result = { ...raster, data: raster.data.slice() };
  const noise = createPixelNoise(seed);
  const count = Math.round((raster.width * raster.height * perMegapixel) / 1e6);
  for (let spot = 0; spot < count; spot += 1) {
    const x = noise.uniform() * raster.width;
    const y = noise.uniform() * raster.height;
    const radius = 0.35 + (maxRadiusPx - 0.35) * noise.uniform() ** 4;
    const opacity = 0.4 + 0.6 * noise.uniform();
    paintSpot(result, { x, y, radius, shade, opacity, squash: 0.5 + noise.uniform() });
  }
  return result;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shade: number;
  readonly opacity: number;
  readonly squash: number;
}

function paintSpot(raster: Raster, spot: Spot): void {
  const reach = Math.ceil(spot.radius * 1.6) + 1;
  const [centreX, centreY] = [Math.floor(spot.x), Math.floor(spot.y)];
  for (let y = Math.max(0, centreY - reach); y <= Math.min(raster.height - 1, centreY + reach); y += 1) {
    for (let x = Math.max(0, centreX - reach); x <= Math.min(raster.width - 1, centreX + reach); x += 1) {
      const distance = Math.hypot((x + 0.5 - spot.x) * spot.squash, y + 0.5 - spot.y);
      const cover = Math.min(1, Math.max(0, spot.radius + 0.5 - distance)) * spot.opacity;
      if (cover > 0) paintPixel(raster, y * raster.width + x, { shade: spot.shade, opacity: cover });
    }
  }
}
