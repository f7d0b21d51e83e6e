import type { Ruling } from '../model/page.ts';
import type { GreyRaster } from '../model/raster.ts';
import { lineThrough } from './fit-line.ts';
import { type LineTrack, roughnessOf } from './line-track.ts';
import { type InkSamples, type SamplePlace, samplePt, samplesAt } from './ink-samples.ts';
import { median } from './median.ts';
import type { PageFrame } from './page-frame.ts';

/** A picture with the frame of its page. */
export interface FramedPicture {
  readonly picture: GreyRaster;
  readonly pixelsPerPt: number;
  readonly frame: PageFrame;
}

/** A track laid on the upright page, with what ink there is on it and beside it. Lengths in points. */
export interface InkProfile extends InkSamples {
  readonly orientation: Ruling['orientation'];
  /** Its mean place across. */
  readonly position: number;
  /** Root mean square distance of its points from `position`. */
  readonly offPt: number;
  /** Its slant against the page (points across for each along), and how far its points lie off such a line. */
  readonly slope: number;
  readonly strayPt: number;
  readonly roughnessPt: number;
  /** From where to where along it it was tracked, without texts in line with it. */
  readonly tracked: readonly [start: number, end: number];
  /** Blur included. */
  readonly thicknessPt: number;
  /** Mean darkness against what lies beside it, 0 to 255. */
  readonly contrast: number;
}

/** A ruling may run on this far beyond its track, whose ends a text in line with it may have taken. */
const marginPt = 30;

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
  const samples = samplesAt(placesAlong(core, { framed, orientation, position }), framed, {
    orientation,
    contrast: track.contrast,
    thicknessPx: track.thickness,
  });
  const tracked = [core[0]?.alongPt ?? 0, core.at(-1)?.alongPt ?? 0] as const;
  const roughnessPt = roughnessOf(core.map((point) => point.acrossPt));
  const thicknessPt = track.thickness / framed.pixelsPerPt;
  const { contrast } = track;
  return { orientation, position, offPt, ...slantOf(core), roughnessPt, tracked, thicknessPt, contrast, ...samples };
}

/** A stretch of the upright page, in points along a line and across it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly position: number;
}

/** The ink along a stretch of the page that is looked at as what `like` is. */
export function profileAlong(like: InkProfile, stretch: Stretch, framed: FramedPicture): InkProfile {
  const thicknessPx = like.thicknessPt * framed.pixelsPerPt;
  const places = placesOnPage(stretch, like.orientation, framed.frame);
  const samples = samplesAt(places, framed, { orientation: like.orientation, contrast: like.contrast, thicknessPx });
  return { ...like, position: stretch.position, ...samples };
}

/** A point of a track, in the picture's pixels and in points of the page. */
interface TrackPoint extends SamplePlace {
  readonly acrossPt: number;
}

/** The slant of points against the page, and how far they lie off the line through them (root mean square). */
function slantOf(points: readonly TrackPoint[]): Pick<InkProfile, 'slope' | 'strayPt'> {
  const line = lineThrough(points.map(({ alongPt, acrossPt }) => ({ along: alongPt, across: acrossPt, weight: 1 })));
  const strays = points.map(({ alongPt, acrossPt }) => acrossPt - line.position - line.slope * (alongPt - line.middle));
  const squares = strays.reduce((sum, stray) => sum + stray ** 2, 0);
  return { slope: line.slope, strayPt: Math.sqrt(squares / points.length) };
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

interface Course {
  readonly framed: FramedPicture;
  readonly orientation: Ruling['orientation'];
  /** Where the line runs on beyond its track, in points across it. */
  readonly position: number;
}

/** Places on the track, and on the straight page beyond its ends. */
function placesAlong(points: readonly TrackPoint[], { framed, orientation, position }: Course): SamplePlace[] {
  const [first, last] = [points[0]?.alongPt ?? 0, points.at(-1)?.alongPt ?? 0];
  const beyond = (from: number, to: number): SamplePlace[] =>
    placesOnPage({ from, to, position }, orientation, framed.frame);
  const onTrack: SamplePlace[] = [];
  let at = 0;
  for (let alongPt = first; alongPt <= last; alongPt += samplePt) {
    while (at + 2 < points.length && (points[at + 1]?.alongPt ?? 0) < alongPt) at++;
    onTrack.push(between(points[at], points[at + 1], alongPt));
  }
  return [...beyond(first - marginPt, first - samplePt), ...onTrack, ...beyond(last + samplePt, last + marginPt)];
}

function placesOnPage(
  { from, to, position }: Stretch,
  orientation: Ruling['orientation'],
  { toPicture }: PageFrame,
): SamplePlace[] {
  const places: SamplePlace[] = [];
  for (let alongPt = from; alongPt <= to; alongPt += samplePt) {
    const [x, y] = orientation === 'horizontal' ? toPicture(alongPt, position) : toPicture(position, alongPt);
    places.push(orientation === 'horizontal' ? { alongPt, x, y } : { alongPt, x: y, y: x });
  }
  return places;
}

function between(from: TrackPoint | undefined, to: TrackPoint | undefined, alongPt: number): SamplePlace {
  if (from === undefined || to === undefined) return { alongPt, x: 0, y: 0 };
  const share = (alongPt - from.alongPt) / (to.alongPt - from.alongPt);
  return { alongPt, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
