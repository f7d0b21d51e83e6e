/** A picture in memory: rows from the top without padding, one byte of grey or three of red, green, blue a pixel. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** 0 is black, 255 white. */
  readonly data: Uint8ClampedArray;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A raster of the same size and channels, black. */
export function emptyLike({ width, height, channels }: Raster): Raster {
  return { width, height, channels, data: new Uint8ClampedArray(width * height * channels) };
}

/** The raster in grey: Rec. 601 luma, as scanners and JPEG take it. */
export function toGrey(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const { width, height, data: from } = raster;
  const data = new Uint8ClampedArray(width * height);
  for (let pixel = 0, at = 0; pixel < data.length; pixel += 1, at += 3) {
    data[pixel] = 0.299 * (from[at] ?? 0) + 0.587 * (from[at + 1] ?? 0) + 0.114 * (from[at + 2] ?? 0);
  }
  return { width, height, channels: 1, data };
}

/** The raster with three channels. */
export function toColor(raster: Raster): Raster {
  if (raster.channels === 3) return raster;
  const { width, height, data: from } = raster;
  const data = new Uint8ClampedArray(width * height * 3);
  for (let pixel = 0, at = 0; pixel < from.length; pixel += 1, at += 3) {
    const shade = from[pixel] ?? 0;
    data[at] = shade;
    data[at + 1] = shade;
    data[at + 2] = shade;
  }
  return { width, height, channels: 3, data };
}

/** The raster with every sample replaced by `table[sample]`; one table for each channel, or one for all. */
export function throughTables(raster: Raster, tables: readonly Uint8ClampedArray[]): Raster {
  const result = emptyLike(raster);
  const { channels, data: from } = raster;
  for (let channel = 0; channel < channels; channel += 1) {
    const table = tables[channel % tables.length];
    if (table === undefined) throw new RangeError('no table for the channel');
    for (let at = channel; at < from.length; at += channels) result.data[at] = table[from[at] ?? 0] ?? 0;
  }
  return result;
}

/** A table for `throughTables`. */
export function tableOf(map: (sample: number) => number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, sample) => map(sample));
}

/** The raster times a grey mask of an eighth of its size, in which 255 changes nothing. */
export function timesMask(raster: Raster, mask: Raster): Raster {
  const result = emptyLike(raster);
  const { width, height, channels, data: from } = raster;
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = (y >> 3) * mask.width;
    for (let x = 0; x < width; x += 1) {
      const factor = (mask.data[row + (x >> 3)] ?? 255) / 255;
      for (let channel = 0; channel < channels; channel += 1, at += 1) result.data[at] = (from[at] ?? 0) * factor;
    }
  }
  return result;
}

/** Paints one pixel (counted from the first, row by row) in a shade, by an opacity of 0 to 1. */
export function paintPixel({ channels, data }: Raster, pixel: number, paint: { shade: number; opacity: number }): void {
  for (let at = pixel * channels; at < (pixel + 1) * channels; at += 1) {
    const old = data[at] ?? 0;
    data[at] = old + (paint.shade - old) * paint.opacity;
  }
}
