import sharp from 'sharp';
import { escapeMarkup } from '../../render/html.ts';
import type { Box } from '../../../../src/model/geometry.ts';
import { type Raster } from '../raster.ts';

/** Draws white shapes on black as a mask of ink; `body` is SVG in units of `unitPx` pixels. */
export async function drawMask(
  { widthUnits, heightUnits, unitPx }: { widthUnits: number; heightUnits: number; unitPx: number },
  body: string,
): Promise<Raster> {
  const [width, height] = [Math.ceil(widthUnits * unitPx), Math.ceil(heightUnits * unitPx)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width / unitPx} ${height / unitPx}"><rect width="100%" height="100%" fill="black"/>${body}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width, height, channels: 1, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength) };
}

/**
 * Paints opaque shapes over a part of the raster; `body` is SVG in units of which `unitPx` (across, down) pixels are
 * one,
 * `box` what it covers, in the same units.
 */
export async function paintShapes(
  raster: Raster,
  { body, box, unitPx }: { body: string; box: Box; unitPx: readonly [number, number] },
): Promise<Raster> {
  const left = Math.max(0, Math.floor(box.left * unitPx[0]));
  const top = Math.max(0, Math.floor(box.top * unitPx[1]));
  const width = Math.min(raster.width, Math.ceil(box.right * unitPx[0])) - left;
  const height = Math.min(raster.height, Math.ceil(box.bottom * unitPx[1])) - top;
  if (width <= 0 || height <= 0) return raster;
  const view = `${left / unitPx[0]} ${top / unitPx[1]} ${width / unitPx[0]} ${height / unitPx[1]}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}" preserveAspectRatio="none">${body}</svg>`;
  const shapes = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  const result = { ...raster, data: raster.data.slice() };
  for (let y = 0, from = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, from += 4) {
      const opacity = (shapes[from + 3] ?? 0) / 255;
      const at = ((y + top) * raster.width + x + left) * raster.channels;
      for (let channel = 0; channel < raster.channels; channel += 1) {
        const old = result.data[at + channel] ?? 0;
        result.data[at + channel] = old + ((shapes[from + channel] ?? 0) - old) * opacity;
      }
    }
  }
  return result;
}

export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly family: string;
  readonly degrees?: number;
  /** Width over height; 1 is the font's own. */
  readonly stretch?: number;
  readonly bold?: boolean;
  readonly fill?: string;
}

/** A text whose middle stands at a point. */
export function glyph({
  text,
  x,
  y,
  size,
  family,
  degrees = 0,
  stretch = 1,
  bold = false,
  fill = 'white',
}: Glyph): string {
  const place = `translate(${x.toFixed(3)} ${y.toFixed(3)}) rotate(${degrees.toFixed(2)}) scale(${stretch.toFixed(3)} 1)`;
  const look = `font-family="${family}" font-size="${size.toFixed(3)}" text-anchor="middle"${bold ? ' font-weight="bold"' : ''}`;
  return `<text transform="${place}" y="${(size * 0.36).toFixed(3)}" ${look} fill="${fill}">${escapeMarkup(text)}</text>`;
}
