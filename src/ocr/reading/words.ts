import type { RecognizedCharacter } from './readers.ts';

/**
 * Words of budgets and projects that the model of PP-OCRv4 spells with a character that looks alike, in most fonts and
 * at any resolution. What it writes is no word, and part of none.
 */
const misspelt: Readonly<Record<string, string>> = {
  峻工: '竣工',
  拔付: '拨付',
  拔款: '拨款',
  拔入: '拨入',
  划拔: '划拨',
  下拔: '下拨',
  调拔: '调拨',
};
/** Signs that no form has, by those that the model means. */
const misread: Readonly<Record<string, string>> = { 丶: '、', 矣: '关' };
/** How sure such a character is, whatever the model said: a form may have the mistake itself. */
const corrected = 0.92;

/** The characters with words that are none spelt right; what was read stays among the others. */
export function spellWords(characters: readonly RecognizedCharacter[]): RecognizedCharacter[] {
  return characters.map((character, index) => {
    const [before, behind] = [characters[index - 1]?.text ?? '', characters[index + 1]?.text ?? ''];
    const word = misspelt[character.text + behind]?.[0] ?? misspelt[before + character.text]?.[1];
    const right = word ?? misread[character.text];
    if (right === undefined || right === character.text) return character;
    const rest = character.others.filter(({ text }) => text !== right);
    const others = [{ text: character.text, probability: 1 - corrected }, ...rest];
    return { ...character, text: right, probability: corrected, others };
  });
}
