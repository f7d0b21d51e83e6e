import type { GreyRaster } from '../model/raster.ts';

/** Lengths that finding points of lines depends on, in pixels. */
export interface RidgeScale {
  /** Ink is averaged over this many columns to each side. */
  readonly halfWindowPx: number;
  readonly stepPx: number;
  /** How far above and below a line clear ground is looked for; more than half of the thickest line. */
  readonly nearFlankPx: number;
  readonly farFlankPx: number;
}

/** Averaged darkness over its flanks that makes a point of a line; noise of 20 levels averages to 4. */
const minRidge = 14;
/** A point of a line in one column. */
export interface Ridge {
  /** Its middle, in pixels to a fraction of one. */
  readonly y: number;
  /** How much darker it is than the ground beside it, 0 to 255. */
  readonly height: number;
}

/** Column after column (each `height` values), the darkness (0 to 255) averaged over the window around it. */
export function averageDarkness(
  image: GreyRaster,
  columns: number,
  { halfWindowPx, stepPx }: RidgeScale,
): Float32Array {
  const { width, height, data } = image;
  const averages = new Float32Array(columns * height);
  const sums = new Uint32Array(width + 1);
  for (let y = 0; y < height; y++) {
    const offset = y * width;
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += 255 - (data[offset + x] ?? 0);
      sums[x + 1] = sum;
    }
    for (let column = 0; column < columns; column++) {
      const from = Math.max(0, column * stepPx - halfWindowPx);
      const to = Math.min(width, column * stepPx + halfWindowPx + 1);
      averages[column * height + y] = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
    }
  }
  return averages;
}

/** Where a column of averaged darkness has points of lines. */
export function ridgesOf(profile: Float32Array, { nearFlankPx, farFlankPx }: RidgeScale): Ridge[] {
  const ridges: Ridge[] = [];
  for (let y = nearFlankPx; y < profile.length - nearFlankPx; y++) {
    const value = profile[y] ?? 0;
    if (value < minRidge || value < (profile[y - 1] ?? 0) || value <= (profile[y + 1] ?? 0)) continue;
    const ground = Math.max(
      lowest(profile, y - farFlankPx, y - nearFlankPx),
      lowest(profile, y + nearFlankPx, y + farFlankPx),
    );
    if (value - ground < minRidge) continue;
    ridges.push({ y: centreOf(profile, y, { reach: nearFlankPx + 1, ground }), height: value - ground });
  }
  return ridges;
}

function lowest(profile: Float32Array, from: number, to: number): number {
  let least = 255;
  for (let y = Math.max(0, from); y <= Math.min(profile.length - 1, to); y++) {
    const value = profile[y] ?? 0;
    if (value < least) least = value;
  }
  return least;
}

/**
 * The centre of what stands above the ground around a peak. The peak may be anywhere on a thick line, so that the
 * centre is looked for again from where it was found.
 */
function centreOf(profile: Float32Array, peak: number, { reach, ground }: Surroundings): number {
  let centre = peak;
  for (let round = 0; round < 3; round++) {
    let [weights, moments] = [0, 0];
    const middle = Math.round(centre);
    for (let y = middle - reach; y <= middle + reach; y++) {
      const weight = Math.max(0, (profile[y] ?? 0) - ground);
      weights += weight;
      moments += weight * y;
    }
    if (weights > 0) centre = moments / weights;
  }
  return centre;
}

interface Surroundings {
  readonly reach: number;
  readonly ground: number;
}
