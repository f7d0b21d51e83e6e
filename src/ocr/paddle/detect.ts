import type { GreyRaster } from '../../model/raster.ts';
import type { Model } from './models.ts';

/** Where a line of text stands, in pixels of the picture it was found in. */
export interface TextBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Mean text probability within, 0 to 1. */
  readonly score: number;
}

/** Measured best on scanned forms (facts of PP-OCRv4 mobile): probability of a text pixel, mean of a box, widening. */
const pixelThreshold = 0.3;
const boxThreshold = 0.5;
const unclipRatio = 2;
/** The model halves its input five times. */
const sidePx = 32;
const minBoxPx = 3;

/**
 * Finds the lines of text of an upright page at about 200 dpi with the detection model (differentiable binarization,
 * Liao et al. 2020): a probability for each pixel, cut at a threshold, joined pixels boxed, boxes widened since the
 * model learned text shrunk by its area over its outline.
 */
export async function detectText(detection: Model, page: GreyRaster): Promise<TextBox[]> {
  const width = Math.ceil(page.width / sidePx) * sidePx;
  const height = Math.ceil(page.height / sidePx) * sidePx;
  const { values } = await detection(planes(page, width, height), [1, 3, height, width]);
  return boxesOf(values, { width, height }).map((box) => ({
    ...box,
    right: Math.min(page.width, box.right),
    bottom: Math.min(page.height, box.bottom),
  }));
}

/** Three equal planes from -1 (black) to 1 (white), padded with white. */
function planes(page: GreyRaster, width: number, height: number): Float32Array {
  const size = width * height;
  const values = new Float32Array(3 * size).fill(1);
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) values[y * width + x] = (page.data[y * page.width + x] ?? 0) / 127.5 - 1;
  }
  values.copyWithin(size, 0, size);
  values.copyWithin(2 * size, 0, size);
  return values;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function boxesOf(probabilities: Float32Array, { width, height }: Size): TextBox[] {
  const boxes: TextBox[] = [];
  const isOpen = Uint8Array.from(probabilities, (probability) => (probability > pixelThreshold ? 1 : 0));
  for (let start = isOpen.indexOf(1); start !== -1; start = isOpen.indexOf(1, start + 1)) {
    const box = takeRegion(isOpen, start, { probabilities, width, height });
    const isLarge = Math.min(box.right - box.left, box.bottom - box.top) >= minBoxPx;
    if (isLarge && box.score >= boxThreshold) boxes.push(widened(box));
  }
  return boxes;
}

interface ProbabilityMap extends Size {
  readonly probabilities: Float32Array;
}

/** The box around the pixels that join `start`, each of which is taken out of `isOpen`. */
function takeRegion(isOpen: Uint8Array, start: number, { probabilities, width, height }: ProbabilityMap): TextBox {
  let [left, right, top, bottom, sum, count] = [width, 0, height, 0, 0, 0];
  const stack = [start];
  isOpen[start] = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    sum += probabilities[at] ?? 0;
    count++;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      const end = row * width + Math.min(width - 1, x + 1);
      for (let next = row * width + Math.max(0, x - 1); next <= end; next++) {
        if (isOpen[next] === 1) stack.push(next);
        isOpen[next] = 0;
      }
    }
  }
  return { left, top, right, bottom, score: sum / count };
}

function widened({ left, top, right, bottom, score }: TextBox): TextBox {
  const [width, height] = [right - left, bottom - top];
  const by = (width * height * unclipRatio) / (2 * (width + height));
  return { left: Math.max(0, left - by), top: Math.max(0, top - by), right: right + by, bottom: bottom + by, score };
}
