import { type Bend, type BentLine, fitBend } from './bend.ts';
import { type CentredFrame, fitHomography, type Homography, straightenedBy, straightLineOf } from './homography.ts';
import type { LineTrack } from './line-track.ts';
import type { PageFrame, Point } from './page-frame.ts';
import { lengthOf, maxRoughnessOf } from './track-noise.ts';

/** The picture of a page, and how many of its pixels make a point (1/72 inch). */
export interface PictureScale {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerPt: number;
}

/** A page's lines, as tracked: nearly horizontal ones, and nearly vertical ones with x and y traded. */
export interface TrackedLines {
  readonly levels: readonly LineTrack[];
  readonly plumbs: readonly LineTrack[];
}

/** How the page lay in its picture. */
export interface Straightening {
  readonly frame: PageFrame;
  /** By what the page was turned clockwise. */
  readonly skewDegrees: number;
  /** How much larger one side of the page is in the picture than the opposite one, less 1. */
  readonly perspective: number;
  /** The most that bent paper moves a point of a line. */
  readonly bendPt: number;
}

/** Lines this long (points) tell how the page lies, if they are smooth. */
const minTellingPt = 40;

/**
 * Finds how a page lies in its picture from the lines drawn on it: first a homography (skew, perspective), then the
 * bend of the paper that is left. A page without lines is taken to lie straight.
 *
 * Not handled: folds.
 */
export function straighten(picture: PictureScale, lines: TrackedLines): Straightening {
  const maxRoughness = maxRoughnessOf([...lines.levels, ...lines.plumbs], picture.pixelsPerPt);
  const isTelling = (track: LineTrack): boolean =>
    lengthOf(track) >= minTellingPt * picture.pixelsPerPt && track.roughness <= maxRoughness;
  const levels = lines.levels.filter(isTelling);
  const plumbs = lines.plumbs.filter(isTelling);
  const half = Math.max(picture.width, picture.height) / 2;
  const [centreX, centreY] = [(picture.width - 1) / 2, (picture.height - 1) / 2];
  const level: CentredFrame = { half, along: centreX, across: centreY };
  const plumb: CentredFrame = { half, along: centreY, across: centreX };
  const homography = fitHomography(
    levels.map((track) => straightLineOf(track, level)),
    plumbs.map((track) => straightLineOf(track, plumb)),
  );
  const projection = projectionOf(homography);
  const toLevel = (x: number, y: number): Point => projection.toLevel((x - centreX) / half, (y - centreY) / half);
  const isStraightened = straightenedBy(homography);
  const bentLevels = levels
    .filter((track) => isStraightened.level(straightLineOf(track, level)))
    .map((track) => pointsOf(track, (x, y) => toLevel(x, y)));
  const bentPlumbs = plumbs
    .filter((track) => isStraightened.plumb(straightLineOf(track, plumb)))
    .map((track) => swapped(pointsOf(track, (y, x) => toLevel(x, y))));
  const bend = fitBend(bentLevels, bentPlumbs);
  const unitPt = half / picture.pixelsPerPt;
  return {
    frame: frameOf(picture, projection, bend),
    skewDegrees: (Math.atan(-homography.r) * 180) / Math.PI,
    perspective: 2 * (Math.abs(homography.p) + Math.abs(homography.q)),
    bendPt: unitPt * mostBend(bend, bentLevels, bentPlumbs),
  };
}

function pointsOf(track: LineTrack, toLevel: (x: number, y: number) => Point): BentLine {
  const points = track.xs.map((x, index) => toLevel(x, track.ys[index] ?? 0));
  return { along: points.map(([x]) => x), across: points.map(([, y]) => y) };
}

function swapped({ along, across }: BentLine): BentLine {
  return { along: across, across: along };
}

function mostBend(bend: Bend, levels: readonly BentLine[], plumbs: readonly BentLine[]): number {
  const spreadOf = (moves: readonly number[]): number => Math.max(0, ...moves) - Math.min(0, ...moves);
  const ofLevels = levels.map(({ along, across }) => spreadOf(along.map((x, at) => bend(x, across[at] ?? 0)[1])));
  const ofPlumbs = plumbs.map(({ along, across }) => spreadOf(along.map((y, at) => bend(across[at] ?? 0, y)[0])));
  return Math.max(0, ...ofLevels, ...ofPlumbs);
}

interface Projection {
  readonly toLevel: (u: number, v: number) => Point;
  readonly fromLevel: (u: number, v: number) => Point;
}

function projectionOf({ r, s, p, q }: Homography): Projection {
  // The adjugate: the inverse but for a factor, which the division by the third coordinate takes out.
  const [a, b, c, d, e, f] = [1, -s, -r, 1, r * q - p, s * p - q];
  const scale = 1 - r * s;
  return {
    toLevel: (u, v) => {
      const w = p * u + q * v + 1;
      return [(u + s * v) / w, (r * u + v) / w];
    },
    fromLevel: (u, v) => {
      const w = e * u + f * v + scale;
      return [(a * u + b * v) / w, (c * u + d * v) / w];
    },
  };
}

function frameOf(picture: PictureScale, { toLevel, fromLevel }: Projection, bend: Bend): PageFrame {
  const { width, height, pixelsPerPt } = picture;
  const half = Math.max(width, height) / 2;
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  const flat = (x: number, y: number): Point => {
    const [u, v] = toLevel((x - centreX) / half, (y - centreY) / half);
    const [du, dv] = bend(u, v);
    return [((u - du) * half) / pixelsPerPt, ((v - dv) * half) / pixelsPerPt];
  };
  const corners = [
    flat(-0.5, -0.5),
    flat(width - 0.5, -0.5),
    flat(-0.5, height - 0.5),
    flat(width - 0.5, height - 0.5),
  ];
  const left = Math.min(...corners.map(([x]) => x));
  const top = Math.min(...corners.map(([, y]) => y));
  return {
    widthPt: Math.max(...corners.map(([x]) => x)) - left,
    heightPt: Math.max(...corners.map(([, y]) => y)) - top,
    toPage: (x, y) => {
      const [xPt, yPt] = flat(x, y);
      return [xPt - left, yPt - top];
    },
    toPicture: (xPt, yPt) => {
      const [u, v] = unbend(bend, ((xPt + left) * pixelsPerPt) / half, ((yPt + top) * pixelsPerPt) / half);
      const [x, y] = fromLevel(u, v);
      return [x * half + centreX, y * half + centreY];
    },
  };
}

/** The place that `bend` moves to `x`, `y`; bends are slight, so that two rounds find it to a hundredth of a pixel. */
function unbend(bend: Bend, x: number, y: number): Point {
  let [u, v] = [x, y];
  for (let round = 0; round < 2; round++) {
    const [du, dv] = bend(u, v);
    [u, v] = [x + du, y + dv];
  }
  return [u, v];
}
