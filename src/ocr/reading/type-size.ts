import type { GreyRaster } from '../../model/raster.ts';
import { isWide } from '../../text/typesetting.ts';
import { inkRunsOf } from './ink-runs.ts';
import type { RecognizedCharacter } from './readers.ts';

/** The ink of a line is so high, in ems: of ideographs, and of digits alone. */
const [wideHeightEm, narrowHeightEm] = [0.92, 0.72];

/** How large the characters of a line are, in its pixels. */
export interface TypeSize {
  /** The height that its font takes for a line. */
  readonly emPx: number;
  /** Its first row with ink, and the one behind its last. */
  readonly top: number;
  readonly bottom: number;
}

/** The size of a line's characters, from its ink; all 0 where there is none. */
export function typeSizeOf(line: GreyRaster, characters: readonly RecognizedCharacter[]): TypeSize {
  const ink = inkRunsOf(line);
  if (ink.length === 0) return { emPx: 0, top: 0, bottom: 0 };
  const [top, bottom] = [Math.min(...ink.map((run) => run.top)), Math.max(...ink.map((run) => run.bottom))];
  const hasWide = characters.some(({ text }) => isWide(text));
  return { emPx: (bottom - top) / (hasWide ? wideHeightEm : narrowHeightEm), top, bottom };
}
