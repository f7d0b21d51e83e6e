/**
 * JBIG2 without loss (ITU-T T.88): one page, one generic region of template 0, coded with the MQ coder. As a PDF holds
 * it: segments alone, without the file's own header (ISO 32000-1, 7.4.7).
 */
import type { Raster } from '../raster.ts';
import { createMqEncoder } from './mq-coder.ts';

/** The segments of a black and white raster. */
export function encodeJbig2(raster: Raster, dpi: number): Uint8Array {
  const { width, height } = raster;
  const perMetre = Math.round(dpi / 0.0254);
  const page = [...word(width), ...word(height), ...word(perMetre), ...word(perMetre), 0, 0, 0];
  // Region's place and size, operator OR; then flags (template 0) and the adaptive pixels' usual places.
  const region = [...word(width), ...word(height), ...word(0), ...word(0), 0, 0, 3, -1, -3, -1, 2, -2, -2, -2];
  const coded = encodeGenericRegion(raster);
  return Buffer.concat([
    Buffer.from([...word(0), 48, 0, 1, ...word(page.length), ...page]),
    Buffer.from([...word(1), 38, 0, 1, ...word(region.length + coded.length), ...region]),
    coded,
  ]);
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** T.88, 6.2.5.3: sixteen pixels above and left of each pixel say which statistics code it. */
function encodeGenericRegion({ width, height, data }: Raster): Uint8Array {
  const encoder = createMqEncoder(1 << 16);
  const pitch = width + 8;
  // Rows with four white pixels on either side, so that no neighbour needs a check.
  const rows = [new Uint8Array(pitch), new Uint8Array(pitch), new Uint8Array(pitch)] as const;
  let [before, above, current] = rows;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) current[x + 4] = (data[y * width + x] ?? 255) < 128 ? 1 : 0;
    let far = ((before[4] ?? 0) << 1) | (before[5] ?? 0);
    let near = ((above[4] ?? 0) << 2) | ((above[5] ?? 0) << 1) | (above[6] ?? 0);
    let left = 0;
    for (let x = 4; x < width + 4; x += 1) {
      far = ((far << 1) | (before[x + 2] ?? 0)) & 31;
      near = ((near << 1) | (above[x + 3] ?? 0)) & 127;
      const bit = current[x] ?? 0;
      encoder.encode((far << 11) | (near << 4) | left, bit);
      left = ((left << 1) | bit) & 15;
    }
    [before, above, current] = [above, current, before];
  }
  return encoder.finish();
}
