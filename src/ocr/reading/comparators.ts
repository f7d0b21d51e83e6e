import type { GreyRaster } from '../../model/raster.ts';
import { narrowWidth } from '../../text/fold.ts';
import { type Shape, shapeAt } from './comparator-shape.ts';
import type { RecognizedCharacter } from './readers.ts';
import type { InkRun } from './ink-runs.ts';

/** The signs of comparison, and what the model takes them for. */
const comparators = new Set(['≥', '≤', '>', '<', '＞', '＜', '=', '＝', '《', '》']);
/** These it takes them for as well, but only where it held a sign possible are they looked at. */
const lookalikes = new Set(['2', 'Z', 'z']);
/** How sure a sign is whose ink says what the model says, or says another that the model held possible. */
const agreed = 0.97;
const corrected = 0.92;
const contradicted = 0.5;
const minHeld = 0.005;

/**
 * Reads the signs before a number again from their ink, since the model often misses the stroke under ≥ and ≤: a bar
 * at the bottom alone makes them, a bar at the top as well makes =, none makes > and <; the side of the upper tip says
 * which. Where ink and model contradict each other, the sign stays and is doubtful.
 */
export function readComparators(line: GreyRaster, characters: readonly RecognizedCharacter[]): RecognizedCharacter[] {
  return characters.map((character, index) => {
    const next = characters[index + 1]?.text ?? '';
    const isBeforeNumber = /^[\d-]$/.test(next) && !/\d/.test(characters[index - 1]?.text ?? '');
    if (!isBeforeNumber || !isCandidate(character)) return character;
    const shape = shapeAt(line, character.x);
    return shape === null ? character : withSign(character, shape);
  });
}

/**
 * The characters with a sign of comparison before the number that they begin with, where unread ink draws one: the
 * model drops it now and then.
 */
export function withLostComparator(
  line: GreyRaster,
  characters: readonly RecognizedCharacter[],
  unread: readonly InkRun[],
): readonly RecognizedCharacter[] {
  const [first] = characters;
  const before = unread.filter(({ to }) => to <= (first?.x ?? 0));
  const [run] = before;
  if (first === undefined || run === undefined || before.length > 1 || !/^\d$/.test(first.text)) return characters;
  const x = (run.from + run.to) / 2;
  const shape = shapeAt(line, x);
  // A 0 or 8 may be as flat above and below as =.
  if (shape === null || shape.sign === '=') return characters;
  return [{ text: shape.sign, probability: shape.isSure ? corrected : contradicted, x, others: [] }, ...characters];
}

function isCandidate({ text, others }: RecognizedCharacter): boolean {
  return comparators.has(text) || (lookalikes.has(text) && others.some((other) => comparators.has(other.text)));
}

function withSign(character: RecognizedCharacter, { sign, isSure }: Shape): RecognizedCharacter {
  const { text, probability, others } = character;
  if (narrowWidth(text) === sign) return { ...character, probability: Math.max(probability, isSure ? agreed : 0) };
  const held = others.find((other) => narrowWidth(other.text) === sign)?.probability ?? 0;
  const rest = others.filter((other) => narrowWidth(other.text) !== sign);
  if (held < minHeld) {
    const doubtful = Math.min(probability, contradicted);
    return { ...character, probability: doubtful, others: [{ text: sign, probability: doubtful }, ...rest] };
  }
  const sure = isSure && comparators.has(text) ? corrected : contradicted;
  return { ...character, text: sign, probability: sure, others: [{ text, probability: 1 - sure }, ...rest] };
}
