/**
 * One drawn line as it runs through the picture, however it slants or bends: the middle of its ink at columns
 * `stepPx` apart. In a transposed picture x and y trade places.
 */
export interface LineTrack {
  /** x of each point, ascending, in pixels. */
  readonly xs: readonly number[];
  /** y of each point, in pixels, to a fraction of one. */
  readonly ys: readonly number[];
  /** The share of the columns between its ends where its ink was seen. */
  readonly coverage: number;
  /** Mean darkness against what lies above and below it, 0 to 255. */
  readonly contrast: number;
  /** How thick it is, blur included, in pixels. */
  readonly thickness: number;
  /** How much its course jumps from point to point (root mean square of second differences), in pixels. */
  readonly roughness: number;
}
