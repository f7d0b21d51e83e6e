import type { OtherText } from '../model/page.ts';
import type { ReadCharacter, ReadLine } from './engine.ts';

/** So many other texts of a line are kept. */
const maxTexts = 8;
/**
 * A character that is likelier than this by so much than any other is not doubted: what is below is noise of the model.
 */
const minOther = 0.005;

/**
 * What a line may say instead, likeliest first: each doubtful character replaced by each other reading of it, one at a
 * time, and left out where the engine held "no character" possible and its neighbour is the same. The confidence is
 * the line's own with that of the character exchanged. What a second look read instead is one of them.
 */
export function otherTextsOf({ characters, other: again }: ReadLine): OtherText[] {
  const own = characters.map(({ text }) => text).join('');
  const whole = characters.reduce((product, { confidence }) => product * confidence, 1);
  const texts = new Map<string, number>(again === null ? [] : [[again.text, again.confidence]]);
  for (const [index, { confidence, others }] of characters.entries()) {
    for (const other of [...others, ...withoutDoubled(characters, index)]) {
      if (other.confidence < minOther) continue;
      const text = characters.map((one, at) => (at === index ? other.text : one.text)).join('');
      const likelihood = (whole * other.confidence) / confidence;
      if (text !== own && text.trim() !== '') texts.set(text, Math.max(likelihood, texts.get(text) ?? 0));
    }
  }
  return [...texts]
    .map(([text, confidence]) => ({ text, confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, maxTexts);
}

/** One stroke may be read twice: of two equal characters that stand close, one may be no character. */
function withoutDoubled(characters: readonly ReadCharacter[], index: number): ReadCharacter['others'] {
  const [before, own] = [characters[index - 1], characters[index]];
  if (own === undefined || before?.text !== own.text) return [];
  return [{ text: '', confidence: 1 - Math.min(own.confidence, before.confidence) }];
}
