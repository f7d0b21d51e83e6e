import { eastAsianWidth } from 'get-east-asian-width';

const plain = /^[\x20-\x7e]*$/;
const joining = /^[\p{M}\p{Cf}\p{Cc}]$/u;

/** The columns that a text takes on a terminal: two for wide characters, none for marks that join the one before. */
export function terminalWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!joining.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
