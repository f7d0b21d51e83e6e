import type { Ruling } from '../model/page.ts';
import type { GreyRaster } from '../model/raster.ts';
import { flattenGround } from './flatten.ts';
import { trackLines, trackScaleFor } from './line-tracks.ts';
import type { PageFrame } from './page-frame.ts';
import { findRulings } from './rulings.ts';
import { straighten } from './straighten.ts';
import { transposed } from './transpose.ts';

/** A scanned page made ready to be read. */
export interface RepairedPage {
  /** The picture as it is stored, its ground made even. */
  readonly picture: GreyRaster;
  readonly pixelsPerPt: number;
  readonly frame: PageFrame;
  /** In points of the page that `frame` lays out. */
  readonly rulings: readonly Ruling[];
  readonly skewDegrees: number;
  readonly perspective: number;
  readonly bendPt: number;
}

/** The light on a page changes little within this length. */
const groundBlockPt = 12;

/** Evens the ground, finds how the page lies in its picture, and its rulings. The page may still lie on a side. */
export function repairPage(scan: GreyRaster, pixelsPerPt: number): RepairedPage {
  const picture = flattenGround(scan, Math.max(8, Math.round(groundBlockPt * pixelsPerPt)));
  const scale = trackScaleFor(pixelsPerPt);
  const lines = { levels: trackLines(picture, scale), plumbs: trackLines(transposed(picture), scale) };
  const { width, height } = picture;
  const straightening = straighten({ width, height, pixelsPerPt }, lines);
  const rulings = findRulings({ picture, pixelsPerPt, frame: straightening.frame }, lines);
  return { picture, pixelsPerPt, rulings, ...straightening };
}
