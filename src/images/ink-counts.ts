import type { GreyRaster } from '../model/raster.ts';

/** How many pixels of each row and of each column of a picture are darker than `level`. */
export function inkCounts(
  { width, height, data }: GreyRaster,
  level: number,
): { readonly ofRows: Uint32Array; readonly ofColumns: Uint32Array } {
  const ofRows = new Uint32Array(height);
  const ofColumns = new Uint32Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    let count = 0;
    for (let x = 0; x < width; x++, at++) {
      if ((data[at] ?? 255) >= level) continue;
      count++;
      ofColumns[x] = (ofColumns[x] ?? 0) + 1;
    }
    ofRows[y] = count;
  }
  return { ofRows, ofColumns };
}
