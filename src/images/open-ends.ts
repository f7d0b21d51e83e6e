import { inkedStretches } from './ink-along.ts';
import type { InkProfile } from './ink-profile.ts';
import { crossings, meetPt, type Segment } from './segments.ts';
import { isSide } from './sides.ts';
import { straightStretches, sureLengthPt } from './straight-lines.ts';

/** A long ruling that runs on this far past the last one across it bounds a cell that has no border there; */
const alonePt = 14;
/**
 * any ruling this far, where so many end together: a page begins or ends within a row. One alone may run into a text.
 */
export const togetherPt = 8;
const together = 3;

/** The end of a ruling past all that cross it. */
interface OpenEnd extends Segment {
  /** Where nothing closes it. */
  readonly open: number;
}

/** The sides of cells that have no border at one end, where rulings run on past all that cross them. */
export function openEnds(profiles: readonly InkProfile[], across: readonly Segment[]): Segment[] {
  const ends = profiles.flatMap((profile) => endsPast(profile, across)).filter(isSide);
  return ends.filter(
    (end) =>
      isLong(end) ||
      new Set(ends.filter((other) => endTogether(end, other)).map(({ profile }) => Math.round(profile.position)))
        .size >= together,
  );
}

function endsPast(profile: InkProfile, across: readonly Segment[]): OpenEnd[] {
  const places = crossings(profile, across);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  return inkedStretches(profile).flatMap(([from, to]) => {
    const isBefore = from <= first - togetherPt && to >= first - meetPt;
    const isBehind = to >= last + togetherPt && from <= last + meetPt;
    return [
      ...(isBefore ? [{ profile, start: from, end: first, open: from }] : []),
      ...(isBehind ? [{ profile, start: last, end: to, open: to }] : []),
    ];
  });
}

/** Whether the end is a long one of a long ruling. */
function isLong({ profile, start, end }: OpenEnd): boolean {
  return (
    end - start >= alonePt &&
    straightStretches(profile, sureLengthPt).some((stretch) => stretch.start <= end && stretch.end >= start)
  );
}

function endTogether(end: OpenEnd, other: OpenEnd): boolean {
  return (
    end.profile.orientation === other.profile.orientation &&
    Math.abs(end.open - other.open) <= meetPt &&
    (end.open === end.start) === (other.open === other.start)
  );
}
