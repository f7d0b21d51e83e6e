import { gaussianBlur } from '../damage/blur.ts';
import { smoothField } from '../noise.ts';
import { type Raster, toColor } from '../raster.ts';

export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export interface InkOptions {
  /** Where the mask's top left corner lies on the raster, in pixels. */
  readonly xPx: number;
  readonly yPx: number;
  readonly color: Color;
  /** 0 to 1: how much of the paper's light the full ink takes away. */
  readonly opacity: number;
  /** 0 to 1: how much thinner the ink is where the pad or the pressure failed. */
  readonly unevenness: number;
  /** Size of such places. */
  readonly cellPx: number;
  /** How far the ink spread into the paper. */
  readonly spreadPx: number;
  readonly seed: number;
}

/**
 * Ink on paper, by multiplying: what was dark stays dark, so that print under a stamp can still be read. `mask` is
 * grey, 255 where ink is.
 */
export async function layInk(raster: Raster, mask: Raster, options: InkOptions): Promise<Raster> {
  const colored = toColor(raster);
  const result = { ...colored, data: raster.channels === 3 ? colored.data.slice() : colored.data };
  const spread = await gaussianBlur(mask, { sigmaPx: options.spreadPx });
  const field = smoothField(mask, { cellPx: options.cellPx, octaves: 4, seed: options.seed });
  const { red, green, blue } = options.color;
  const taken = [1 - red / 255, 1 - green / 255, 1 - blue / 255];
  const [left, top] = [Math.round(options.xPx), Math.round(options.yPx)];
  for (let y = Math.max(0, -top); y < Math.min(mask.height, result.height - top); y += 1) {
    for (let x = Math.max(0, -left); x < Math.min(mask.width, result.width - left); x += 1) {
      const cover = (spread.data[y * mask.width + x] ?? 0) / 255;
      if (cover === 0) continue;
      const thin = Math.min(1, Math.max(0, (field[y * mask.width + x] ?? 0) * 1.2 + 0.35)) * options.unevenness;
      const amount = cover * options.opacity * (1 - thin);
      const at = ((y + top) * result.width + x + left) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        result.data[at + channel] = (result.data[at + channel] ?? 0) * (1 - amount * (taken[channel] ?? 0));
    }
  }
  return result;
}
