import { createPixelNoise, smoothField } from '../noise.ts';
import { paintPixel, type Raster } from '../raster.ts';

export interface EdgeWidths {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DarkEdgeOptions {
  /** How far the darkness reaches in from each side, in pixels; 0 for none. */
  readonly widthsPx: EdgeWidths;
  /** Shade at the very edge. */
  readonly shade: number;
  /** 0 is a hard edge, 1 a gradient over the whole width. */
  readonly softness: number;
  /** 0 to 1: how much the width wanders along the side. */
  readonly raggedness: number;
  readonly seed: number;
}

/** Dark borders where the lid stood open or the sheet lay askew. */
export function darkEdges(raster: Raster, options: DarkEdgeOptions): Raster {
  const { width, height, channels } = raster;
  const data = raster.data.slice();
  const result = { ...raster, data };
  const reach = (widthPx: number, length: number, side: number): Float32Array => {
    const wander = smoothField(
      { width: length, height: 1 },
      { cellPx: length / 6, octaves: 5, seed: options.seed + side },
    );
    // A side without darkness is beyond reach.
    return wander.map((each) => (widthPx === 0 ? -2 : widthPx * Math.max(0, 1 + each * options.raggedness)));
  };
  const left = reach(options.widthsPx.left, height, 0);
  const top = reach(options.widthsPx.top, width, 1);
  const right = reach(options.widthsPx.right, height, 2);
  const bottom = reach(options.widthsPx.bottom, width, 3);
  const { left: leftPx, top: topPx, right: rightPx, bottom: bottomPx } = options.widthsPx;
  const depthPx = Math.max(1, Math.max(leftPx, topPx, rightPx, bottomPx) * options.softness);
  const noise = createPixelNoise(options.seed);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const across = Math.min(x - (left[y] ?? 0), width - 1 - x - (right[y] ?? 0));
      const down = Math.min(y - (top[x] ?? 0), height - 1 - y - (bottom[x] ?? 0));
      const inside = Math.min(across, down);
      if (inside > 1) continue;
      const dark = Math.min(1, Math.max(0, (1 - inside) / depthPx));
      const shade = Math.min(options.shade + noise.uniform() * 14, data[(y * width + x) * channels] ?? 0);
      paintPixel(result, y * width + x, { shade, opacity: dark });
    }
  }
  return result;
}
