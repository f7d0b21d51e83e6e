import type { GreyRaster } from '../model/raster.ts';

/** How the pixels of a picture lie: rows from the top without padding, `channels` bytes a pixel, red first. */
export interface PixelLayout {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** How much redness brightens: the ink of a seal becomes paper, black text under it stays dark. */
const redLift = 0.6;

/** Grey from the red channel, in which red seals are faint, and lifted further where a pixel is red. */
export function greyWithoutSeals(pixels: Uint8Array, { width, height, channels }: PixelLayout): GreyRaster {
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at++, from += channels) {
    const red = pixels[from] ?? 0;
    const other = channels < 3 ? red : Math.max(pixels[from + 1] ?? 0, pixels[from + 2] ?? 0);
    const lifted = red > other ? red + redLift * (red - other) : red;
    data[at] = lifted > 255 ? 255 : lifted;
  }
  return { width, height, data };
}
