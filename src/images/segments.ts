import type { InkProfile } from './ink-profile.ts';

/** A stretch of a profile that is held to be a ruling. */
export interface Segment {
  readonly profile: InkProfile;
  readonly start: number;
  readonly end: number;
}

/** A ruling ends this near to one that it meets. */
export const meetPt = 2;
/** Its track ends this near to it, since it takes in what the window around its points does. */
export const trackEndPt = 6;

/** Where segments stand across a profile, ascending; doubled ones once. */
export function crossings({ orientation, position }: InkProfile, segments: readonly Segment[]): number[] {
  return segments
    .filter(
      ({ profile, start, end }) =>
        profile.orientation !== orientation && position >= start - meetPt && position <= end + meetPt,
    )
    .map(({ profile }) => profile.position)
    .sort((a, b) => a - b)
    .filter((place, index, places) => place - (places[index - 1] ?? Number.NEGATIVE_INFINITY) > meetPt);
}
