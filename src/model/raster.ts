/** A picture in grey: one byte a pixel, 0 black to 255 white, rows from the top without padding. */
export interface GreyRaster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
