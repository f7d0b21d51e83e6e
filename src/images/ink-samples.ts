import type { Ruling } from '../model/page.ts';
import type { GreyRaster } from '../model/raster.ts';

/** What is seen on a line and beside it, place by place. */
export interface InkSamples {
  /** Where each sample lies along the line, in points, ascending, `samplePt` apart. */
  readonly along: Float32Array;
  /** 1 where the sample has ink, else 0: on the line, and to its two sides. */
  readonly ink: Uint8Array;
  readonly inkBefore: Uint8Array;
  readonly inkBehind: Uint8Array;
  /** How dark the line is, 0 to 255. */
  readonly darkness: Uint8Array;
}

/** How far apart samples are. */
export const samplePt = 0.5;

/** A place on a line: in points along it, and in pixels of the picture, x along the line and y across it. */
export interface SamplePlace {
  readonly alongPt: number;
  readonly x: number;
  readonly y: number;
}

/** What is known of the line. */
export interface LineLook {
  readonly orientation: Ruling['orientation'];
  /** How much darker it is than its ground, 0 to 255. */
  readonly contrast: number;
  readonly thicknessPx: number;
}

/** A stroke of a character is crossed by others this near; beside a ruling the ground is clear. */
const besidePt = 2;
/** Ink is so much darker than its ground, as a share of the line's usual contrast. */
const inkShare = 0.35;
/** Averaging over a line's slant and blur weakens its contrast about so much. */
const contrastLoss = 1.3;
const [leastContrast, mostContrast] = [40, 200];
/** What is beside ink is ink too if it is this dark against it; a shaded cell is less. */
const asDarkShare = 0.5;

/**
 * Looks for ink at places of a line. Ink is darker than the ground beside it, on the clearer side: a shaded cell is
 * none, and a text that stands right beside a ruling does not hide it.
 */
export function samplesAt(
  places: readonly SamplePlace[],
  { picture, pixelsPerPt }: { readonly picture: GreyRaster; readonly pixelsPerPt: number },
  { orientation, contrast, thicknessPx }: LineLook,
): InkSamples {
  const threshold = inkShare * Math.min(mostContrast, Math.max(leastContrast, contrast * contrastLoss));
  const besidePx = Math.round(Math.max(besidePt * pixelsPerPt, thicknessPx / 2 + pixelsPerPt));
  const nearPx = Math.round(besidePx / 2);
  const darknessAt = orientation === 'horizontal' ? levelDarkness(picture) : plumbDarkness(picture);
  const samples = {
    along: new Float32Array(places.length),
    ink: new Uint8Array(places.length),
    inkBefore: new Uint8Array(places.length),
    inkBehind: new Uint8Array(places.length),
    darkness: new Uint8Array(places.length),
  };
  for (const [index, place] of places.entries()) {
    const [x, y] = [Math.round(place.x), Math.round(place.y)];
    samples.along[index] = place.alongPt;
    const [on, before, behind] = [darknessAt(x, y), darknessAt(x, y - besidePx), darknessAt(x, y + besidePx)];
    let ground = Math.min(before, behind);
    if (on >= threshold) {
      for (let away = nearPx; away <= besidePx + nearPx; away++) {
        ground = Math.min(ground, darknessAt(x, y - away), darknessAt(x, y + away));
      }
    }
    const asDark = Math.max(threshold, ground + asDarkShare * (on - ground));
    samples.ink[index] = Number(on - ground >= threshold);
    samples.inkBefore[index] = Number(before >= asDark);
    samples.inkBehind[index] = Number(behind >= asDark);
    samples.darkness[index] = on;
  }
  return samples;
}

type Darkness = (x: number, y: number) => number;

/** The darkest of three pixels across a line, 0 to 255: a thin line runs between two rows now and then. */
function levelDarkness({ width, height, data }: GreyRaster): Darkness {
  return (x, y) => {
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return 0;
    const at = y * width + x;
    return 255 - Math.min(data[at - width] ?? 255, data[at] ?? 255, data[at + width] ?? 255);
  };
}

/** The same of lines whose x and y are traded. */
function plumbDarkness({ width, height, data }: GreyRaster): Darkness {
  return (y, x) => {
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return 0;
    const at = y * width + x;
    return 255 - Math.min(data[at - 1] ?? 255, data[at] ?? 255, data[at + 1] ?? 255);
  };
}
