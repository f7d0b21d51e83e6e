import type { LineTrack } from './line-tracks.ts';

/** A thick line whose course is known from fine tracks to this share is a fine line, or a doubled one. */
const maxKnown = 0.6;
/** One that is known more than once over is the edges of a thick line, or a doubled one. */
const minDoubled = 1.4;
/** How much rougher than the thick track a fine one may be, as a factor and in pixels, to be as good. */
const roughnessFactor = 2;
const roughnessPx = 0.1;

/**
 * Tracks of fine lines and of thick ones together: a thick line, on which fine tracks wander about between its edges,
 * takes their place; where fine tracks run as smoothly, they stay instead. `reachPx` is how far from the middle of a
 * thick line its edges may be.
 */
export function joined(fine: readonly LineTrack[], thick: readonly LineTrack[], reachPx: number): LineTrack[] {
  const replaced = new Set<LineTrack>();
  const kept: LineTrack[] = [];
  for (const track of thick) {
    const along = fine
      .map((other) => ({ other, share: shareAlong(other, track, reachPx) }))
      .filter((one) => one.share > 0);
    const isAsGood = ({ roughness }: LineTrack): boolean =>
      roughness <= Math.max(roughnessPx, roughnessFactor * track.roughness);
    const known = along.reduce(
      (sum, { other, share }) => sum + (isAsGood(other) ? (share * other.xs.length) / track.xs.length : 0),
      0,
    );
    if (known > maxKnown && known < minDoubled) continue;
    kept.push(track);
    for (const { other, share } of along) if (share > 0.5) replaced.add(other);
  }
  return [...fine.filter((track) => !replaced.has(track)), ...kept];
}

/** The share of a track's points that lie within `reachPx` of another's. */
function shareAlong(track: LineTrack, other: LineTrack, reachPx: number): number {
  const [first = 0, last = 0] = [other.xs[0], other.xs.at(-1)];
  if ((track.xs[0] ?? 0) > last || (track.xs.at(-1) ?? 0) < first) return 0;
  let [near, at] = [0, 0];
  for (const [index, x] of track.xs.entries()) {
    if (x < first || x > last) continue;
    while (at + 1 < other.xs.length && (other.xs[at + 1] ?? 0) <= x) at++;
    if (Math.abs((track.ys[index] ?? 0) - (other.ys[at] ?? 0)) <= reachPx) near++;
  }
  return near / track.xs.length;
}
