import type { Box } from '../../src/model/geometry.ts';
import type { GreyRaster } from '../../src/model/raster.ts';

/** How the tests' pictures are scanned: 200 dpi. */
export const pixelsPerPt = 200 / 72;

/** A straight stroke of a page, in points. */
export interface Stroke {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly widthPt?: number;
  /** 0 black to 255 white. */
  readonly level?: number;
}

export interface PageDrawing {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly strokes: readonly Stroke[];
  /** Where on the page, in points, a place of the picture lies; by default straight. */
  readonly toPage?: (x: number, y: number) => readonly [number, number];
}

/** Samples along each side of a pixel: edges are as soft as a scanner's. */
const samples = 3;

/** The page as a picture on white, each pixel the mean of what it covers. */
export function drawPage({ widthPx, heightPx, strokes, toPage = plain }: PageDrawing): GreyRaster {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) data[y * widthPx + x] = meanLevel(x, y, { strokes, toPage });
  }
  return { width: widthPx, height: heightPx, data };
}

function plain(x: number, y: number): readonly [number, number] {
  return [(x + 0.5) / pixelsPerPt, (y + 0.5) / pixelsPerPt];
}

type Drawn = Required<Pick<PageDrawing, 'strokes' | 'toPage'>>;

function meanLevel(x: number, y: number, { strokes, toPage }: Drawn): number {
  const [xPt, yPt] = toPage(x, y);
  const near = strokes.find((stroke) => beside(stroke, xPt, yPt) < 1);
  if (near === undefined) return 255;
  let sum = 0;
  for (let index = 0; index < samples * samples; index++) {
    const aside = ((index % samples) + 0.5) / samples - 0.5;
    const down = (Math.floor(index / samples) + 0.5) / samples - 0.5;
    const [atX, atY] = toPage(x + aside, y + down);
    const hit = strokes.filter((stroke) => beside(stroke, atX, atY) <= 0);
    sum += Math.min(255, ...hit.map((stroke) => stroke.level ?? 0));
  }
  return sum / (samples * samples);
}

/** How far a place lies beside a stroke's ink, in points; negative within. */
function beside({ from, to, widthPt = 0.75 }: Stroke, x: number, y: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const share = Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
  const [offX, offY] = [x - from[0] - share * dx, y - from[1] - share * dy];
  return Math.sqrt(offX * offX + offY * offY) - widthPt / 2;
}

/** A table's lines: horizontal at `ys`, vertical at `xs`, each as long as the table. */
export function gridOf(xs: readonly number[], ys: readonly number[], look: Partial<Stroke> = {}): Stroke[] {
  const { left, top, right, bottom } = boundsOf(xs, ys);
  return [
    ...ys.map((y) => ({ from: [left, y], to: [right, y], ...look }) as const),
    ...xs.map((x) => ({ from: [x, top], to: [x, bottom], ...look }) as const),
  ];
}

function boundsOf(xs: readonly number[], ys: readonly number[]): Box {
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
