import type { RecognizedCharacter } from './recognize.ts';

/** In fonts with narrow signs the model takes % for 号; it is one where % was held possible by this, */
const minHeld = 0.02;
/** or where the number has decimals, which no 号 follows. Then it is no surer than this. */
const maxSure = 0.85;
/** A last digit may be a % as well where that was held possible by this; then it is no surer than so. */
const minHeldForDigit = 0.01;
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
  const held = heldPercent(character);
  if (held < minHeld && decimals === undefined) return character;
  const rest = character.others.filter(({ text }) => text !== '%');
  const sure = Math.min(maxSure, character.probability + held);
  return { ...character, text: '%', probability: sure, others: [{ text: '号', probability: 1 - sure }, ...rest] };
}

function doubted(character: RecognizedCharacter): RecognizedCharacter {
  if (!/\d/.test(character.text) || heldPercent(character) < minHeldForDigit) return character;
  return { ...character, probability: Math.min(maxSureOfDigit, character.probability) };
}

/** The model knows ‰ but mostly reads % for it: where it held ‰ possible by this, neither is sure. */
const minHeldPermille = 0.002;

function doubtedRate(character: RecognizedCharacter): RecognizedCharacter {
  const held = character.others.find(({ text }) => text === '‰')?.probability ?? 0;
  return held < minHeldPermille
    ? character
    : { ...character, probability: Math.min(maxSureOfDigit, character.probability) };
}

function heldPercent({ others }: RecognizedCharacter): number {
  return others.find(({ text }) => text === '%')?.probability ?? 0;
}
