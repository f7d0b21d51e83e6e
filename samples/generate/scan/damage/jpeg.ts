import sharp from 'sharp';
import type { Raster } from '../raster.ts';
import { fromSharp, toSharp } from '../sharp-raster.ts';

/** The raster after it was stored as a JPEG and read again. */
export async function jpegLoss(raster: Raster, { quality }: { quality: number }): Promise<Raster> {
  return fromSharp(sharp(await encodeJpeg(raster, { quality, dpi: 72 })), raster.channels);
}

/** A JPEG file; the colours of good ones are not subsampled. */
export async function encodeJpeg(raster: Raster, { quality, dpi }: { quality: number; dpi: number }): Promise<Buffer> {
  return toSharp(raster)
    .toColourspace(raster.channels === 1 ? 'b-w' : 'srgb')
    .withDensity(dpi)
    .jpeg({ quality, chromaSubsampling: quality >= 85 ? '4:4:4' : '4:2:0' })
    .toBuffer();
}
