import { type InkShares, maxApart } from './ink-along.ts';
import { type FramedPicture, type InkProfile, profileAlong } from './ink-profile.ts';
import { togetherPt } from './open-ends.ts';
import { crossings, meetPt, type Segment } from './segments.ts';
import { sharesOfSide } from './sides.ts';

/**
 * The sides of cells that rulings at the same place vouch for: those that are not among the segments.
 *
 * Text right beside a short side hides it: its track breaks, or wanders along the strokes. But where a ruling bounds
 * the cells of other rows, its place is known to a fraction of a point, and all that is left to ask is whether there is
 * ink from one ruling across it to the next. Strokes that happen to stand there do not reach that far.
 */
export function vouchedSides(segments: readonly Segment[], framed: FramedPicture): Segment[] {
  return lanesOf(segments).flatMap((lane) => {
    const { profile } = lane;
    const places = placesAcross(profile, segments);
    const usuallyCrossed = Math.min(...lane.segments.map((known) => sharesOfSide(known).crossed));
    return places.slice(1).flatMap((end, index): Segment[] => {
      const start = places[index] ?? end;
      if (end - start < leastSidePt || isKnown(lane, start, end)) return [];
      const clearest = clearestShares({ profile, start, end }, framed);
      return isVouched(clearest, usuallyCrossed) ? [{ profile, start, end }] : [];
    });
  });
}

/**
 * What is seen of a side where it is clearest: rulings of one place lie this near to one another on a page that is not
 * quite flat.
 */
function clearestShares({ profile, start, end }: Segment, framed: FramedPicture): InkShares {
  return offsetsPt
    .map((offsetPt) => ({ from: start, to: end, position: profile.position + offsetPt }))
    .map((stretch) => sharesOfSide({ profile: profileAlong(profile, stretch, framed), start, end }))
    .reduce((best, shares) => (shares.filled > best.filled ? shares : best));
}

/** Segments this near to one another across are of one ruling. */
const lanePt = 1.2;
const offsetsPt = [0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1];
const leastSidePt = 3;

/** The share of a vouched side that must have ink. */
const minInk = 0.88;
/** What is broken must stand alone: this much ink, and no more than that beside it. */
const [minBrokenInk, maxBrokenCrossed] = [0.38, 0.08];
/** The edge of a shaded cell has ink beside it all along; a text has not. Of a doubled ruling each has the other. */
const [maxCrossed, moreThanUsual] = [0.7, 0.2];

function isVouched({ filled, crossed, apart }: InkShares, usuallyCrossed: number): boolean {
  if (crossed > Math.max(maxCrossed, usuallyCrossed + moreThanUsual)) return false;
  return filled >= minInk || (filled >= minBrokenInk && crossed <= maxBrokenCrossed && apart <= maxApart);
}

/** The segments of one ruling, however many cells it bounds. */
interface Lane {
  /** That of its longest segment. */
  readonly profile: InkProfile;
  readonly segments: readonly Segment[];
}

function lanesOf(segments: readonly Segment[]): Lane[] {
  const lanes: { readonly profile: InkProfile; readonly segments: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const { orientation, position } = segment.profile;
    const lane = lanes.find(
      ({ profile }) => profile.orientation === orientation && Math.abs(profile.position - position) <= lanePt,
    );
    if (lane === undefined) lanes.push({ profile: segment.profile, segments: [segment] });
    else lane.segments.push(segment);
  }
  return lanes;
}

/** A side is known if its segments cover more than this share of it. */
const knownShare = 0.5;

function isKnown({ segments }: Lane, start: number, end: number): boolean {
  const shared = (segment: Segment): number => Math.max(0, Math.min(end, segment.end) - Math.max(start, segment.start));
  return segments.reduce((sum, segment) => sum + shared(segment), 0) > knownShare * (end - start);
}

/** Where sides end: at the rulings across, and where at least two others of the same direction end together. */
function placesAcross(profile: InkProfile, segments: readonly Segment[]): number[] {
  const places = crossings(profile, segments);
  const ends = segments
    .filter(({ profile: { orientation } }) => orientation === profile.orientation)
    .flatMap(({ start, end }) => [start, end])
    .filter((end) => places.every((place) => Math.abs(place - end) > togetherPt));
  const together = ends
    .filter((end) => ends.filter((other) => Math.abs(other - end) <= meetPt).length >= 2)
    .sort((a, b) => a - b)
    .filter((end, index, sorted) => end - (sorted[index - 1] ?? Number.NEGATIVE_INFINITY) > 2 * meetPt);
  return [...places, ...together].sort((a, b) => a - b);
}
