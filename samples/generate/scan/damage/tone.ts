import { createPixelNoise, smoothField } from '../noise.ts';
import { emptyLike, type Raster, tableOf, throughTables, toGrey } from '../raster.ts';
import { shadeBy } from '../shade.ts';

/** Maps black to `black`, white to `white`; `gamma` above 1 darkens what lies between. Beyond 0 and 255 it clips. */
export function levels(raster: Raster, options: { black: number; white: number; gamma: number }): Raster {
  const { black, white, gamma } = options;
  return throughTables(raster, [tableOf((sample) => black + (white - black) * (sample / 255) ** gamma)]);
}

/** Multiplies the channels: the tint of paper or light. */
export function colorCast(raster: Raster, { red, green, blue }: { red: number; green: number; blue: number }): Raster {
  const factors = raster.channels === 3 ? [red, green, blue] : [green];
  return throughTables(
    raster,
    factors.map((factor) => tableOf((sample) => sample * factor)),
  );
}

/** Light that falls off towards one side, by `depth` (0 to 1) of itself at the far end, with broad clouds on top. */
export function unevenLight(
  raster: Raster,
  { depth, angleDeg, clouds, seed }: { depth: number; angleDeg: number; clouds: number; seed: number },
): Raster {
  const cloud = smoothField({ width: 65, height: 65 }, { cellPx: 20, octaves: 2, seed });
  const angle = (angleDeg * Math.PI) / 180;
  return shadeBy(raster, (across, down) => {
    const along = (across - 0.5) * Math.cos(angle) + (down - 0.5) * Math.sin(angle) + 0.5;
    const cell = Math.min(64, Math.round(down * 64)) * 65 + Math.min(64, Math.round(across * 64));
    return 1 - depth * Math.min(1, Math.max(0, along)) ** 1.5 + (cloud[cell] ?? 0) * clouds;
  });
}

/** Darkening towards the corners, by `depth` (0 to 1) in the corners themselves. */
export function vignette(raster: Raster, { depth }: { depth: number }): Raster {
  return shadeBy(raster, (across, down) => {
    const squared = (2 * across - 1) ** 2 + (2 * down - 1) ** 2;
    return 1 - depth * (squared / 2) ** 1.5;
  });
}

/** What is printed on the back shines through, mirrored; `strength` (0 to 1) of its darkness. */
export function showThrough(raster: Raster, { strength }: { strength: number }, back: Raster): Raster {
  const result = emptyLike(raster);
  const grey = toGrey(back);
  for (let y = 0; y < raster.height; y += 1) {
    const row = Math.min(grey.height - 1, y) * grey.width;
    for (let x = 0; x < raster.width; x += 1) {
      const ink = 255 - (grey.data[row + Math.max(0, grey.width - 1 - x)] ?? 255);
      const factor = 1 - (ink / 255) * strength;
      const at = (y * raster.width + x) * raster.channels;
      for (let sample = at; sample < at + raster.channels; sample += 1)
        result.data[sample] = (raster.data[sample] ?? 0) * factor;
    }
  }
  return result;
}

/** Broad, faint bands down the page, as a worn drum or a dirty lamp leaves them; `depth` 0 to 1. */
export function bands(raster: Raster, { depth, count, seed }: { depth: number; count: number; seed: number }): Raster {
  const noise = createPixelNoise(seed);
  const places = Array.from({ length: count }, () => ({ at: noise.uniform(), width: 0.01 + 0.05 * noise.uniform() }));
  return shadeBy(raster, (across) => {
    const darkness = places.reduce((sum, band) => sum + Math.exp(-(((across - band.at) / band.width) ** 2)), 0);
    return 1 - depth * Math.min(1, darkness);
  });
}
