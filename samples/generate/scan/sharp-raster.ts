import sharp, { type Sharp } from 'sharp';
import type { Raster } from './raster.ts';

/** A raster as sharp takes it. */
export function toSharp({ width, height, channels, data }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** The raster that sharp makes, with as many channels as asked for. */
export async function fromSharp(picture: Sharp, channels: 1 | 3): Promise<Raster> {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== channels) throw new RangeError(`expected ${channels} channels, found ${info.channels}`);
  const samples = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, channels, data: samples };
}
