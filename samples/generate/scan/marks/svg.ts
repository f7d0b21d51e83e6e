import sharp from 'sharp';
import { escapeMarkup } from '../../render/html.ts';
import type { Raster } from '../raster.ts';

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
