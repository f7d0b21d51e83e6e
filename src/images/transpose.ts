import type { GreyRaster } from '../model/raster.ts';

const stripPx = 64;

/** The picture with x and y traded. */
export function transposed({ width, height, data }: GreyRaster): GreyRaster {
  const turned = new Uint8Array(data.length);
  // In strips, so that what is written to is still in the processor's cache when its neighbour comes.
  for (let left = 0; left < width; left += stripPx) {
    const right = Math.min(width, left + stripPx);
    for (let y = 0; y < height; y++) {
      for (let x = left; x < right; x++) turned[x * height + y] = data[y * width + x] ?? 0;
    }
  }
  return { width: height, height: width, data: turned };
}
