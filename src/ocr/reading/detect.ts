import { inkBox } from '../../images/ink-box.ts';
import { takeRegions } from '../../images/regions.ts';
import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';
import type { Model } from './readers.ts';

/** Where a line of text stands, in pixels of the picture it was found in. */
export interface TextBox extends Box {
  /** Mean text probability within, 0 to 1. */
  readonly score: number;
}

/** Measured best on scanned forms (facts of PP-OCRv4 mobile): probability of a text pixel, mean of a box, widening. */
const pixelThreshold = 0.3;
const boxThreshold = 0.5;
const unclipRatio = 2;
/** The model halves its input five times. */
const sidePx = 32;
/**
 * The page goes through the model in strips of about this height: at 1408 by 2080 pixels, three take 0.8 of the time
 * of the whole and half of its memory.
 */
const stripPx = 640;
/** What a strip sees beyond its own part, of which the result is not used. */
const overlapPx = 48;
const minBoxPx = 3;

/**
 * Finds the lines of text of an upright page at about 200 dpi with the detection model (differentiable binarization,
 * Liao et al. 2020): a probability for each pixel, cut at a threshold, joined pixels boxed, boxes widened since the
 * model learned text shrunk by its area over its outline.
 */
export async function detectText(detection: Model, page: GreyRaster): Promise<TextBox[]> {
  const inked = inkBox(page);
  if (inked === null) return [];
  const part = withMargin(inked, page);
  const probabilities = await textProbabilities(detection, page, part);
  return boxesOf(probabilities, widthOf(part)).map(({ left, top, right, bottom, score }) => ({
    left: left + part.left,
    top: top + part.top,
    right: Math.min(page.width, right + part.left),
    bottom: Math.min(page.height, bottom + part.top),
    score,
  }));
}

/** For each pixel of a part of the page, how likely it belongs to text. */
async function textProbabilities(detection: Model, page: GreyRaster, part: Box): Promise<Float32Array> {
  const [partWidth, partHeight] = [widthOf(part), heightOf(part)];
  const probabilities = new Float32Array(partWidth * partHeight);
  const ownHeight = Math.ceil(partHeight / Math.ceil(partHeight / stripPx));
  const width = roundedUp(partWidth);
  const height = roundedUp(ownHeight + 2 * overlapPx);
  for (let own = 0; own < partHeight; own += ownHeight) {
    const strip = { ...part, top: part.top + own - overlapPx, bottom: part.top + own - overlapPx + height };
    const { values } = await detection(planes(page, strip, { width, height }), [1, 3, height, width]);
    for (let y = own; y < Math.min(partHeight, own + ownHeight); y++) {
      const from = (y - own + overlapPx) * width;
      probabilities.set(values.subarray(from, from + partWidth), y * partWidth);
    }
  }
  return probabilities;
}

function roundedUp(length: number): number {
  return Math.ceil(length / sidePx) * sidePx;
}

/** Text at the very edge of the input is found less well. */
const marginPx = 24;

function withMargin({ left, top, right, bottom }: Box, { width, height }: Size): Box {
  return {
    left: Math.max(0, left - marginPx),
    top: Math.max(0, top - marginPx),
    right: Math.min(width, right + marginPx),
    bottom: Math.min(height, bottom + marginPx),
  };
}

/** Of a part of the page three equal planes from -1 (black) to 1 (white), white beyond it. */
function planes(page: GreyRaster, part: Box, { width, height }: Size): Float32Array {
  const size = width * height;
  const values = new Float32Array(3 * size).fill(1);
  const partWidth = part.right - part.left;
  for (let y = Math.max(0, -part.top); y < Math.min(height, page.height - part.top); y++) {
    const from = (y + part.top) * page.width + part.left;
    for (let x = 0; x < partWidth; x++) values[y * width + x] = (page.data[from + x] ?? 0) / 127.5 - 1;
  }
  values.copyWithin(size, 0, size);
  values.copyWithin(2 * size, 0, size);
  return values;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function boxesOf(probabilities: Float32Array, width: number): TextBox[] {
  const isText = Uint8Array.from(probabilities, (probability) => (probability > pixelThreshold ? 1 : 0));
  const boxes: TextBox[] = [];
  for (const { box, pixels } of takeRegions(isText, width)) {
    const score = pixels.reduce((sum, at) => sum + (probabilities[at] ?? 0), 0) / pixels.length;
    if (Math.min(widthOf(box), heightOf(box)) >= minBoxPx && score >= boxThreshold)
      boxes.push(widened({ ...box, score }));
  }
  return boxes;
}

function widened({ left, top, right, bottom, score }: TextBox): TextBox {
  const [width, height] = [right - left, bottom - top];
  const by = (width * height * unclipRatio) / (2 * (width + height));
  return { left: Math.max(0, left - by), top: Math.max(0, top - by), right: right + by, bottom: bottom + by, score };
}
