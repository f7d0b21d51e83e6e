import type { GreyRaster } from '../model/raster.ts';
import type { PageFrame, Point } from './page-frame.ts';

/** What to draw: a box of the upright page in points, as a picture of so many pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The way of the page through its picture is followed exactly every so many pixels, and straight between. */
const meshPx = 16;

/**
 * A window of the upright page, taken from the picture in one resampling (bilinear). What lies outside the picture is
 * white. The picture must not be finer than about twice the window, else small strokes fall between samples.
 */
export function drawUpright(picture: GreyRaster, frame: PageFrame, window: Window): GreyRaster {
  const { widthPx: width, heightPx: height } = window;
  const drawn = { width, height, data: new Uint8Array(width * height) };
  const xStep = (window.right - window.left) / width;
  const yStep = (window.bottom - window.top) / height;
  const place = (x: number, y: number): Point =>
    frame.toPicture(window.left + (x + 0.5) * xStep, window.top + (y + 0.5) * yStep);
  for (let top = 0; top < height; top += meshPx) {
    for (let left = 0; left < width; left += meshPx) {
      drawMesh(picture, drawn, {
        left,
        top,
        topLeft: place(left, top),
        topRight: place(left + meshPx, top),
        bottomLeft: place(left, top + meshPx),
        bottomRight: place(left + meshPx, top + meshPx),
      });
    }
  }
  return drawn;
}

/** A square of `meshPx` to draw, and where the pixels at its corners are in the picture. */
interface Mesh {
  readonly left: number;
  readonly top: number;
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
  readonly bottomRight: Point;
}

function drawMesh(picture: GreyRaster, { width, height, data }: GreyRaster, mesh: Mesh): void {
  const { left, top, topLeft, topRight, bottomLeft, bottomRight } = mesh;
  const right = Math.min(width, left + meshPx);
  const bottom = Math.min(height, top + meshPx);
  for (let y = top; y < bottom; y++) {
    const down = (y - top) / meshPx;
    let fromX = topLeft[0] + (bottomLeft[0] - topLeft[0]) * down;
    let fromY = topLeft[1] + (bottomLeft[1] - topLeft[1]) * down;
    const stepX = (topRight[0] + (bottomRight[0] - topRight[0]) * down - fromX) / meshPx;
    const stepY = (topRight[1] + (bottomRight[1] - topRight[1]) * down - fromY) / meshPx;
    for (let at = y * width + left; at < y * width + right; at++, fromX += stepX, fromY += stepY) {
      data[at] = sample(picture, fromX, fromY);
    }
  }
}

function sample({ width, height, data }: GreyRaster, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const right = x - left;
  const below = y - top;
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - below) + lower * below + 0.5;
}
