import type { InkProfile } from './ink-profile.ts';

/** A stretch of a profile that is held to be a ruling. */
export interface Segment {
  readonly profile: InkProfile;
  readonly start: number;
  readonly end: number;
}

/** A ruling ends this near to one that it meets. */
export const meetPt = 2;

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

/**
 * The ink of the rulings across is none of the side's: half their thickness and a little. A side has ink up to there,
 * while a stroke of a character ends before. The rulings of a form are alike, so that the side's own thickness tells.
 */
export function crossingWidthOf({ thicknessPt }: InkProfile): number {
  return Math.min(mostCrossingPt, thicknessPt / 2 + besideCrossingPt);
}

const besideCrossingPt = 0.4;
/** In points. */
export const mostCrossingPt = 1.5;
