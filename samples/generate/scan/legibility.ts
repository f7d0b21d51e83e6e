/**
 * Whether a person could still read what was printed. Steps: cut each text into pieces of a few characters; compare
 * each piece's ink as it was printed with the same places of the scan, by correlation, in the channel that shows it
 * best (a red seal vanishes in the red one); the worst piece counts. Not handled: a digit that turned into another,
 * which the damages do not do.
 */
import type { Box } from '../../../src/model/geometry.ts';
import { type Raster, toGrey } from './raster.ts';
import type { PrintedPage } from './source-pages.ts';
import type { Capture } from './step.ts';

export interface Comparison {
  readonly page: PrintedPage;
  /** The page's picture before all damage. */
  readonly clean: Raster;
  readonly capture: Capture;
  /** Of the scan. */
  readonly dpi: number;
}

/** A piece of text and how well it can still be seen. */
export interface Legibility {
  /** In points of the upright page. */
  readonly box: Box;
  /** -1 to 1: 1 is as printed, 0 is gone. */
  readonly correlation: number;
}

/** The piece of a page's text that is hardest to read; `null` where it has no text. */
export function hardestText(comparison: Comparison): Legibility | null {
  const clean = toGrey(comparison.clean);
  let hardest: Legibility | null = null;
  for (const box of comparison.page.texts.flatMap((item) => piecesOf(item.box))) {
    const found = legibilityOf(box, { ...comparison, clean });
    if (hardest === null || found < hardest.correlation) hardest = { box, correlation: found };
  }
  return hardest;
}

/** About four characters each. */
function piecesOf({ left, top, right, bottom }: Box): Box[] {
  const length = 4 * (bottom - top);
  const count = Math.max(1, Math.round((right - left) / length));
  const width = (right - left) / count;
  return Array.from({ length: count }, (_, index) => ({
    left: left + index * width,
    right: left + (index + 1) * width,
    top,
    bottom,
  }));
}

function legibilityOf(piece: Box, { page, clean, capture, dpi }: Comparison): number {
  const { raster, place } = capture;
  // Sixteen samples an em tell strokes apart; more cost time.
  const pitchPt = Math.max(72 / dpi, (piece.bottom - piece.top) / 16);
  const cleanScale = clean.width / page.widthPt;
  const printed: number[] = [];
  const seen: number[][] = Array.from({ length: raster.channels }, () => []);
  for (let y = piece.top; y <= piece.bottom; y += pitchPt) {
    for (let x = piece.left; x <= piece.right; x += pitchPt) {
      printed.push(meanAround(clean, { x: x * cleanScale, y: y * cleanScale, channel: 0 }));
      const at = place({ x, y });
      for (const [channel, samples] of seen.entries()) samples.push(meanAround(raster, { ...at, channel }));
    }
  }
  return Math.max(...seen.map((samples) => correlation(printed, samples)));
}

/** The eye does not see single pixels: a mean over three by three. */
function meanAround(
  { width, height, channels, data }: Raster,
  place: { x: number; y: number; channel: number },
): number {
  let sum = 0;
  for (let y = Math.floor(place.y) - 1; y <= Math.floor(place.y) + 1; y += 1) {
    const row = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = Math.floor(place.x) - 1; x <= Math.floor(place.x) + 1; x += 1)
      sum += data[(row + Math.min(width - 1, Math.max(0, x))) * channels + place.channel] ?? 0;
  }
  return sum / 9;
}

/** Pearson's; 1 where nothing was printed, 0 where nothing is seen. */
function correlation(printed: readonly number[], seen: readonly number[]): number {
  const count = printed.length;
  const meanPrinted = printed.reduce((sum, value) => sum + value, 0) / count;
  const meanSeen = seen.reduce((sum, value) => sum + value, 0) / count;
  let [both, first, second] = [0, 0, 0];
  for (const [index, value] of printed.entries()) {
    const one = value - meanPrinted;
    const other = (seen[index] ?? 0) - meanSeen;
    both += one * other;
    first += one * one;
    second += other * other;
  }
  if (first < count) return 1;
  return second < 1 ? 0 : both / Math.sqrt(first * second);
}
