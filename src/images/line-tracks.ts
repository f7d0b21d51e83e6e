import type { LineTrack } from './line-track.ts';
import type { GreyRaster } from '../model/raster.ts';
import { joined } from './join-tracks.ts';
import { partsByShade, type TrackPoints } from './track-shades.ts';
import {
  averageDarkness,
  type Flanks,
  leastRidge,
  type Ridge,
  type RidgeScale,
  ridgesOf,
  spreadsOfThickness,
} from './ridges.ts';

/** Lengths that finding lines depends on, in pixels; they follow the resolution. */
export interface TrackScale extends RidgeScale {
  /** A line may be broken by this much. */
  readonly gapPx: number;
  readonly minLengthPx: number;
}

/**
 * What suits a picture with `pixelsPerPt` pixels a point. Lines up to 2 pt thick and rows from 10 pt high are found.
 */
export function trackScaleFor(pixelsPerPt: number): TrackScale {
  return {
    halfWindowPx: Math.max(4, Math.round(4 * pixelsPerPt)),
    stepPx: Math.max(2, Math.round(2.5 * pixelsPerPt)),
    flanks: [
      flanksFor(pixelsPerPt, { near: 0.8, far: 2.2, smooth: 0 }),
      flanksFor(pixelsPerPt, { near: 1.7, far: 3.2, smooth: 0.5 }),
      flanksFor(pixelsPerPt, { near: 2.8, far: 4.6, smooth: 1 }),
    ],
    gapPx: Math.round(12 * pixelsPerPt),
    minLengthPx: Math.round(11 * pixelsPerPt),
  };
}

/** Lengths in points as pixels. */
function flanksFor(pixelsPerPt: number, lengths: { near: number; far: number; smooth: number }): Flanks {
  return {
    nearPx: Math.max(2, Math.round(lengths.near * pixelsPerPt)),
    farPx: Math.max(4, Math.round(lengths.far * pixelsPerPt)),
    smoothPx: Math.round(lengths.smooth * pixelsPerPt),
  };
}

/** How far a line may leave the course of its last points, in pixels a step. */
const maxStray = 1.6;
/** Lines slant by less than this (tangent of 12 degrees: five of skew, the rest of perspective). */
const maxSlope = 0.21;

/**
 * The nearly horizontal lines of a picture. Strokes of text give short tracks too; whoever uses them drops those that
 * meet no other line.
 *
 * 1. In columns `stepPx` apart, darkness is averaged along x, and a point of a line is a local maximum along y that
 *    is darker than the ground near it on both sides (a ridge), and than the page's ground is anywhere.
 * 2. From left to right, points that lie on a common smooth course are linked; gaps up to `gapPx` are bridged.
 * 3. What is of two shades, one after the other, is two lines.
 * 4. This is done for fine lines and for thick ones; a thick line takes the place of fine tracks along it, unless it
 *    is a fine line itself.
 */
export function trackLines(image: GreyRaster, scale: TrackScale): LineTrack[] {
  const columns = Math.max(1, Math.floor((image.width - 1) / scale.stepPx) + 1);
  const darkness = averageDarkness(image, columns, scale);
  const profiles = Array.from({ length: columns }, (_, column) =>
    darkness.subarray(column * image.height, (column + 1) * image.height),
  );
  let tracks: LineTrack[] = [];
  for (const flanks of scale.flanks) {
    const least = leastRidge(profiles, flanks);
    const ridges = profiles.map((profile) => ridgesOf(profile, flanks, least));
    tracks = joined(tracks, linkRidges(ridges, scale), flanks.nearPx);
  }
  return tracks;
}

/** The tracks that the ridges of column after column make. */
function linkRidges(columns: readonly (readonly Ridge[])[], scale: TrackScale): LineTrack[] {
  const open: OpenTrack[] = [];
  const done: OpenTrack[] = [];
  for (const [column, ridges] of columns.entries()) {
    link(open, ridges, { column, stepPx: scale.stepPx });
    for (let index = open.length - 1; index >= 0; index--) {
      const track = open[index];
      if (track === undefined || (column - track.lastColumn) * scale.stepPx <= scale.gapPx) continue;
      open.splice(index, 1);
      done.push(track);
    }
  }
  return [...done, ...open]
    .flatMap((track) => partsByShade(track, leastPart(scale)))
    .flatMap((track) => finish(track, scale) ?? []);
}

