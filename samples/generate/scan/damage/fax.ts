import { createPixelNoise } from '../noise.ts';
import type { Raster } from '../raster.ts';

/**
 * Lines that were lost on the telephone line: the machine prints the line before again (ITU-T T.4, 4.1), `count` times
 * on the page, one or two lines each, or the line slips aside.
 */
export function lostLines(raster: Raster, { count, seed }: { count: number; seed: number }): Raster {
  const { width, height, channels } = raster;
  const data = raster.data.slice();
  const noise = createPixelNoise(seed);
  const stride = width * channels;
  for (let event = 0; event < count; event += 1) {
    const row = 1 + Math.floor(noise.uniform() * (height - 4));
    const slip = noise.uniform() < 0.3 ? Math.floor(noise.uniform() * 6) * channels : 0;
    const before = data.slice((row - 1) * stride, row * stride);
    const lines = noise.uniform() < 0.7 ? 1 : 2;
    for (let line = 0; line < lines; line += 1)
      data.set(before.subarray(0, stride - slip), (row + line) * stride + slip);
  }
  return { ...raster, data };
}
