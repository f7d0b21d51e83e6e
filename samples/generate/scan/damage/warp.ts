import { followedBy, inverse, type Matrix, type Point, transform } from '../matrix.ts';
import type { Raster, Size } from '../raster.ts';
import type { Capture } from '../step.ts';

/** How much lower and how much further right a row's point is read, for each x of the old raster, in its pixels. */
export interface Bend {
  readonly rightPx: Float32Array;
  readonly lowerPx: Float32Array;
}

export interface WarpOptions {
  /** From pixels of the old raster to pixels of the new one. */
  readonly forward: Matrix;
  readonly size: Size;
  /** What is seen beside the page: one shade, or a picture of the new size and of the raster's channels. */
  readonly outside: number | Raster;
  /** Paper that does not lie flat. */
  readonly bend?: Bend;
}

/** Takes the page to another place, once for all that moves it, because each time costs sharpness. Bilinear. */
export function warp({ raster, toPixels, place }: Capture, { forward, size, outside, bend }: WarpOptions): Capture {
  const { channels } = raster;
  const data = groundOf(size, channels, outside);
  const [a, b, c, d, e, f, g, h, i] = inverse(forward);
  const cursor = { x: 0, y: 0, at: 0 };
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1, cursor.at += channels) {
      const scale = 1 / (g * (x + 0.5) + h * (y + 0.5) + i);
      let fromX = (a * (x + 0.5) + b * (y + 0.5) + c) * scale - 0.5;
      let fromY = (d * (x + 0.5) + e * (y + 0.5) + f) * scale - 0.5;
      if (bend !== undefined && fromX >= 0 && fromX < raster.width) {
        const column = fromX | 0;
        fromX += bend.rightPx[column] ?? 0;
        fromY += bend.lowerPx[column] ?? 0;
      }
      if (fromX <= -1 || fromY <= -1 || fromX >= raster.width || fromY >= raster.height) continue;
      cursor.x = fromX;
      cursor.y = fromY;
      sample(raster, cursor, data);
    }
  }
  return {
    raster: { ...size, channels, data },
    toPixels: followedBy(toPixels, forward),
    place: (point) => transform(forward, unbent(place(point), bend)),
  };
}

/** Where a point of the flat page is seen: where reading it bends back to it. */
function unbent(point: Point, bend: Bend | undefined): Point {
  if (bend === undefined) return point;
  const column = Math.min(bend.rightPx.length - 1, Math.max(0, Math.round(point.x)));
  const x = point.x - (bend.rightPx[column] ?? 0);
  const seen = Math.min(bend.lowerPx.length - 1, Math.max(0, Math.round(x)));
  return { x, y: point.y - (bend.lowerPx[seen] ?? 0) };
}

function groundOf({ width, height }: Size, channels: number, outside: number | Raster): Uint8ClampedArray {
  if (typeof outside !== 'number') return outside.data.slice();
  return new Uint8ClampedArray(width * height * channels).fill(outside);
}

/** A place between the pixels of the old raster, and where its sample goes. */
interface Cursor {
  x: number;
  y: number;
  at: number;
}

/** At the paper's edge the missing neighbours are the ground that is already there. */
function sampleEdge(raster: Raster, { x, y, at }: Cursor, data: Uint8ClampedArray): void {
  const { width, height, channels, data: from } = raster;
  const left = Math.floor(x);
  const top = Math.floor(y);
  for (let channel = 0; channel < channels; channel += 1) {
    const pick = (column: number, row: number): number => {
      const isPaper = column >= 0 && row >= 0 && column < width && row < height;
      return (isPaper ? from[(row * width + column) * channels + channel] : data[at + channel]) ?? 0;
    };
    const upper = pick(left, top) + (pick(left + 1, top) - pick(left, top)) * (x - left);
    const lower = pick(left, top + 1) + (pick(left + 1, top + 1) - pick(left, top + 1)) * (x - left);
    data[at + channel] = upper + (lower - upper) * (y - top);
  }
}

/** Writes the page's sample over the ground. */
function sample(raster: Raster, cursor: Cursor, data: Uint8ClampedArray): void {
  const { width, height, channels, data: from } = raster;
  const { x, y, at } = cursor;
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) {
    sampleEdge(raster, cursor, data);
    return;
  }
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const down = y - top;
  const row = width * channels;
  const corner = top * row + left * channels;
  for (let channel = 0; channel < channels; channel += 1) {
    const first = corner + channel;
    const upperLeft = from[first] ?? 0;
    const lowerLeft = from[first + row] ?? 0;
    const upper = upperLeft + ((from[first + channels] ?? 0) - upperLeft) * right;
    const lower = lowerLeft + ((from[first + row + channels] ?? 0) - lowerLeft) * right;
    data[at + channel] = upper + (lower - upper) * down;
  }
}

/** Turns the picture by quarters, clockwise, without loss. */
export function quarterTurn(capture: Capture, { turns }: { turns: 1 | 2 | 3 }): Capture {
  const { raster, toPixels, place } = capture;
  const { width, height, channels, data: from } = raster;
  const size = turns === 2 ? { width, height } : { width: height, height: width };
  const data = new Uint8ClampedArray(from.length);
  // Where the new picture's first pixel lies in the old one, and how far on the next across and down are.
  const [origin, across, down] = (
    {
      1: [(height - 1) * width, -width, 1],
      2: [height * width - 1, -1, -width],
      3: [width - 1, width, -1],
    } as const
  )[turns];
  for (let y = 0, at = 0; y < size.height; y += 1) {
    for (let x = 0, pixel = origin + y * down; x < size.width; x += 1, pixel += across) {
      for (let channel = 0; channel < channels; channel += 1, at += 1) data[at] = from[pixel * channels + channel] ?? 0;
    }
  }
  const moves: Record<1 | 2 | 3, Matrix> = {
    1: [0, -1, height, 1, 0, 0, 0, 0, 1],
    2: [-1, 0, width, 0, -1, height, 0, 0, 1],
    3: [0, 1, 0, -1, 0, width, 0, 0, 1],
  };
  const move = moves[turns];
  return {
    raster: { ...size, channels, data },
    toPixels: followedBy(toPixels, move),
    place: (point) => transform(move, place(point)),
  };
}
