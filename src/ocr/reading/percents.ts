import type { RecognizedCharacter } from './readers.ts';

/** In fonts with narrow signs the model takes % for 号; it is one where % was held possible by this, */
const minHeld = 0.02;
/** or where the number has decimals, which no 号 follows. Then it is no surer than this. */
const maxSure = 0.85;
/** A last digit may be a % as well where that, or 号 for it, was held possible by this; then it is no surer than so. */
const minHeldForDigit = 0.005;
const maxSureOfDigit = 0.6;

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
  const share = heldPercent(character);
  if (share < minHeld && decimals === undefined) return character;
  const rest = character.others.filter(({ text }) => text !== '%');
  const sure = Math.min(maxSure, character.probability + share);
  return { ...character, text: '%', probability: sure, others: [{ text: '号', probability: 1 - sure }, ...rest] };
}

function doubted(character: RecognizedCharacter): RecognizedCharacter {
  if (!/\d/.test(character.text) || heldPercent(character) + held(character, '号') < minHeldForDigit) return character;
  return { ...character, probability: Math.min(maxSureOfDigit, character.probability) };
}

/** The model knows ‰ but mostly reads % for it: where it held ‰ possible by this, neither is sure. */
const minHeldPermille = 0.002;

function doubtedRate(character: RecognizedCharacter): RecognizedCharacter {
  return held(character, '‰') < minHeldPermille
    ? character
    : { ...character, probability: Math.min(maxSureOfDigit, character.probability) };
}

function heldPercent(character: RecognizedCharacter): number {
  return held(character, '%');
}

function held({ others }: RecognizedCharacter, sign: string): number {
  return others.find(({ text }) => text === sign)?.probability ?? 0;
}
