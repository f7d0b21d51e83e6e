import type { GreyRaster } from '../../model/raster.ts';
import { inkRunsOf } from './ink-runs.ts';
import { type InkMark, marksOf } from './mark-shape.ts';
import type { RecognizedCharacter } from './readers.ts';
import { typeSizeOf } from './type-size.ts';

/** What the model reads for small marks, right or wrong. */
const markSigns = new Set(['，', '。', '、', '·', '•', '.', ',', "'", '’', '‘', '`', '"', '“', '”']);
/** Of these it is right; for the others it took a mark of Chinese text, or a speck. */
const oddSigns = new Set(['·', '•', '.', "'", '’', '‘', '`']);

/** Where a mark was read, it stands within this of its place, in ems. */
const reachEm = 0.4;
/**
 * Between the middles of two ideographs there is a mark, of half an em, only if they are so many times as far apart as
 * neighbours,
 */
const leastGap = 1.14;
/** and one that was not read, which takes an em, only if so many times; its own middle lies so far from theirs. */
const leastLostGap = 1.5;
const leastLostEnd = 0.58;
/** At the end of a line a mark that was not read is at least so high, in ems. */
const leastEndEm = 0.18;
/** A line of so many signs may be running text. */
const leastRunning = 8;
/** How sure a mark is that its ink tells, and one that ink and model contradict each other about. */
const told = 0.92;
const contradicted = 0.5;

/**
 * Reads the punctuation of Chinese text again from its ink, since the model now and then drops ，and 。, takes them
 * for · or ’, and specks for marks:
 *
 * 1. what it read as a mark where its characters leave no room for one, or at the start, was a speck;
 * 2. a mark that Chinese text has not there is the one that its ink draws;
 * 3. a mark that no character was read for stands where its ink is;
 * 4. a 一 whose ink is short is a hyphen;
 * 5. a point or comma before three digits, which says thousands or thousandths, is doubtful unless it is clear.
 */
export function readMarks(line: GreyRaster, characters: readonly RecognizedCharacter[]): RecognizedCharacter[] {
  const { emPx, pitchPx, ...rows } = typeSizeOf(line, characters);
  const apartPx = pitchPx ?? emPx;
  const marks = marksOf(line, emPx, rows);
  const read = characters.flatMap((character, index) => {
    if (character.text === '一' && pitchPx !== null) return [withHyphen(line, character, pitchPx)];
    if (!markSigns.has(character.text)) return [character];
    const place = {
      before: characters[index - 1],
      after: characters[index + 1],
      ahead: textOf(characters.slice(0, index)),
      behind: textOf(characters.slice(index + 1)),
    };
    if (isNoMark(character, place, apartPx)) return [];
    return [withMark(character, markAt(marks, character.x, emPx), place)];
  });
  return withLostMarks(read, marks, { emPx, apartPx });
}

/** The ink of 一 is at least 0.8 wide, against the distance of ideographs, that of a hyphen at most 0.45. */
const maxHyphen = 0.55;
/** Where print is faint, 一 comes to pieces. */
const pieceGapPx = 5;

/** A 一 as a hyphen where its ink is too short: 资金-市级配套. */
function withHyphen(line: GreyRaster, character: RecognizedCharacter, apartPx: number): RecognizedCharacter {
  const ink = inkRunsOf(line, pieceGapPx).find(({ from, to }) => character.x >= from - 1 && character.x <= to + 1);
  const isShort = ink !== undefined && ink.to - ink.from <= maxHyphen * apartPx;
  return isShort ? replaced(character, '-', told) : character;
}

interface Place {
  readonly before: RecognizedCharacter | undefined;
  readonly after: RecognizedCharacter | undefined;
  /** All of the text before it and behind it. */
  readonly ahead: string;
  readonly behind: string;
}

function textOf(characters: readonly RecognizedCharacter[]): string {
  return characters.map(({ text }) => text).join('');
}

function isIdeograph(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text);
}

function isDigit(character: RecognizedCharacter | undefined): boolean {
  return character !== undefined && /^\d$/.test(character.text);
}

