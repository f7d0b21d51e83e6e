import { createPixelNoise } from '../noise.ts';
import { emptyLike, type Raster, toGrey } from '../raster.ts';

/** Black below `threshold`, white from there; the threshold trembles by `jitter` levels (sensor noise). */
export function thresholdGlobally(
  raster: Raster,
  { threshold, jitter, seed }: { threshold: number; jitter: number; seed: number },
): Raster {
  const grey = toGrey(raster);
  const result = emptyLike(grey);
  const noise = createPixelNoise(seed);
  for (let at = 0; at < grey.data.length; at += 1)
    result.data[at] = (grey.data[at] ?? 0) + noise.gaussian() * jitter < threshold ? 0 : 255;
  return result;
}

/** Black where a pixel is darker than `share` of its neighbourhood's mean (Bradley and Roth 2007). */
export function thresholdLocally(raster: Raster, { windowPx, share }: { windowPx: number; share: number }): Raster {
  const grey = toGrey(raster);
  const { width, height, data } = grey;
  const sums = integralOf(grey);
  const result = emptyLike(grey);
  const half = Math.max(1, Math.round(windowPx / 2));
  const pitch = width + 1;
  for (let y = 0, at = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - half), Math.min(height, y + half + 1)];
    for (let x = 0; x < width; x += 1, at += 1) {
      const [left, right] = [Math.max(0, x - half), Math.min(width, x + half + 1)];
      const lower = (sums[bottom * pitch + right] ?? 0) - (sums[bottom * pitch + left] ?? 0);
      const sum = lower - (sums[top * pitch + right] ?? 0) + (sums[top * pitch + left] ?? 0);
      result.data[at] = (data[at] ?? 0) * (right - left) * (bottom - top) < sum * share ? 0 : 255;
    }
  }
  return result;
}

function integralOf({ width, height, data }: Raster): Float64Array {
  const pitch = width + 1;
  const sums = new Float64Array(pitch * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * pitch + x + 1] = (sums[y * pitch + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** Error diffusion (Floyd and Steinberg 1976), as scanners and fax machines set to "photo" do. */
export function ditherByErrors(raster: Raster, { sharpen }: { sharpen: number }): Raster {
  const grey = toGrey(raster);
  const { width, height, data } = grey;
  const result = emptyLike(grey);
  let current = new Float32Array(width + 2);
  let next = new Float32Array(width + 2);
  for (let y = 0; y < height; y += 1) {
    next.fill(0);
    for (let x = 0; x < width; x += 1) {
      // Contrast is raised first, as the machines do, or text would crumble.
      const sample = 128 + ((data[y * width + x] ?? 0) - 128) * sharpen;
      const wanted = Math.min(275, Math.max(-20, sample)) + (current[x + 1] ?? 0);
      const shade = wanted < 128 ? 0 : 255;
      const error = wanted - shade;
      result.data[y * width + x] = shade;
      current[x + 2] = (current[x + 2] ?? 0) + (error * 7) / 16;
      next[x] = (next[x] ?? 0) + (error * 3) / 16;
      next[x + 1] = (next[x + 1] ?? 0) + (error * 5) / 16;
      next[x + 2] = (next[x + 2] ?? 0) + error / 16;
    }
    [current, next] = [next, current];
  }
  return result;
}

/** Bayer's matrix of 4 by 4: the order in which pixels of a cell turn black. */
const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** A regular screen of dots: the ground of a copy that was printed in half-tones. */
export function ditherByScreen(raster: Raster, { sharpen }: { sharpen: number }): Raster {
  const grey = toGrey(raster);
  const result = emptyLike(grey);
  for (let y = 0, at = 0; y < grey.height; y += 1) {
    for (let x = 0; x < grey.width; x += 1, at += 1) {
      const sample = 128 + ((grey.data[at] ?? 0) - 128) * sharpen;
      result.data[at] = sample < ((bayer[(y % 4) * 4 + (x % 4)] ?? 0) + 0.5) * 16 ? 0 : 255;
    }
  }
  return result;
}
