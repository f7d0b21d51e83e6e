import { createNoiseRows, smoothField } from '../noise.ts';
import { emptyLike, paintPixel, type Raster } from '../raster.ts';

export interface TransferOptions {
  /** Sample value at which half of the toner sticks: above 128 strokes grow (bleeding), below they are eaten away. */
  readonly threshold: number;
  /** How steep the way from toner to none is; 1 leaves shades, 8 is nearly black and white. */
  readonly gain: number;
  /** How far the threshold wanders from pixel to pixel, in levels: ragged edges. */
  readonly roughness: number;
  readonly seed: number;
}

/**
 * One passage through a copier: a soft threshold whose place wanders. The input is blurred first by whoever copied it,
 * so that a threshold above or below the middle dilates or erodes strokes.
 */
export function tonerTransfer(raster: Raster, { threshold, gain, roughness, seed }: TransferOptions): Raster {
  const { width, height, channels, data: from } = raster;
  const result = emptyLike(raster);
  const { samples, startOf } = createNoiseRows(seed);
  const curve = transferCurve(threshold, gain);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0, noise = startOf(y); x < width; x += 1, noise += 1) {
      const shift = (samples[noise] ?? 0) * roughness;
      for (let channel = 0; channel < channels; channel += 1, at += 1) {
        const sample = from[at] ?? 255;
        // Paper that is white stays so: dirt has damages of its own.
        const moved = sample + shift * (sample > 215 ? (255 - sample) / 40 : 1);
        result.data[at] = curve[(moved + 256) | 0] ?? 255;
      }
    }
  }
  return result;
}

/** For samples from -256 to 511: a logistic curve, stretched so that black stays black and white white. */
function transferCurve(threshold: number, gain: number): Uint8ClampedArray {
  const logistic = (sample: number): number => 1 / (1 + Math.exp((-gain * (sample - threshold)) / 64));
  const [low, high] = [logistic(0), logistic(255)];
  return Uint8ClampedArray.from({ length: 768 }, (_, index) => (255 * (logistic(index - 256) - low)) / (high - low));
}

/**
 * Ink fades in clouds: at most `loss` (0 to 1) of it, never so much that a stroke vanishes; `cellPx` is the clouds'
 * size.
 */
export function tonerLoss(
  raster: Raster,
  { loss, cellPx, seed }: { loss: number; cellPx: number; seed: number },
): Raster {
  const field = smoothField(raster, { cellPx, octaves: 4, seed });
  const { channels, data: from } = raster;
  const result = emptyLike(raster);
  for (let pixel = 0, at = 0; pixel < field.length; pixel += 1) {
    const share = Math.min(1, Math.max(0, (field[pixel] ?? 0) + 0.3)) * loss;
    for (let channel = 0; channel < channels; channel += 1, at += 1) {
      const sample = from[at] ?? 255;
      result.data[at] = sample + (255 - sample) * share;
    }
  }
  return result;
}

export interface Streak {
  /** Left edge and width, in pixels. */
  readonly xPx: number;
  readonly widthPx: number;
  /** Shade of the streak's middle: dark for dirt on the glass, light for a scratch on the drum. */
  readonly shade: number;
  /** 0 to 1. */
  readonly opacity: number;
}

/**
 * Straight hairlines down the whole page, as dirt on the glass of a sheet feeder and scratches on a drum leave them.
 */
export function streaks(raster: Raster, { lines, seed }: { lines: readonly Streak[]; seed: number }): Raster {
  const result = { ...raster, data: raster.data.slice() };
  const { width, height } = result;
  for (const [index, line] of lines.entries()) {
    const fading = smoothField(
      { width: 1, height },
      { cellPx: 1, cellHeightPx: height / 9, octaves: 3, seed: seed + index },
    );
    for (let y = 0; y < height; y += 1) {
      const opacity = line.opacity * Math.min(1, Math.max(0.15, 0.8 + (fading[y] ?? 0)));
      for (let x = Math.max(0, Math.floor(line.xPx)); x < Math.min(width, line.xPx + line.widthPx); x += 1) {
        const cover = Math.min(x + 1, line.xPx + line.widthPx) - Math.max(x, line.xPx);
        paintPixel(result, y * width + x, { shade: line.shade, opacity: opacity * cover });
      }
    }
  }
  return result;
}
