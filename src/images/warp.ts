import type { GreyRaster } from '../model/raster.ts';
import type { PageFrame } from './page-frame.ts';

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
export function drawUpright(picture: GreyRaster, frame: Pick<PageFrame, 'toPicture'>, window: Window): GreyRaster {
  const { widthPx: width, heightPx: height } = window;
  const drawn = { width, height, data: new Uint8Array(width * height) };
  const columns = Math.ceil(width / meshPx);
  let above = meshRow(frame, window, 0);
  for (let top = 0; top < height; top += meshPx) {
    const below = meshRow(frame, window, top + meshPx);
    for (let column = 0; column < columns; column++) drawMesh(picture, drawn, { column, top, above, below });
    above = below;
  }
  return drawn;
}

/** Where the mesh points of one row of the window lie in the picture: x and y in turn. */
function meshRow(frame: Pick<PageFrame, 'toPicture'>, window: Window, y: number): Float64Array {
  const xStep = (window.right - window.left) / window.widthPx;
  const yStep = (window.bottom - window.top) / window.heightPx;
  const count = Math.ceil(window.widthPx / meshPx) + 1;
  const places = new Float64Array(2 * count);
  for (let column = 0; column < count; column++) {
    const [xPt, yPt] = [window.left + (column * meshPx + 0.5) * xStep, window.top + (y + 0.5) * yStep];
    places.set(frame.toPicture(xPt, yPt), 2 * column);
  }
  return places;
}

/** A square of `meshPx` to draw, and the rows of mesh points above and below it. */
interface Mesh {
  readonly column: number;
  readonly top: number;
  readonly above: Float64Array;
  readonly below: Float64Array;
}

function drawMesh(picture: GreyRaster, drawn: GreyRaster, { column, top, above, below }: Mesh): void {
  const left = column * meshPx;
  const count = Math.min(drawn.width - left, meshPx);
  const corner = (row: Float64Array, index: number): number => row[2 * column + index] ?? 0;
  for (let y = top; y < Math.min(drawn.height, top + meshPx); y++) {
    const down = (y - top) / meshPx;
    const mix = (index: number): number => corner(above, index) * (1 - down) + corner(below, index) * down;
    const [x0, y0] = [mix(0), mix(1)];
    const run = { x: x0, y: y0, stepX: (mix(2) - x0) / meshPx, stepY: (mix(3) - y0) / meshPx };
    drawRun(picture, drawn.data.subarray(y * drawn.width + left, y * drawn.width + left + count), run);
  }
}

/** A straight way through the picture, from pixel to pixel of what is drawn. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

function drawRun({ width, height, data }: GreyRaster, target: Uint8Array, run: Run): void {
  let { x, y } = run;
  for (let index = 0; index < target.length; index++, x += run.stepX, y += run.stepY) {
    if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) {
      target[index] = 255;
      continue;
    }
    const at = Math.trunc(y) * width + Math.trunc(x);
    const right = x - Math.trunc(x);
    const below = y - Math.trunc(y);
    const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
    const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
    target[index] = upper * (1 - below) + lower * below + 0.5;
  }
}
