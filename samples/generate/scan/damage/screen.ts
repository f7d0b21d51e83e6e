import { emptyLike, type Raster } from '../raster.ts';

/**
 * A copier prints grey paper as a screen of dots at 45 degrees: `cellPx` apart, `ink` (0 to 1) of the paper's light
 * taken by each dot's middle. Dots are fainter than print.
 */
export function dotGround(
  raster: Raster,
  { cellPx, ink, cover }: { cellPx: number; ink: number; cover: number },
): Raster {
  const result = emptyLike(raster);
  const { width, height, channels, data: from } = raster;
  const turn = Math.PI / Math.SQRT2 / cellPx;
  const limit = 1 - 2 * cover;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = Math.cos((x + y) * turn) * Math.cos((x - y) * turn);
      const factor = 1 - ink * Math.min(1, Math.max(0, (wave - limit) * 4));
      for (let channel = 0; channel < channels; channel += 1, at += 1) result.data[at] = (from[at] ?? 0) * factor;
    }
  }
  return result;
}
