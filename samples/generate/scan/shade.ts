import { emptyLike, type Raster } from './raster.ts';

/** Points of the coarse grid, in pixels: what shades a page is smooth over such a distance. */
const gridPx = 16;

/**
 * Multiplies the raster by a smooth function of the place (0 to 1 across and down), worked out on a coarse grid and
 * interpolated between its points.
 */
export function shadeBy(raster: Raster, factor: (across: number, down: number) => number): Raster {
  const { width, height, channels, data: from } = raster;
  const result = emptyLike(raster);
  const columns = Math.ceil(width / gridPx) + 2;
  const gridRow = (row: number): Float32Array =>
    Float32Array.from({ length: columns }, (_, column) => factor((column * gridPx) / width, (row * gridPx) / height));
  let [above, below] = [gridRow(0), gridRow(1)];
  const line = new Float32Array(columns);
  for (let y = 0; y < height; y += 1) {
    if (y > 0 && y % gridPx === 0) [above, below] = [below, gridRow(y / gridPx + 1)];
    const down = (y % gridPx) / gridPx;
    for (let column = 0; column < columns; column += 1)
      line[column] = (above[column] ?? 1) * (1 - down) + (below[column] ?? 1) * down;
    for (let x = 0, at = y * width * channels; x < width; x += 1) {
      const column = x >> 4;
      const left = line[column] ?? 1;
      const value = left + (((line[column + 1] ?? 1) - left) * (x & 15)) / gridPx;
      for (let channel = 0; channel < channels; channel += 1, at += 1) result.data[at] = (from[at] ?? 0) * value;
    }
  }
  return result;
}
