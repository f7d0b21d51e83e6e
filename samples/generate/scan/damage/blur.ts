import type { Raster } from '../raster.ts';
import { fromSharp, toSharp } from '../sharp-raster.ts';

/**
 * Gaussian blur: the optics of a scanner, or ink that spread. Below 0.3 pixels, the least that sharp takes, nothing is
 * done.
 */
export async function gaussianBlur(raster: Raster, { sigmaPx }: { sigmaPx: number }): Promise<Raster> {
  if (sigmaPx < 0.3) return raster;
  return fromSharp(toSharp(raster).blur(sigmaPx), raster.channels);
}

/** Blur along a line: the hand or the sheet moved while the picture was taken. */
export async function motionBlur(
  raster: Raster,
  { lengthPx, angleDeg }: { lengthPx: number; angleDeg: number },
): Promise<Raster> {
  const angle = (angleDeg * Math.PI) / 180;
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  return convolve(raster, lengthPx / 2, (x, y) => {
    const along = Math.abs(x * alongX + y * alongY);
    const beside = Math.abs(y * alongX - x * alongY);
    return cover(lengthPx / 2 - along) * cover(0.5 - beside);
  });
}

/** Blur by a disc: the lens was out of focus. */
export async function defocus(raster: Raster, { radiusPx }: { radiusPx: number }): Promise<Raster> {
  return convolve(raster, radiusPx, (x, y) => cover(radiusPx - Math.hypot(x, y)));
}

/** How much of a pixel lies inside an edge that is `distance` beyond its middle. */
function cover(distance: number): number {
  return Math.min(1, Math.max(0, distance + 0.5));
}

async function convolve(raster: Raster, reachPx: number, weight: (x: number, y: number) => number): Promise<Raster> {
  const radius = Math.ceil(reachPx);
  const side = 2 * radius + 1;
  const kernel = Array.from({ length: side * side }, (_, at) =>
    weight((at % side) - radius, Math.floor(at / side) - radius),
  );
  const scale = kernel.reduce((sum, each) => sum + each, 0);
  if (side < 3) return raster;
  return fromSharp(toSharp(raster).convolve({ width: side, height: side, kernel, scale }), raster.channels);
}
