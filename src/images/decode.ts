import type { GreyRaster } from '../model/raster.ts';
import { greyWithoutSeals } from './grey.ts';

/** A picture as its file holds it, ready to be read. */
export interface DecodedPicture {
  readonly picture: GreyRaster;
  /** Dots per inch that the file claims; `null` where it claims none or nonsense. */
  readonly dpi: number | null;
}

export interface DecodeOptions {
  /** Which page of a file with several, from 0. */
  readonly page?: number;
  /** A picture with more is refused before it is decoded. */
  readonly maxPixels: number;
}

/** How many pages a picture file holds. Throws where the file is none that can be decoded. */
export async function countPictures(bytes: Uint8Array, maxPixels: number): Promise<number> {
  const sharp = await loadSharp();
  const { pages } = await sharp(bytes, { limitInputPixels: maxPixels, pages: 1 }).metadata();
  return pages ?? 1;
}

/**
 * Decodes a picture file (JPEG, PNG, WebP, TIFF) to grey, turned as its EXIF data say. Throws where it is broken or
 * too large.
 */
export async function decodePicture(
  bytes: Uint8Array,
  { page = 0, maxPixels }: DecodeOptions,
): Promise<DecodedPicture> {
  const sharp = await loadSharp();
  const file = sharp(bytes, { page, limitInputPixels: maxPixels, failOn: 'error' });
  const { density } = await file.metadata();
  const { data, info } = await file
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const picture = greyWithoutSeals(data, info);
  return { picture, dpi: density !== undefined && density >= minDpi && density <= maxDpi ? density : null };
}

/** What lies outside is a default of the program that wrote the file (72, 96), or wrong. */
const minDpi = 100;
const maxDpi = 1300;

/** The image library, loaded at its first use: other formats need not pay for it. */
async function loadSharp(): Promise<typeof import('sharp').default> {
  const { default: sharp } = await import('sharp');
  // Nothing is decoded twice, and a worker uses no more cores than it was given.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
