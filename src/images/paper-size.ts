/** The long side of A4, in points. */
export const a4LengthPt = 842;
/** Forms are printed on paper up to A3 (1191 points long). */
const longestPt = 1300;

/**
 * How many points of a file make one of the paper that it shows. Files claim sizes that nobody measured: a page as many
 * points wide as its scan has pixels, a photograph of 72 dots an inch. What is larger than any sheet is taken for A4;
 * what is smaller may be a part of one.
 */
export function pointsPerPaperPoint(longSidePt: number): number {
  return longSidePt > longestPt ? longSidePt / a4LengthPt : 1;
}
