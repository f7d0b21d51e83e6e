import type { GreyRaster } from '../model/raster.ts';
import { median } from './median.ts';

/** Lengths that finding points of lines depends on, in pixels. */
export interface RidgeScale {
  /** Ink is averaged over this many columns to each side. */
  readonly halfWindowPx: number;
  readonly stepPx: number;
  /** From the finest lines to the thickest. */
  readonly flanks: readonly Flanks[];
}

/** How far above and below a line clear ground is looked for. */
export interface Flanks {
  /** More than half of the thickest line. */
  readonly nearPx: number;
  readonly farPx: number;
  /**
   * Ink is averaged over this many rows to each side before peaks are looked for, so that a thick line has only one.
   */
  readonly smoothPx: number;
}

/** Averaged darkness over its flanks that makes a point of a line; noise of 20 levels averages to 4, */
const minRidge = 14;
/** and it stands so many times above what the page's ground is: the dots of a halftone lie in rows. */
const minOverGround = 5;
/** So far apart, down a column and from column to column, values tell what the ground is. */
const [groundStepPx, groundColumns] = [5, 7];
/** The thickness of evenly dark ink for its standard deviation. */
export const spreadsOfThickness = Math.sqrt(12);
/** What is thicker, against the distance of its flanks, is a filled cell or a bar. */
const thickestInFlanks = 1.9;
/**
 * The middle of a thick line is at least this dark against its darkest part; doubled lines have ground between them.
 */
const leastMiddle = 0.4;

/** Paper is looked for within so many times the distance of the flanks: beyond the other line of a doubled border. */
const paperInFlanks = 3;

/** A point of a line in one column. */
export interface Ridge {
  /** Its middle, in pixels to a fraction of one. */
  readonly y: number;
  /** How much darker it is than the paper on both sides of it, 0 to 255. */
  readonly height: number;
  /** The standard deviation of its ink across, in pixels. */
  readonly spread: number;
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

/** From what averaged darkness over its flanks on, 0 to 255, a point is one of a line, in the columns of a page. */
export function leastRidge(profiles: readonly Float32Array[], { nearPx }: Flanks): number {
  const bumps: number[] = [];
  for (let column = 0; column < profiles.length; column += groundColumns) {
    const profile = profiles[column] ?? new Float32Array();
    for (let y = nearPx; y < profile.length - nearPx; y += groundStepPx) {
      const beside = ((profile[y - nearPx] ?? 0) + (profile[y + nearPx] ?? 0)) / 2;
      bumps.push(Math.abs((profile[y] ?? 0) - beside));
    }
  }
  return Math.max(minRidge, minOverGround * median(bumps));
}

/** Where a column of averaged darkness has points of lines of one thickness, each `least` (0 to 255) or more high. */
export function ridgesOf(profile: Float32Array, { nearPx, farPx, smoothPx }: Flanks, least: number): Ridge[] {
  const ridges: Ridge[] = [];
  const smooth = smoothed(profile, smoothPx);
  for (let y = nearPx; y < smooth.length - nearPx; y++) {
    const value = smooth[y] ?? 0;
    if (value < least || !isPeak(smooth, y)) continue;
    const groundWithin = (reach: number): number =>
      Math.max(lowest(smooth, y - reach, y - nearPx), lowest(smooth, y + nearPx, y + reach));
    const ground = groundWithin(farPx);
    if (value - ground < least) continue;
    const centre = centreOf(profile, y, { reach: nearPx + 1, ground });
    // Averaged over rows, a line looks fainter than it is, and so does one of two against what lies between them: there is
    // paper beyond the other. Beyond the edge of a sheet there is none.
    const darkest = smoothPx === 0 ? value : highest(profile, Math.round(centre.y), nearPx);
    const ridge = { ...centre, height: darkest - groundWithin(paperInFlanks * farPx) };
    // A thick line may have a second peak, whose middle is the same.
    const isKnown = ridge.y - (ridges.at(-1)?.y ?? Number.NEGATIVE_INFINITY) < nearPx;
    if (smoothPx === 0 || (!isKnown && isThick(profile, ridge, { reach: nearPx, ground }))) ridges.push(ridge);
  }
  return ridges;
}

function isPeak(values: Float32Array, y: number): boolean {
  const value = values[y] ?? 0;
  return value >= (values[y - 1] ?? 0) && value > (values[y + 1] ?? 0);
}

/** Whether it is one thick line: neither a bar nor two lines with ground between them. */
function isThick(profile: Float32Array, { y, spread }: Ridge, { reach, ground }: Surroundings): boolean {
  if (spread * spreadsOfThickness > thickestInFlanks * reach) return false;
  const middle = Math.round(y);
  return highest(profile, middle, 1) - ground >= leastMiddle * (highest(profile, middle, reach) - ground);
}

/** The highest value within `reach` of a place. */
function highest(profile: Float32Array, at: number, reach: number): number {
  let most = 0;
  for (let y = Math.max(0, at - reach); y <= at + reach; y++) most = Math.max(most, profile[y] ?? 0);
  return most;
}

/** The mean over `reach` values to each side. */
function smoothed(profile: Float32Array, reach: number): Float32Array {
  if (reach === 0) return profile;
  const means = new Float32Array(profile.length);
  let sum = 0;
  for (let y = -reach; y < profile.length; y++) {
    sum += (profile[y + reach] ?? 0) - (profile[y - reach - 1] ?? 0);
    if (y >= 0) means[y] = sum / (2 * reach + 1);
  }
  return means;
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
function centreOf(profile: Float32Array, peak: number, { reach, ground }: Surroundings): Omit<Ridge, 'height'> {
  let [centre, spread] = [peak, 0];
  for (let round = 0; round < 3; round++) {
    let [weights, moments, squares] = [0, 0, 0];
    const middle = Math.round(centre);
    for (let y = middle - reach; y <= middle + reach; y++) {
      const weight = Math.max(0, (profile[y] ?? 0) - ground);
      weights += weight;
      moments += weight * y;
      squares += weight * y * y;
    }
    if (weights === 0) break;
    centre = moments / weights;
    spread = Math.sqrt(Math.max(0, squares / weights - centre * centre));
  }
  return { y: centre, spread };
}

interface Surroundings {
  readonly reach: number;
  readonly ground: number;
}
