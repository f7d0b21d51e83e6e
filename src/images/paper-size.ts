/** The long side of A4, in points. */
const a4Pt = 842;
/** Forms are printed on paper from A5 (595 points long) to A3 (1191); what is half as large or larger was not measured. */
const [shortestPt, longestPt] = [450, 1300];

/**
 * How many points of a file make one of the paper that it shows. Files claim sizes that nobody measured: a page as many
 * points wide as its scan has pixels, a photograph of 72 dots an inch. What cannot be a sheet of paper is taken for A4.
 */
export function pointsPerPaperPoint(longSidePt: number): number {
  return longSidePt < shortestPt || longSidePt > longestPt ? longSidePt / a4Pt : 1;
}
