import type { Box } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';

/** The darkest of so many pixels of a box are the middles of its strokes. */
const strokeShare = 0.02;
/** What shows through from the back is this much fainter than print; print in grey is half as dark as in black. */
const leastShare = 0.45;

/** Print is among the darkest of a page's texts, however many show through. */
const printShare = 0.85;

/**
 * The boxes (points) of text without those that are much fainter than the others: what shows through from the back of
 * the page would be read as ghosts.
 */
export function withoutFaintText(boxes: readonly Box[], picture: GreyRaster, pixelsPerPt: number): Box[] {
  const darkness = boxes.map((box) => strokeDarkness(box, picture, pixelsPerPt));
  const usual = [...darkness].sort((a, b) => a - b)[Math.floor(printShare * darkness.length)] ?? 0;
  return boxes.filter((_, index) => (darkness[index] ?? 0) >= leastShare * usual);
}

/** How much darker the strokes in a box are than its ground, 0 to 255. */
function strokeDarkness({ left, top, right, bottom }: Box, picture: GreyRaster, pixelsPerPt: number): number {
  const { width, height, data } = picture;
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = Math.max(0, Math.floor(top * pixelsPerPt)); y < Math.min(height, bottom * pixelsPerPt); y++) {
    for (let x = Math.max(0, Math.floor(left * pixelsPerPt)); x < Math.min(width, right * pixelsPerPt); x++) {
      const level = data[y * width + x] ?? 255;
      counts[level] = (counts[level] ?? 0) + 1;
      total++;
    }
  }
  return levelAt(counts, total / 2) - levelAt(counts, strokeShare * total);
}

/** The level that so many pixels do not exceed. */
function levelAt(counts: Uint32Array, pixels: number): number {
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= pixels);
}
