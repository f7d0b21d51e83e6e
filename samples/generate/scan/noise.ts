import type { Size } from './raster.ts';

/** Random numbers for millions of pixels: xorshift32 (Marsaglia 2003), which the same seed starts alike. */
export interface PixelNoise {
  /** At least 0, below 1. */
  uniform(): number;
  /** Mean 0, standard deviation 1, within about 4. */
  gaussian(): number;
}

const gaussianTable = makeGaussianTable();

/** A source of noise; `seed` is any whole number. */
export function createPixelNoise(seed: number): PixelNoise {
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bf03635;
  if (state === 0) state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let warmUp = 0; warmUp < 8; warmUp += 1) next();
  return {
    uniform: () => next() / 4294967296,
    gaussian: () => gaussianTable[next() >>> 18] ?? 0,
  };
}

/** The quantiles of the normal distribution, by summing up its density in fine steps. */
function makeGaussianTable(): Float32Array {
  const table = new Float32Array(16384);
  const step = 1 / 2048;
  let cumulative = 0;
  let value = -4;
  for (let entry = 0; entry < table.length; entry += 1) {
    const wanted = (entry + 0.5) / table.length;
    while (cumulative < wanted && value < 4) {
      cumulative += (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * step;
      value += step;
    }
    table[entry] = value;
  }
  return table;
}

/** Normally distributed noise for pictures of any size: each row of pixels reads on from a place of its own. */
export interface NoiseRows {
  readonly samples: Float32Array;
  /** Where a row begins; a row may have 65,536 samples. */
  readonly startOf: (row: number) => number;
}

/** Longer than any row, so that no row meets its own beginning. */
const tileLength = 1 << 18;

/** Noise that costs one look-up a pixel. */
export function createNoiseRows(seed: number): NoiseRows {
  const noise = createPixelNoise(seed);
  const samples = new Float32Array(tileLength);
  for (let at = 0; at < tileLength; at += 1) samples[at] = noise.gaussian();
  return { samples, startOf: (row) => (Math.imul(row + 1, 0x9e3779b1) >>> 0) % (tileLength - 65536) };
}

export interface FieldOptions {
  /** Distance of the points between which the field is interpolated. */
  readonly cellPx: number;
  /** Default: `cellPx`. Wood grain and streaks are longer one way than the other. */
  readonly cellHeightPx?: number;
  /** Each octave is half as wide and strong as the one before. Default: 1. */
  readonly octaves?: number;
  readonly seed: number;
}

/** Value noise (Ebert et al., Texturing and Modeling, 2.2): a smooth random field, mean 0, most values within 1. */
export function smoothField(size: Size, options: FieldOptions): Float32Array {
  const field = new Float32Array(size.width * size.height);
  let { cellPx, cellHeightPx = cellPx } = options;
  let strength = 0.6;
  for (let octave = 0; octave < (options.octaves ?? 1); octave += 1) {
    addOctave(field, size, { cellPx, cellHeightPx, strength, seed: options.seed + octave * 7919 });
    cellPx = Math.max(1, cellPx / 2);
    cellHeightPx = Math.max(1, cellHeightPx / 2);
    strength /= 2;
  }
  return field;
}

interface Octave {
  readonly cellPx: number;
  readonly cellHeightPx: number;
  readonly strength: number;
  readonly seed: number;
}

function addOctave(field: Float32Array, { width, height }: Size, octave: Octave): void {
  const noise = createPixelNoise(octave.seed);
  const columns = Math.ceil(width / octave.cellPx) + 2;
  const rows = Math.ceil(height / octave.cellHeightPx) + 2;
  const grid = new Float32Array(columns * rows);
  for (let at = 0; at < grid.length; at += 1) grid[at] = noise.gaussian() * octave.strength;
  const lattice = Uint16Array.from({ length: width }, (_, x) => Math.floor(x / octave.cellPx));
  const shares = Float32Array.from({ length: width }, (_, x) => ease((x / octave.cellPx) % 1));
  const row = new Float32Array(columns);
  for (let y = 0; y < height; y += 1) {
    const above = Math.floor(y / octave.cellHeightPx) * columns;
    const down = ease((y / octave.cellHeightPx) % 1);
    for (let column = 0; column < columns; column += 1) {
      const value = grid[above + column] ?? 0;
      row[column] = value + ((grid[above + columns + column] ?? 0) - value) * down;
    }
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const column = lattice[x] ?? 0;
      const left = row[column] ?? 0;
      field[at] = (field[at] ?? 0) + left + ((row[column + 1] ?? 0) - left) * (shares[x] ?? 0);
    }
  }
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
