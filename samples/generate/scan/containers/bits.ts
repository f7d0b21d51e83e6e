import { toGrey, type Raster } from '../raster.ts';

/** Packs a black and white raster into bits, rows padded to bytes, 1 for black, first pixel in the highest bit. */
export function packBits(raster: Raster): Uint8Array {
  const { width, height, data } = toGrey(raster);
  const stride = Math.ceil(width / 8);
  const packed = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) < 128)
        packed[y * stride + (x >> 3)] = (packed[y * stride + (x >> 3)] ?? 0) | (128 >> (x & 7));
    }
  }
  return packed;
}

/** True where every sample is black or white. */
export function isBlackAndWhite({ channels, data }: Raster): boolean {
  return channels === 1 && data.every((sample) => sample === 0 || sample === 255);
}

/** Collects codes of up to 24 bits, first bit in the highest place. */
export interface BitWriter {
  put(value: number, length: number): void;
  /** Fills the last byte with zeros. */
  align(): void;
  bytes(): Uint8Array;
}

export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(4096);
  let used = 0;
  let pending = 0;
  let pendingLength = 0;
  const flushByte = (byte: number): void => {
    if (used === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[used] = byte;
    used += 1;
  };
  const put = (value: number, length: number): void => {
    pending = (pending << length) | value;
    pendingLength += length;
    while (pendingLength >= 8) {
      pendingLength -= 8;
      flushByte((pending >> pendingLength) & 255);
    }
    pending &= (1 << pendingLength) - 1;
  };
  const align = (): void => {
    if (pendingLength > 0) put(0, 8 - pendingLength);
  };
  return {
    put,
    align,
    bytes: () => {
      align();
      return bytes.slice(0, used);
    },
  };
}
