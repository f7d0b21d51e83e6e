import type { Box } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';

/** The darkest of so many pixels of a box are the middles of its strokes. */
const strokeShare = 0.02;
/** What shows through from the back is this much fainter than print; print in grey is half as dark as in black. */
const leastShare = 0.45;

/** Print is among the darkest of a page's texts, however many show through. */
const printShare = 0.85;

/** Where so many texts of a page are faint, and this share of all, its back shows through all over it. */
const leastFaint = 4;
const leastFaintShare = 0.08;

/** The texts of a page: those in print, and those that are much fainter. */
export interface PrintAndFaint {
  readonly print: readonly Box[];
  readonly faint: readonly Box[];
  /** How dark (0 to 255) the faint ones are, where they are seen all over the page; else `null`. */
  readonly faintDarkness: number | null;
}

/**
 * Tells the boxes (points) of text from those that are much fainter than the others: what shows through from the back
 * of the page would be read as ghosts. A page in bold and in light print has faint texts as well.
 */
export function partFaintText(boxes: readonly Box[], picture: GreyRaster, pixelsPerPt: number): PrintAndFaint {
  const darkness = boxes.map((box) => strokeDarkness(box, picture, pixelsPerPt));
  const sorted = [...darkness].sort((a, b) => a - b);
  const usual = sorted[Math.floor(printShare * sorted.length)] ?? 0;
  const isFaint = (one: number): boolean => one < leastShare * usual;
  const faint = sorted.filter(isFaint);
  const isAllOver = faint.length >= Math.max(leastFaint, leastFaintShare * boxes.length);
  return {
    print: boxes.filter((_, index) => !isFaint(darkness[index] ?? 0)),
    faint: boxes.filter((_, index) => isFaint(darkness[index] ?? 0)),
    faintDarkness: isAllOver ? (faint.at(-1) ?? null) : null,
  };
}

/** A form with so many faint texts, and this share of all, may be in bold and in light print; a seal has fewer. */
const leastLight = 8;
const leastLightShare = 0.15;

/** Whether there are so many faint texts that they may be in light print. */
export function mayBeLightPrint({ print, faint }: PrintAndFaint): boolean {
  return faint.length >= Math.max(leastLight, leastLightShare * (print.length + faint.length));
}

/** What shows through is the wrong way round and blurred; print is read so well against the darker texts. */
const leastCertainty = 0.85;

/** Whether faint texts are light print, by how surely they and the darker ones are read (0 to 1). */
export function areInPrint(faintCertainty: number, printCertainty: number): boolean {
  return faintCertainty >= leastCertainty * printCertainty;
}

/** A picture without what is no darker than `darkness` (0 to 255) against white. */
export function withoutBack({ width, height, data }: GreyRaster, darkness: number): GreyRaster {
  const scale = 255 / (255 - darkness);
  const levels = Uint8Array.from({ length: 256 }, (_, level) => Math.min(255, Math.round(level * scale)));
  return { width, height, data: data.map((level) => levels[level] ?? 255) };
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
