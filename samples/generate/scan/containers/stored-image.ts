/** A raster in each coding that a PDF may hold (ISO 32000-1, 7.4). */
import { deflateSync } from 'node:zlib';
import { encodeJpeg } from '../damage/jpeg.ts';
import type { Raster } from '../raster.ts';
import { packBits } from './bits.ts';
import { encodeGroup4, encodeModifiedHuffman } from './ccitt.ts';
import type { StoredImage } from './image-pdf.ts';
import { encodeJbig2 } from './jbig2.ts';
import { encodeJpx } from './jpx.ts';

export const grayCodings = ['jpeg', 'jpx', 'flate'] as const;
export const bilevelCodings = ['group4', 'huffman', 'jbig2', 'flate-bits'] as const;

export type PdfCoding = (typeof grayCodings)[number] | (typeof bilevelCodings)[number];

export interface CodingOptions {
  readonly coding: PdfCoding;
  readonly dpi: number;
  /** For JPEG; JPEG 2000 takes a ratio from it. */
  readonly quality: number;
  /** For the fax codings and bits: 0 or 1 may be black. */
  readonly blackIs1: boolean;
}

/** The image of a page. */
export async function storeImage(raster: Raster, options: CodingOptions): Promise<StoredImage> {
  const { width, height, channels } = raster;
  const size = `/Width ${width} /Height ${height}`;
  const space = `${size} /ColorSpace ${channels === 1 ? '/DeviceGray' : '/DeviceRGB'} /BitsPerComponent 8`;
  const bits = `${size} /ColorSpace /DeviceGray /BitsPerComponent 1`;
  const fax = (k: number, aligned: boolean): string =>
    `${bits} /Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height}${aligned ? ' /EncodedByteAlign true /EndOfBlock false' : ''}${options.blackIs1 ? ' /BlackIs1 true' : ''} >>${options.blackIs1 ? ' /Decode [1 0]' : ''}`;
  switch (options.coding) {
    case 'jpeg':
      return { entries: `${space} /Filter /DCTDecode`, bytes: await encodeJpeg(raster, options) };
    case 'jpx':
      return {
        entries: `${space} /Filter /JPXDecode`,
        bytes: await encodeJpx(raster, Math.round(4 + (100 - options.quality) / 3)),
      };
    case 'flate':
      return { entries: `${space} /Filter /FlateDecode`, bytes: deflateSync(raster.data) };
    case 'group4':
      return { entries: fax(-1, false), bytes: encodeGroup4(raster) };
    case 'huffman':
      return { entries: fax(0, true), bytes: encodeModifiedHuffman(raster) };
    case 'jbig2':
      return { entries: `${bits} /Filter /JBIG2Decode`, bytes: encodeJbig2(raster, options.dpi) };
    case 'flate-bits':
      return { entries: `${bits} /Filter /FlateDecode /Decode [1 0]`, bytes: deflateSync(packBits(raster)) };
  }
}
