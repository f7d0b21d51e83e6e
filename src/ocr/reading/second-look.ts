import type { RepairedPage } from '../../images/repair.ts';
import type { Box } from '../../model/geometry.ts';
import { narrowWidth } from '../../text/fold.ts';
import type { OtherText } from '../../model/page.ts';
import { type LineReading, readLines, type RecognizedLine } from './read-lines.ts';
import type { PageReaders, RecognizedCharacter } from './readers.ts';

/** A line as it was read, and what came of reading it again. */
export interface LookedAt extends LineReading {
  /** The other text, where a second reading said another. */
  readonly other: OtherText | null;
  /** Whether a second reading said the same; `null` where there was none. */
  readonly isAgreed: boolean | null;
}

/** A line is looked at again if one of its characters is less likely than this, or a sign of it was not read, */
const doubt = 0.9;
/** the least likely first, until so much of the width of all lines is read twice. */
const maxShare = 0.2;
/** The second picture is wider by this, so that narrow digits part, and shows so much more of the height. */
const stretch = 1.15;
const growth = 0.05;
/** The second reading is taken where its least likely character is likelier by this. */
const minGain = 0.15;

/** Reads doubtful lines of a page a second time, at another scale and in another window. */
export async function lookAgain(
  readers: PageReaders,
  page: RepairedPage,
  lines: readonly RecognizedLine[],
): Promise<LookedAt[]> {
  const looked: LookedAt[] = lines.map(({ characters, isWhole }) => ({
    characters,
    isWhole,
    other: null,
    isAgreed: null,
  }));
  const chosen = doubtful(lines);
  const again = await readLines(
    readers,
    page,
    chosen.map(({ box }) => ({ box: grown(box), stretch })),
  );
  for (const [at, { index, ...line }] of chosen.entries()) looked[index] = compared(line, again[at] ?? line);
  return looked;
}

function doubtful(lines: readonly RecognizedLine[]): (RecognizedLine & { readonly index: number })[] {
  const widthOf = ({ left, right, top, bottom }: Box): number => (right - left) / (bottom - top);
  let left = maxShare * lines.reduce((sum, { box }) => sum + widthOf(box), 0);
  return lines
    .map((line, index) => ({ ...line, index }))
    .filter((line) => certaintyOf(line) < doubt)
    .sort((a, b) => certaintyOf(a) - certaintyOf(b))
    .filter(({ box }) => {
      left -= widthOf(box) * stretch;
      return left >= 0;
    });
}

function grown(box: Box): Box {
  const by = (box.bottom - box.top) * growth;
  return { ...box, top: box.top - by, bottom: box.bottom + by };
}

function compared(first: LineReading, second: LineReading): LookedAt {
  const [text, again] = [textOf(first.characters), textOf(second.characters)];
  const isWhole = first.isWhole || second.isWhole;
  if (narrowWidth(text) === narrowWidth(again))
    return { characters: first.characters, isWhole, other: null, isAgreed: true };
  const isBetter = second.characters.length > 0 && certaintyOf(second) > certaintyOf(first) + minGain;
  const [{ characters }, other] = isBetter ? [second, first] : [first, second];
  const otherText = textOf(other.characters);
  return {
    characters,
    isWhole: isBetter ? second.isWhole : first.isWhole,
    other: otherText.trim() === '' ? null : { text: otherText, confidence: leastOf(other.characters) },
    isAgreed: false,
  };
}

/** How likely the least likely character is; 0 where a sign was not read at all. */
function certaintyOf({ characters, isWhole }: LineReading): number {
  return isWhole ? leastOf(characters) : 0;
}

function leastOf(characters: readonly RecognizedCharacter[]): number {
  return Math.min(1, ...characters.map(({ probability }) => probability));
}

function textOf(characters: readonly RecognizedCharacter[]): string {
  return characters.map(({ text }) => text).join('');
}
