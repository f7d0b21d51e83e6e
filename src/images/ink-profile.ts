import type { Ruling } from '../model/page.ts';
import type { GreyRaster } from '../model/raster.ts';
import type { LineTrack } from './line-track.ts';
import type { PageFrame } from './page-frame.ts';

/** A picture with the frame of its page. */
export interface FramedPicture {
  readonly picture: GreyRaster;
  readonly pixelsPerPt: number;
  readonly frame: PageFrame;
}

/** A track laid on the upright page, with what ink there is on it and beside it. Lengths in points. */
export interface InkProfile {
  readonly orientation: Ruling['orientation'];
  /** Its mean place across. */
  readonly position: number;
  /** Root mean square distance of its points from `position`. */
  readonly offPt: number;
  readonly roughnessPt: number;
  /** From where to where along it it was tracked, without texts in line with it. */
  readonly tracked: readonly [start: number, end: number];
  /** Blur included. */
  readonly thicknessPt: number;
  /** Mean darkness against what lies beside it, 0 to 255. */
  readonly contrast: number;
  /** Where each sample lies along it, ascending, about half a point apart. */
  readonly along: Float32Array;
  /** 1 where the sample has ink, else 0: on the line, and to its two sides. */
  readonly ink: Uint8Array;
  readonly inkBefore: Uint8Array;
  readonly inkBehind: Uint8Array;
}

/** A ruling may run on this far beyond its track, whose ends a text in line with it may have taken. */
const marginPt = 30;
/** A stroke of a character is crossed by others this near; beside a ruling the ground is clear. */
const besidePt = 2;
/** Ink has at least this share of the line's usual darkness. */
const inkShare = 0.35;
/** Averaging over a line's slant and blur weakens its contrast about so much. */
const contrastLoss = 1.3;

/** Measures the ink along a track, pixel by pixel of the picture as it is stored. */
export function profileOf(track: LineTrack, orientation: Ruling['orientation'], framed: FramedPicture): InkProfile {
  const { frame } = framed;
  const isLevel = orientation === 'horizontal';
  const points = track.xs.map((x, index) => {
    const y = track.ys[index] ?? 0;
    const [xPt, yPt] = isLevel ? frame.toPage(x, y) : frame.toPage(y, x);
    return { x, y, alongPt: isLevel ? xPt : yPt, acrossPt: isLevel ? yPt : xPt };
  });
  const core = coreOf(points);
  const position = core.reduce((sum, point) => sum + point.acrossPt, 0) / core.length;
  const offPt = Math.sqrt(core.reduce((sum, point) => sum + (point.acrossPt - position) ** 2, 0) / core.length);
  const threshold = inkShare * Math.min(200, Math.max(40, track.contrast * contrastLoss));
  const samples = samplesOf(core, { framed, isLevel, threshold, position, thickness: track.thickness });
  const tracked = [core[0]?.alongPt ?? 0, core.at(-1)?.alongPt ?? 0] as const;
  const roughnessPt = roughnessOf(core.map((point) => point.acrossPt));
  const thicknessPt = track.thickness / framed.pixelsPerPt;
  return { orientation, position, offPt, roughnessPt, tracked, thicknessPt, contrast: track.contrast, ...samples };
}

/** A point of a track, in the picture's pixels and in points of the page. */
interface TrackPoint {
  readonly x: number;
  readonly y: number;
  readonly alongPt: number;
  readonly acrossPt: number;
}

/** How much a course jumps from point to point: the root mean square of its second differences. */
function roughnessOf(course: readonly number[]): number {
  const bends = course.slice(2).map((value, index) => (course[index] ?? 0) - 2 * (course[index + 1] ?? 0) + value);
  if (bends.length === 0) return Number.POSITIVE_INFINITY;
  return Math.sqrt(bends.reduce((sum, bend) => sum + bend * bend, 0) / bends.length);
}

/** Strokes of text in line with a ruling lie further off it. */
const coreHalfWidthPt = 0.4;

