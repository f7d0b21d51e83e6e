import { expect, test } from 'vitest';
import type { RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';
import { spellWords } from '../../../src/ocr/reading/words.ts';

const charactersOf = (text: string): RecognizedCharacter[] =>
  [...text].map((sign, index) => ({
    text: sign,
    probability: 0.5,
    x: 10 * index,
    others: [{ text: '竣', probability: 0.3 }],
  }));
const spelt = (text: string): string =>
  spellWords(charactersOf(text))
    .map((character) => character.text)
    .join('');

test('what is no word is spelt as the word that it looks like', () => {
  expect(spelt('峻工验收合格率')).toBe('竣工验收合格率');
  expect(spelt('资金拔付及时,财政拔款已划拔')).toBe('资金拨付及时,财政拨款已划拨');
});

test('signs that no form has are those that look like them', () => {
  expect(spelt('节水丶治污和有矣工作')).toBe('节水、治污和有关工作');
});

test('words with the other character stay', () => {
  expect(spelt('选拔干部,海拔高,形势严峻')).toBe('选拔干部,海拔高,形势严峻');
});

test('what was read stays among the others', () => {
  const [first, second] = spellWords(charactersOf('峻工'));
  expect(first?.others.map(({ text }) => text)).toStrictEqual(['峻']);
  expect(first?.probability).toBeGreaterThan(0.9);
  expect(second).toMatchObject({ text: '工', probability: 0.5 });
});
