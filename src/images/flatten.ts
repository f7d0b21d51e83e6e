import type { Box } from '../model/geometry.ts';
import type { GreyRaster } from '../model/raster.ts';

/** Paper becomes this bright, so that its grain stays below white and is cut off at most a little. */
const paperLevel = 250;
/** The share of a block's pixels that are darker than its paper: text and lines cover less than this of any block. */
const paperQuantile = 0.85;
/** Darker than this is no paper in any light: black edges of a copier, a table top. */
const darkestPaper = 60;

/**
 * The picture with its ground made even: grey copies, shadows and uneven light go, ink keeps its contrast to the paper.
 *
 * 1. The paper's brightness in each block of `blockPx` is a high quantile of the block's pixels.
 * 2. A block that text or a fill darkens takes the brightest of its neighbours' (grey dilation, then mean).
 * 3. Every pixel is divided by the brightness interpolated between block centres.
 */
export function flattenGround(image: GreyRaster, blockPx: number): GreyRaster {
  const columns = Math.max(1, Math.ceil(image.width / blockPx));
  const rows = Math.max(1, Math.ceil(image.height / blockPx));
  const ground = smooth(brightest(paperOfBlocks(image, { blockPx, columns, rows }), columns, rows), columns, rows);
  const data = new Uint8Array(image.data.length);
  const columnAt = interpolation(image.width, blockPx, columns);
  for (let y = 0; y < image.height; y++) {
    const { low, share } = positionOf(y, blockPx, rows);
    const upper = low * columns;
    const lower = Math.min(rows - 1, low + 1) * columns;
    const offset = y * image.width;
    for (let x = 0; x < image.width; x++) {
      const left = columnAt.low[x] ?? 0;
      const right = Math.min(columns - 1, left + 1);
      const weight = columnAt.share[x] ?? 0;
      const above = (ground[upper + left] ?? 0) * (1 - weight) + (ground[upper + right] ?? 0) * weight;
      const below = (ground[lower + left] ?? 0) * (1 - weight) + (ground[lower + right] ?? 0) * weight;
      const paper = above * (1 - share) + below * share;
      const level = ((image.data[offset + x] ?? 0) * paperLevel) / paper;
      data[offset + x] = level > 255 ? 255 : level;
    }
  }
  return { width: image.width, height: image.height, data };
}

interface Blocks {
  readonly blockPx: number;
  readonly columns: number;
  readonly rows: number;
}

function paperOfBlocks(image: GreyRaster, { blockPx, columns, rows }: Blocks): Float32Array {
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const top = row * blockPx;
    for (let column = 0; column < columns; column++) {
      const left = column * blockPx;
      const block = { left, top, right: left + blockPx, bottom: top + blockPx };
      paper[row * columns + column] = Math.max(darkestPaper, quantile(histogramOf(image, block), paperQuantile));
    }
  }
  return paper;
}

/** How often each level occurs in a block, of every second pixel of every second row. */
function histogramOf({ width, height, data }: GreyRaster, { left, top, right, bottom }: Box): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let y = top; y < Math.min(height, bottom); y += 2) {
    const end = y * width + Math.min(width, right);
    for (let at = y * width + left; at < end; at += 2) {
      const level = data[at] ?? 0;
      histogram[level] = (histogram[level] ?? 0) + 1;
    }
  }
  return histogram;
}

function quantile(histogram: Uint32Array, share: number): number {
  const rank = share * histogram.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= rank) return level;
  }
  return 255;
}

function brightest(values: Float32Array, columns: number, rows: number): Float32Array {
  return overNeighbours(values, { columns, rows }, (around) => Math.max(...around));
}

function smooth(values: Float32Array, columns: number, rows: number): Float32Array {
  const mean = (around: readonly number[]): number => around.reduce((sum, value) => sum + value, 0) / around.length;
  return overNeighbours(values, { columns, rows }, mean);
}

function overNeighbours(
  values: Float32Array,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  combine: (around: readonly number[]) => number,
): Float32Array {
  return values.map((_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const around: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        around.push(values[y * columns + x] ?? 0);
      }
    }
    return combine(around);
  });
}

/** Between which two block centres a pixel lies, and how far from the first (0 to 1). */
function positionOf(pixel: number, blockPx: number, blocks: number): { readonly low: number; readonly share: number } {
  const position = Math.min(blocks - 1, Math.max(0, (pixel + 0.5) / blockPx - 0.5));
  return { low: Math.floor(position), share: position - Math.floor(position) };
}

function interpolation(width: number, blockPx: number, blocks: number) {
  const low = new Uint16Array(width);
  const share = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const position = positionOf(x, blockPx, blocks);
    low[x] = position.low;
    share[x] = position.share;
  }
  return { low, share };
}