/** The points without those before and behind the ruling that the track took from texts in line with it. */
function coreOf(points: readonly TrackPoint[]): readonly TrackPoint[] {
  const middle = median(points.map((point) => point.acrossPt));
  const spread = median(points.map((point) => Math.abs(point.acrossPt - middle)));
  const isCore = (point: TrackPoint): boolean =>
    Math.abs(point.acrossPt - middle) <= Math.max(coreHalfWidthPt, 3 * spread);
  const first = points.findIndex(isCore);
  return points.slice(first, points.findLastIndex(isCore) + 1);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

interface SampleOptions {
  readonly framed: FramedPicture;
  readonly isLevel: boolean;
  /** Ink is at least so dark, 0 to 255. */
  readonly threshold: number;
  /** In pixels. */
  readonly thickness: number;
  /** Where the line runs on beyond its track, in points across it. */
  readonly position: number;
}

function samplesOf(points: readonly TrackPoint[], options: SampleOptions) {
  const { picture, pixelsPerPt } = options.framed;
  const besidePx = Math.round(Math.max(besidePt * pixelsPerPt, options.thickness / 2 + pixelsPerPt));
  const places = placesAlong(points, options);
  const isInk = options.isLevel ? inkTest(picture, options.threshold) : uprightInkTest(picture, options.threshold);
  const samples = {
    along: new Float32Array(places.length),
    ink: new Uint8Array(places.length),
    inkBefore: new Uint8Array(places.length),
    inkBehind: new Uint8Array(places.length),
  };
  for (const [index, { alongPt, x, y }] of places.entries()) {
    samples.along[index] = alongPt;
    samples.ink[index] = isInk(x, y);
    samples.inkBefore[index] = isInk(x, y - besidePx);
    samples.inkBehind[index] = isInk(x, y + besidePx);
  }
  return samples;
}

/** Places half a point apart on the track, and on the straight page beyond its ends; x along it and y across. */
function placesAlong(points: readonly TrackPoint[], { framed, isLevel, position }: SampleOptions): TrackPoint[] {
  const places: TrackPoint[] = [];
  const [first, last] = [points[0]?.alongPt ?? 0, points.at(-1)?.alongPt ?? 0];
  let at = 0;
  for (let alongPt = first - marginPt; alongPt <= last + marginPt; alongPt += samplePt) {
    while (at + 2 < points.length && (points[at + 1]?.alongPt ?? 0) < alongPt) at++;
    if (alongPt < first || alongPt > last) {
      const [x, y] = isLevel ? framed.frame.toPicture(alongPt, position) : framed.frame.toPicture(position, alongPt);
      places.push({ alongPt, acrossPt: position, x: Math.round(isLevel ? x : y), y: Math.round(isLevel ? y : x) });
    } else {
      places.push(between(points[at], points[at + 1], alongPt));
    }
  }
  return places;
}

/** How far apart samples of a profile are. */
export const samplePt = 0.5;

function between(from: TrackPoint | undefined, to: TrackPoint | undefined, alongPt: number): TrackPoint {
  if (from === undefined || to === undefined) return { alongPt, acrossPt: 0, x: 0, y: 0 };
  const share = (alongPt - from.alongPt) / (to.alongPt - from.alongPt);
  return {
    alongPt,
    acrossPt: from.acrossPt + (to.acrossPt - from.acrossPt) * share,
    x: Math.round(from.x + (to.x - from.x) * share),
    y: Math.round(from.y + (to.y - from.y) * share),
  };
}

type InkTest = (x: number, y: number) => 0 | 1;

/** Whether the darkest of three pixels across a line is ink: a thin line runs between two rows now and then. */
function inkTest({ width, height, data }: GreyRaster, threshold: number): InkTest {
  return (x, y) => {
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return 0;
    const at = y * width + x;
    return 255 - Math.min(data[at - width] ?? 255, data[at] ?? 255, data[at + width] ?? 255) >= threshold ? 1 : 0;
  };
}

/** The same of lines whose x and y are traded. */
function uprightInkTest({ width, height, data }: GreyRaster, threshold: number): InkTest {
  return (y, x) => {
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return 0;
    const at = y * width + x;
    return 255 - Math.min(data[at - 1] ?? 255, data[at] ?? 255, data[at + 1] ?? 255) >= threshold ? 1 : 0;
  };
}
