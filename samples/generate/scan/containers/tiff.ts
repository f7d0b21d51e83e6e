/**
 * TIFF files of many pages (TIFF 6.0), little-endian: header, then for each page its strips, its values, its directory.
 */
import { deflateSync } from 'node:zlib';
import { encodeJpeg } from '../damage/jpeg.ts';
import type { Raster } from '../raster.ts';
import { packBits } from './bits.ts';
import { encodeGroup4, encodeModifiedHuffman } from './ccitt.ts';
import { encodeLzw } from './lzw.ts';

/** The values of the tag Compression that are written. */
const compressions = { none: 1, huffman: 2, group4: 4, lzw: 5, jpeg: 7, deflate: 8 } as const;

export type TiffCompression = keyof typeof compressions;

export interface TiffPage {
  readonly raster: Raster;
  /** One bit a pixel; the raster must be black and white. */
  readonly isBilevel: boolean;
  readonly compression: TiffCompression;
  /** `null` leaves the resolution out. */
  readonly dpi: readonly [number, number] | null;
  /** The tag Orientation: 1 upright, 6 to be turned clockwise, 3 upside down, 8 to be turned back. */
  readonly orientation: 1 | 3 | 6 | 8;
  /** How many rows stand in one strip. */
  readonly rowsPerStrip: number;
  /** For JPEG. */
  readonly quality: number;
}

type Field = readonly [tag: number, type: 3 | 4 | 5, values: readonly number[]];

/** The file's bytes. */
export async function tiffFile(pages: readonly TiffPage[]): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])];
  let length = 8;
  const push = (part: Uint8Array): number => {
    const padded = Buffer.concat([part, Buffer.alloc(part.length % 2)]);
    parts.push(padded);
    length += padded.length;
    return length - padded.length;
  };
  let link: { part: Buffer; at: number } | null = { part: parts[0] ?? Buffer.alloc(8), at: 4 };
  for (const page of pages) {
    const strips = await encodeStrips(page);
    const offsets = strips.map(push);
    const fields = fieldsOf(page, { offsets, lengths: strips.map((strip) => strip.length) });
    const places = fields.map(([, type, values]) =>
      sizeOf(type) * values.length > 4 ? push(valueBytes(type, values)) : null,
    );
    const directory = directoryBytes(fields, places);
    link?.part.writeUInt32LE(length, link.at);
    push(directory);
    const written = parts.at(-1);
    link = written === undefined ? null : { part: written, at: directory.length - 4 };
  }
  return Buffer.concat(parts);
}

async function encodeStrips(page: TiffPage): Promise<Uint8Array[]> {
  const { raster, rowsPerStrip } = page;
  const strips: Uint8Array[] = [];
  for (let top = 0; top < raster.height; top += rowsPerStrip) {
    const height = Math.min(rowsPerStrip, raster.height - top);
    const pitch = raster.width * raster.channels;
    const data = raster.data.subarray(top * pitch, (top + height) * pitch);
    strips.push(await encodeStrip({ ...raster, height, data }, page));
  }
  return strips;
}

async function encodeStrip(strip: Raster, { isBilevel, compression, quality }: TiffPage): Promise<Uint8Array> {
  const raw = (): Uint8Array => (isBilevel ? packBits(strip) : new Uint8Array(strip.data));
  switch (compression) {
    case 'none':
      return raw();
    case 'huffman':
      return encodeModifiedHuffman(strip);
    case 'group4':
      return encodeGroup4(strip);
    case 'lzw':
      return encodeLzw(raw());
    case 'deflate':
      return deflateSync(raw());
    case 'jpeg':
      return encodeJpeg(strip, { quality, dpi: 72 });
  }
}

function fieldsOf(page: TiffPage, strips: { offsets: readonly number[]; lengths: readonly number[] }): Field[] {
  const { raster, isBilevel, compression, dpi, orientation, rowsPerStrip } = page;
  // Bits of 1 are black in black and white; JPEG keeps colours as YCbCr, subsampled where it says so itself.
  const photometric = isBilevel ? 0 : raster.channels === 1 ? 1 : compression === 'jpeg' ? 6 : 2;
  const bits = isBilevel ? [1] : Array.from({ length: raster.channels }, () => 8);
  const subsampling: Field[] = photometric === 6 ? [[530, 3, page.quality >= 85 ? [1, 1] : [2, 2]]] : [];
  const resolution: Field[] =
    dpi === null
      ? []
      : [
          [282, 5, [dpi[0], 1]],
          [283, 5, [dpi[1], 1]],
          [296, 3, [2]],
        ];
  const fields: Field[] = [
    [256, 4, [raster.width]],
    [257, 4, [raster.height]],
    [258, 3, bits],
    [259, 3, [compressions[compression]]],
    [262, 3, [photometric]],
    [273, 4, strips.offsets],
    [274, 3, [orientation]],
    [277, 3, [raster.channels]],
    [278, 4, [rowsPerStrip]],
    [279, 4, strips.lengths],
    ...resolution,
    ...subsampling,
  ];
  return fields.sort((one, other) => one[0] - other[0]);
}

function sizeOf(type: Field[1]): number {
  return type === 3 ? 2 : 4;
}

/** Values of two bytes, of four, or rationals, which are given as numerator and denominator. */
function valueBytes(type: Field[1], values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * sizeOf(type));
  for (const [index, value] of values.entries()) {
    if (type === 3) bytes.writeUInt16LE(value, index * 2);
    else bytes.writeUInt32LE(value, index * 4);
  }
  return bytes;
}

function directoryBytes(fields: readonly Field[], places: readonly (number | null)[]): Buffer {
  const bytes = Buffer.alloc(2 + fields.length * 12 + 4);
  bytes.writeUInt16LE(fields.length, 0);
  for (const [index, [tag, type, values]] of fields.entries()) {
    const at = 2 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(type === 5 ? values.length / 2 : values.length, at + 4);
    const place = places[index] ?? null;
    if (place === null) valueBytes(type, values).copy(bytes, at + 8);
    else bytes.writeUInt32LE(place, at + 8);
  }
  return bytes;
}