interface OpenTrack extends TrackPoints {
  lastColumn: number;
  lastY: number;
  slope: number;
}

interface Column {
  /** Columns are counted from the left of the picture, `stepPx` apart. */
  readonly column: number;
  readonly stepPx: number;
}

/** Gives each ridge to the open track whose course it continues best; a ridge without one opens a track. */
function link(open: OpenTrack[], ridges: readonly Ridge[], { column, stepPx }: Column): void {
  const taken = new Set<OpenTrack>();
  const sorted = [...open].sort((a, b) => b.columns.length - a.columns.length);
  const free = new Set(ridges);
  for (const track of sorted) {
    const steps = column - track.lastColumn;
    const expected = track.lastY + track.slope * steps * stepPx;
    const tolerance = maxStray + 0.25 * (steps - 1);
    let best: Ridge | null = null;
    for (const ridge of free) {
      const stray = Math.abs(ridge.y - expected);
      if (stray <= tolerance && (best === null || stray < Math.abs(best.y - expected))) best = ridge;
    }
    if (best === null || taken.has(track)) continue;
    free.delete(best);
    taken.add(track);
    extend(track, best, { column, stepPx });
  }
  for (const ridge of free) {
    open.push({
      columns: [column],
      ys: [ridge.y],
      heights: [ridge.height],
      spreads: [ridge.spread],
      lastColumn: column,
      lastY: ridge.y,
      slope: 0,
    });
  }
}

/** The course is taken from this many of the last points. */
const courseLength = 12;

function extend(track: OpenTrack, ridge: Ridge, { column, stepPx }: Column): void {
  track.columns.push(column);
  track.ys.push(ridge.y);
  track.heights.push(ridge.height);
  track.spreads.push(ridge.spread);
  track.lastColumn = column;
  const back = Math.max(0, track.columns.length - courseLength);
  const run = (column - (track.columns[back] ?? column)) * stepPx;
  const rise = ridge.y - (track.ys[back] ?? ridge.y);
  const slope = run === 0 ? 0 : Math.max(-maxSlope, Math.min(maxSlope, rise / run));
  track.slope = track.columns.length < 4 ? slope * 0.5 : slope;
  track.lastY = 0.5 * ridge.y + 0.5 * (track.lastY + track.slope * stepPx);
}

/** Of two shades, a track is so many times as long as the shortest line in each. */
const partLengths = 5;

/** Points of a track in each of its parts, at least. */
function leastPart({ minLengthPx, stepPx }: TrackScale): number {
  return Math.ceil((partLengths * minLengthPx) / stepPx);
}

/** Ink must be seen at this share of a line's columns. */
const minCoverage = 0.55;

function finish(track: TrackPoints, { stepPx, minLengthPx }: TrackScale): LineTrack | null {
  const xs = track.columns.map((column) => column * stepPx);
  const first = xs[0] ?? 0;
  const last = xs.at(-1) ?? 0;
  const coverage = (xs.length * stepPx) / (last - first + stepPx);
  if (last - first < minLengthPx || coverage < minCoverage) return null;
  return {
    xs,
    ys: track.ys,
    coverage,
    contrast: meanOf(track.heights),
    thickness: meanOf(track.spreads) * spreadsOfThickness,
    roughness: roughnessOf(track),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function roughnessOf({ columns, ys }: TrackPoints): number {
  let sum = 0;
  let count = 0;
  for (let index = 1; index + 1 < ys.length; index++) {
    if ((columns[index + 1] ?? 0) - (columns[index - 1] ?? 0) !== 2) continue;
    sum += ((ys[index - 1] ?? 0) - 2 * (ys[index] ?? 0) + (ys[index + 1] ?? 0)) ** 2;
    count++;
  }
  return count === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(sum / count);
}
