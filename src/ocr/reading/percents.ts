import type { GreyRaster } from '../../model/raster.ts';
import { inkRunsOf } from './ink-runs.ts';
import type { RecognizedCharacter } from './readers.ts';

/** In fonts with narrow signs the model takes % for 号; it is one where % was held possible by this, */
const minHeld = 0.02;
/** or where the number has decimals, which no 号 follows. Then it is no surer than this. */
const maxSure = 0.85;
/** A last digit may be a % as well where that, or 号 for it, was held possible by this; then it is no surer than so. */
const minHeldForDigit = 0.005;
const maxUnsure = 0.6;

/** Reads 号 behind a rate as %, unless the number is that of a document (第12号, 〔2020〕12号); doubts digits like %. */
export function readPercents(characters: readonly RecognizedCharacter[]): RecognizedCharacter[] {
  return characters.map((character, index) => {
    const before = characters.slice(0, index).map(({ text }) => text);
    if (character.text === '%') return doubtedRate(character);
    if (character.text === '号') return signOf(character, before.join(''));
    return index === characters.length - 1 ? doubted(character) : character;
  });
}

function signOf(character: RecognizedCharacter, before: string): RecognizedCharacter {
  const [, opening, decimals] = /([第〕\]】）)]?)\d+(\.\d+)?$/.exec(before) ?? [];
  if (opening !== '') return character;
  const share = held(character, '%');
  if (share < minHeld && decimals === undefined) return character;
  const rest = character.others.filter(({ text }) => text !== '%');
  const sure = Math.min(maxSure, character.probability + share);
  return { ...character, text: '%', probability: sure, others: [{ text: '号', probability: 1 - sure }, ...rest] };
}

function doubted(character: RecognizedCharacter): RecognizedCharacter {
  const isDoubtful = /\d/.test(character.text) && held(character, '%') + held(character, '号') >= minHeldForDigit;
  return isDoubtful ? unsure(character) : character;
}

/** The model knows ‰ but mostly reads % for it: where it held ‰ possible by this, neither is sure. */
const minHeldPermille = 0.002;

function doubtedRate(character: RecognizedCharacter): RecognizedCharacter {
  return held(character, '‰') < minHeldPermille ? character : unsure(character);
}

/**
 * A % that is wider than this against the height of the digits before it may be a ‰, which the model knows and hardly
 * ever reads. In 57 fonts % is at most 1.13 (1.19 in one); ‰ is at least 1.2 but for ten, where it is drawn narrow.
 */
const mostPercent = 1.2;

/**
 * A last digit wider than this against the height of the one before may be a %: in 55 fonts digits are at most 0.79.
 */
const mostDigit = 0.8;

/** Doubts a % that is as wide as ‰, and a last digit as wide as %. */
export function doubtWideSigns(line: GreyRaster, characters: readonly RecognizedCharacter[]): RecognizedCharacter[] {
  return characters.map((character, index) => {
    const before = characters[index - 1];
    if (before === undefined || !/\d/.test(before.text)) return character;
    const isLast = index === characters.length - 1;
    const shape = shapeBetween(line, before.x, characters[index + 1]?.x ?? line.width);
    if (character.text === '%' && shape >= mostPercent) return doubtedFor('‰', character);
    return /\d/.test(character.text) && isLast && shape >= mostDigit ? doubtedFor('%', character) : character;
  });
}

function doubtedFor(sign: string, character: RecognizedCharacter): RecognizedCharacter {
  const doubtful = unsure(character);
  const rest = doubtful.others.filter(({ text }) => text !== sign);
  return { ...doubtful, others: [{ text: sign, probability: 1 - doubtful.probability }, ...rest] };
}

/**
 * The width of the ink between the signs at two places, over the height of that at the first; 0 where there is none.
 */
function shapeBetween(line: GreyRaster, before: number, behind: number): number {
  const runs = inkRunsOf(line);
  const digit = runs.find(({ from, to }) => before >= from - 1 && before <= to + 1);
  if (digit === undefined) return 0;
  const between = runs.filter(({ from, to }) => from >= digit.to && to <= behind);
  const [first, last] = [between[0], between.at(-1)];
  return first === undefined || last === undefined ? 0 : (last.to - first.from) / (digit.bottom - digit.top);
}

/** The character, no surer than what may be another sign. */
function unsure(character: RecognizedCharacter): RecognizedCharacter {
  return { ...character, probability: Math.min(maxUnsure, character.probability) };
}

function held({ others }: RecognizedCharacter, sign: string): number {
  return others.find(({ text }) => text === sign)?.probability ?? 0;
}
