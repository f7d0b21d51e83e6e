import type { LineTrack } from './line-track.ts';

/** Tracks this long (points) are mostly drawn lines. */
const longPt = 100;
/** Of the tracks' length, this share runs as smoothly as drawn lines do, whatever else was tracked. */
const smoothShare = 0.3;
/** Drawn lines are up to so much rougher than the smooth ones: fainter, thicker, crossed by texts. */
const roughnessFactor = 2.5;
/**
 * In points. Measured on scans at 200 and 300 dpi: drawn lines jump by 0.01 to 0.05 from point to point, on noisy
 * copies by up to 0.08, strokes of text in a row by 0.1 to 0.4.
 */
const [leastPt, mostPt] = [0.06, 0.16];

/** In pixels, from end to end. */
export function lengthOf({ xs }: LineTrack): number {
  return (xs.at(-1) ?? 0) - (xs[0] ?? 0);
}

/** Up to which roughness (pixels) a track is held for a drawn line: it follows the noise of the page's long tracks. */
export function maxRoughnessOf(tracks: readonly LineTrack[], pixelsPerPt: number): number {
  const long = tracks
    .filter((track) => lengthOf(track) >= longPt * pixelsPerPt)
    .sort((a, b) => a.roughness - b.roughness);
  const total = long.reduce((sum, track) => sum + lengthOf(track), 0);
  let seen = 0;
  const smooth = long.find((track) => (seen += lengthOf(track)) >= smoothShare * total)?.roughness ?? 0;
  return Math.max(leastPt * pixelsPerPt, Math.min(mostPt * pixelsPerPt, roughnessFactor * smooth));
}
