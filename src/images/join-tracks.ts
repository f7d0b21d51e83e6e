import { type LineTrack, roughnessOf } from './line-track.ts';

/** A thick line whose course is known from fine tracks to this share is a fine line, or a doubled one. */
const maxKnown = 0.6;
/** Fine tracks that run this far from its middle, as a share of the reach, on both sides of it are its edges. */
const edgeShare = 0.25;
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
    const along = fine.map((other) => ({ other, ...runAlong(other, track, reachPx) })).filter(({ share }) => share > 0);
    const known = (from: number, to: number): number =>
      along
        .filter(({ roughness }) => roughness <= Math.max(roughnessPx, roughnessFactor * track.roughness))
        .filter(({ aside }) => aside >= from && aside <= to)
        .reduce((sum, { other, share }) => sum + (share * other.xs.length) / track.xs.length, 0);
    const edge = edgeShare * reachPx;
    const hasEdges = known(-reachPx, -edge) > maxKnown && known(edge, reachPx) > maxKnown;
    if (known(-reachPx, reachPx) > maxKnown && !hasEdges) continue;
    kept.push(track);
    for (const { other, share } of along) if (share > 0.5) replaced.add(other);
  }
  return [...fine.filter((track) => !replaced.has(track)), ...kept];
}

/** How a track runs along another. */
interface Along {
  /** The share of its points that lie within the reach of the other's. */
  readonly share: number;
  /** How far aside of it these are, and how much they jump from point to point, in pixels. */
  readonly aside: number;
  readonly roughness: number;
}

function runAlong(track: LineTrack, other: LineTrack, reachPx: number): Along {
  const [first, last] = endsOf(other);
  const [start, end] = endsOf(track);
  if (start > last || end < first) return { share: 0, aside: 0, roughness: 0 };
  let [off, at] = [0, 0];
  const near: number[] = [];
  for (const [index, x] of track.xs.entries()) {
    while (at + 1 < other.xs.length && valueAt(other.xs, at + 1) <= x) at++;
    const aside = valueAt(track.ys, index) - valueAt(other.ys, at);
    if (x < first || x > last || Math.abs(aside) > reachPx) continue;
    near.push(valueAt(track.ys, index));
    off += aside;
  }
  return {
    share: near.length / track.xs.length,
    aside: near.length === 0 ? 0 : off / near.length,
    roughness: roughnessOf(near),
  };
}

function endsOf({ xs }: LineTrack): readonly [number, number] {
  return [valueAt(xs, 0), valueAt(xs, xs.length - 1)];
}

function valueAt(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
