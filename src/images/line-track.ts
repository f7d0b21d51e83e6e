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

/** How much a course jumps from point to point: the root mean square of its second differences. */
export function roughnessOf(course: readonly number[]): number {
  const bends = course.slice(2).map((value, index) => (course[index] ?? 0) - 2 * (course[index + 1] ?? 0) + value);
  if (bends.length === 0) return Number.POSITIVE_INFINITY;
  return Math.sqrt(bends.reduce((sum, bend) => sum + bend * bend, 0) / bends.length);
}