/** Whether what was read as a mark is none: nothing begins with one, and between ideographs it takes room. */
function isNoMark({ text }: RecognizedCharacter, { before, after }: Place, apartPx: number): boolean {
  if (!oddSigns.has(text)) return false;
  if (before === undefined) return after !== undefined && isIdeograph(after.text);
  if (/[，。、]/.test(before.text)) return true;
  if (after === undefined) return text !== '.' && isIdeograph(before.text);
  return isIdeograph(before.text) && isIdeograph(after.text) && after.x - before.x < leastGap * apartPx;
}

function markAt(marks: readonly InkMark[], x: number, emPx: number): InkMark | undefined {
  const distance = ({ from, to }: InkMark): number => Math.abs((from + to) / 2 - x);
  const nearest = [...marks].sort((a, b) => distance(a) - distance(b))[0];
  return nearest !== undefined && distance(nearest) <= reachEm * emPx ? nearest : undefined;
}

function withMark(character: RecognizedCharacter, mark: InkMark | undefined, place: Place): RecognizedCharacter {
  const { before, after } = place;
  if (isDigit(before) && isDigit(after)) return isEither(place) ? withSeparator(character, mark) : character;
  const isChinese = isIdeograph(before?.text ?? '') || isIdeograph(after?.text ?? '');
  if (mark === undefined || !isChinese || !oddSigns.has(character.text) || mark.sign === character.text)
    return character;
  if (mark.sign === '.' || mark.sign === '·') return character;
  return replaced(character, mark.sign, told);
}

/** Whether a separator of digits may group thousands or begin decimals: 2.501, but neither 0.501 nor 2.501%. */
function isEither({ ahead, behind }: Place): boolean {
  return /(?<!\d)[1-9]\d{0,2}$/.test(ahead) && /^\d{3}(?![\d%])/.test(behind);
}

/**
 * In worn print commas lose their tails: of 27 points that were read with less than 0.98, 20 were commas, of 29 others
 * none, and no comma of 113 was a point (27 generated scans). A comma is doubted where it is unsure and drawn as a point.
 */
const clearPoint = 0.98;
const clearComma = 0.85;

/** A point or comma that may be either, doubtful unless it is clear. */
function withSeparator(character: RecognizedCharacter, mark: InkMark | undefined): RecognizedCharacter {
  const isPoint = character.text === '.';
  const isClear = isPoint
    ? character.probability >= clearPoint && mark?.sign !== '，'
    : character.probability >= clearComma || mark?.sign !== '.';
  if (isClear) return character;
  const other = isPoint ? ',' : '.';
  const rest = character.others.filter(({ text }) => text !== other);
  const others = [{ text: other, probability: contradicted }, ...rest];
  return { ...character, probability: Math.min(contradicted, character.probability), others };
}

function replaced(character: RecognizedCharacter, sign: string, sure: number): RecognizedCharacter {
  const rest = character.others.filter(({ text }) => text !== sign);
  const others = [{ text: character.text, probability: 1 - sure }, ...rest];
  return { ...character, text: sign, probability: sure, others };
}

/** The characters with the marks that lie where the model read nothing. */
function withLostMarks(
  characters: readonly RecognizedCharacter[],
  marks: readonly InkMark[],
  { emPx, apartPx }: { readonly emPx: number; readonly apartPx: number },
): RecognizedCharacter[] {
  return characters.flatMap((character, index) => {
    const after = characters[index + 1];
    const end = after?.x ?? Number.POSITIVE_INFINITY;
    if (!isIdeograph(character.text) || (after !== undefined && !isIdeograph(after.text))) return [character];
    if (end - character.x < leastLostGap * apartPx) return [character];
    const lost = marks.filter(({ from, to }) => {
      const middle = (from + to) / 2;
      return middle > character.x + leastLostEnd * apartPx && middle < end - leastLostEnd * apartPx;
    });
    const [mark] = lost;
    if (mark === undefined || lost.length > 1 || mark.sign === '.') return [character];
    if (after === undefined && !mayEnd(mark, { length: characters.length, emPx })) return [character];
    const probability = after === undefined && mark.sign !== '。' ? contradicted : told;
    return [character, { text: mark.sign, probability, x: (mark.from + mark.to) / 2, others: [] }];
  });
}

/** Whether a line may end with a mark: there specks lie as well, and only running text has commas. */
function mayEnd({ sign, top, bottom }: InkMark, line: { readonly length: number; readonly emPx: number }): boolean {
  if (sign === '·' || bottom - top < leastEndEm * line.emPx) return false;
  return sign === '。' || line.length >= leastRunning;
}
