import type { Ruling } from '../model/page.ts';

/** The lines of doubled borders are seen at slightly different distances, by this factor. */
const spread = 1.2;
/** Distances this near to the tolerance, as a factor below and above, would be taken now for one line, now for two. */
const nearFactor = 1.5;
/** A page has doubled borders if this share of its rulings' length has a neighbour at such a distance. */
const leastShare = 0.5;
/** Places of rulings are told apart to a tenth of a point. */
const placesPerPt = 10;

/**
 * The distance (points) up to which rulings are one: `snapPt`, or a little more where the page's borders are doubled
 * and their lines lie about that far apart.
 */
export function snapOf(rulings: readonly Ruling[], snapPt: number): number {
  const pairs = (['horizontal', 'vertical'] as const).flatMap((orientation) =>
    pairsNear(
      rulings.filter((ruling) => ruling.orientation === orientation),
      snapPt,
    ),
  );
  const doubled = pairs.reduce((sum, { length }) => sum + 2 * length, 0);
  const all = rulings.reduce((sum, { start, end }) => sum + end - start, 0);
  if (pairs.length === 0 || doubled < leastShare * all) return snapPt;
  const middle = pairs.sort((a, b) => a.apart - b.apart)[Math.floor(pairs.length / 2)]?.apart ?? 0;
  return Math.max(snapPt, spread * middle);
}

/** Two places with rulings, about the tolerance apart, in points. */
interface Pair {
  readonly apart: number;
  /** What both have at least. */
  readonly length: number;
}

function pairsNear(rulings: readonly Ruling[], snapPt: number): Pair[] {
  const lengths = new Map<number, number>();
  for (const { position, start, end } of rulings) {
    const place = Math.round(position * placesPerPt);
    lengths.set(place, (lengths.get(place) ?? 0) + end - start);
  }
  const [nearest, farthest] = [
    Math.ceil((snapPt / nearFactor) * placesPerPt),
    Math.floor(snapPt * nearFactor * placesPerPt),
  ];
  return [...lengths].flatMap(([place, own]) => {
    const pairs: Pair[] = [];
    for (let apart = nearest; apart <= farthest; apart++) {
      const other = lengths.get(place + apart);
      if (other !== undefined) pairs.push({ apart: apart / placesPerPt, length: Math.min(own, other) });
    }
    return pairs;
  });
}
