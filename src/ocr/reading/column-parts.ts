import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import type { RecognizedLine } from './read-lines.ts';

/** A character by itself is taken for a part of a column only if it is as likely as this, */
const minSure = 0.8;
/** and no mere stroke, which may be what is left of a ruling. */
const columnSign = /^(?![一丨丿丶])[\p{Script=Han}()（）]$/u;
/** The other part's middle lies this near to its own, against its width, with no more room between than its size. */
const maxShift = 0.4;
const maxWidth = 1.8;

/**
 * Whether a line is a character of a column whose other parts stand above or below it, in boxes of their own: columns
 * that are set wide are found character by character, and not all of them.
 */
export function continuesColumn({ box, characters }: RecognizedLine, others: readonly Box[]): boolean {
  const [only] = characters;
  if (only === undefined || characters.length > 1) return false;
  if (only.probability < minSure || !columnSign.test(only.text)) return false;
  return others.some((other) => isAboveOrBelow(box, other));
}

function isAboveOrBelow(box: Box, other: Box): boolean {
  const size = Math.max(widthOf(box), heightOf(box));
  const gap = Math.max(other.top - box.bottom, box.top - other.bottom);
  const shift = Math.abs(other.left + other.right - box.left - box.right) / 2;
  return gap > -size / 2 && gap <= size && shift <= maxShift * size && widthOf(other) <= maxWidth * size;
}
