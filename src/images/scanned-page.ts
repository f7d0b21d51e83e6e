import type { GreyRaster } from '../model/raster.ts';

/** A page of which there is only a picture, its seals faded. */
export interface ScannedPage {
  /** From 1. */
  readonly number: number;
  readonly picture: GreyRaster;
  /** Pixels a point of the page: the scan's dots an inch over 72. */
  readonly pixelsPerPt: number;
}
