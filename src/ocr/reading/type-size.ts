import type { GreyRaster } from '../../model/raster.ts';
import { isWide } from '../../text/typesetting.ts';
import { inkRunsOf } from './ink-runs.ts';
import type { RecognizedCharacter } from './readers.ts';

/** The ink of a line is so high, in ems: of ideographs, and of digits alone. */
const [wideHeightEm, narrowHeightEm] = [0.92, 0.72];

/** So many pairs of neighbours tell their distance. */
const leastPairs = 2;

/** How large the characters of a line are, in its pixels. */
export interface TypeSize {
  /** The height that its font takes for a line. */
  readonly emPx: number;
  /**
   * How far the middles of two ideographs are apart that stand beside each other: less than an em in condensed fonts;
   * `null` where too few do.
   */
  readonly pitchPx: number | null;
  /** Its first row with ink, and the one behind its last. */
  readonly top: number;
  readonly bottom: number;
}

/** The size of a line's characters, from its ink; all 0 where there is none. */
export function typeSizeOf(line: GreyRaster, characters: readonly RecognizedCharacter[]): TypeSize {
  const ink = inkRunsOf(line);
  if (ink.length === 0) return { emPx: 0, pitchPx: null, top: 0, bottom: 0 };
  const [top, bottom] = [Math.min(...ink.map((run) => run.top)), Math.max(...ink.map((run) => run.bottom))];
  const hasWide = characters.some(({ text }) => isWide(text));
  const emPx = (bottom - top) / (hasWide ? wideHeightEm : narrowHeightEm);
  return { emPx, pitchPx: pitchOf(characters), top, bottom };
}

const isIdeograph = (character: RecognizedCharacter | undefined): boolean =>
  /^\p{Script=Han}$/u.test(character?.text ?? '');

/** The median distance of neighbouring ideographs; `null` where there are too few to tell. */
function pitchOf(characters: readonly RecognizedCharacter[]): number | null {
  const distances = characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next !== undefined && isIdeograph(character) && isIdeograph(next) ? [next.x - character.x] : [];
  });
  if (distances.length < leastPairs) return null;
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? null;
}
