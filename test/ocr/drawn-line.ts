import type { GreyRaster } from '../../src/model/raster.ts';

/** From where to where a stroke goes, in pixels. */
export type Stroke = readonly [x: number, y: number, toX: number, toY: number];

/** Black strokes of a width on paper, with soft edges as a scan has them. */
export function drawnLine(width: number, strokes: readonly Stroke[], strokePx = 3): GreyRaster {
  const line = { width, height: 48, data: new Uint8Array(width * 48).fill(250) };
  for (let y = 0; y < 48; y++) {
    for (let x = 0; x < width; x++) {
      const away = Math.min(...strokes.map((stroke) => distanceTo(stroke, x + 0.5, y + 0.5)));
      const ink = Math.min(1, Math.max(0, (strokePx / 2 + 1 - away) / 2));
      line.data[y * width + x] = 250 - 220 * ink;
    }
  }
  return line;
}

function distanceTo([fromX, fromY, toX, toY]: Stroke, x: number, y: number): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX ** 2 + alongY ** 2;
  const share = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY);
}
