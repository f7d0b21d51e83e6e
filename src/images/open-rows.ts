import { inkedStretches } from './ink-along.ts';
import type { InkProfile } from './ink-profile.ts';
import { crossings, meetPt, type Segment } from './segments.ts';

/** A page that begins or ends within a row draws no border there. Its rulings run on this far past the last one across. */
export const openRowPt = 8;
/** So many end together, where one may run into a text. */
const together = 3;

/**
 * The ends of rulings that run on past all that cross them, and end where others of the same direction do: sides of the
 * cells of a row (or column) without a border. `isSide` tells whether a stretch of a profile is drawn.
 */
export function openRows(
  profiles: readonly InkProfile[],
  segments: readonly Segment[],
  isSide: (profile: InkProfile, start: number, end: number) => boolean,
): Segment[] {
  const ends = profiles.flatMap((profile) => endsPast(profile, segments));
  const drawn = ends.filter(({ profile, start, end }) => isSide(profile, start, end));
  const isKnown = (end: End): boolean =>
    segments.some(({ profile, start, end: last }) => profile === end.profile && start <= end.start && last >= end.end);
  return drawn.filter(
    (end) =>
      !isKnown(end) &&
      new Set(drawn.filter((other) => endTogether(end, other)).map(({ profile }) => Math.round(profile.position)))
        .size >= together,
  );
}

interface End extends Segment {
  /** Where nothing closes it. */
  readonly open: number;
}

function endsPast(profile: InkProfile, segments: readonly Segment[]): End[] {
  const places = crossings(profile, segments);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  return inkedStretches(profile).flatMap(([from, to]) => {
    const [isBefore, isBehind] = [
      from <= first - openRowPt && to >= first - meetPt,
      to >= last + openRowPt && from <= last + meetPt,
    ];
    return [
      ...(isBefore ? [{ profile, start: from, end: first, open: from }] : []),
      ...(isBehind ? [{ profile, start: last, end: to, open: to }] : []),
    ];
  });
}

function endTogether(end: End, other: End): boolean {
  return (
    end.profile.orientation === other.profile.orientation &&
    Math.abs(end.open - other.open) <= meetPt &&
    (end.open === end.start) === (other.open === other.start)
  );
}
