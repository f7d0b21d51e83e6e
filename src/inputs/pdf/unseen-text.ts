import type { Problem } from '../../model/problem.ts';
import type { Glyph, Visibility } from './glyph.ts';

/** Why text that a file holds is not to be seen, in the order in which a message says so. */
const reasons: Readonly<Partial<Record<Visibility, string>>> = {
  covered: 'painted over',
  'same-color': 'in the colour of its ground',
  'layer-off': 'on a layer that is switched off',
};
/** As much of a text as a message quotes, in characters. */
const quotedLength = 24;

/**
 * What a page holds and does not show, as a problem: somebody may have painted over a value. `null` where there is
 * none. What a clip cuts off is none of it: spreadsheets print all cells so.
 */
export function judgeUnseenText(glyphs: readonly Glyph[], page: number): Problem | null {
  const parts = Object.entries(reasons).flatMap(([visibility, reason]) => {
    const text = textOf(glyphs.filter((glyph) => glyph.visibility === visibility));
    return text.length === 0 ? [] : [`${reason}: ${quoted(text)}`];
  });
  if (parts.length === 0) return null;
  return {
    code: 'text-not-shown',
    message: `The page holds text that it does not show, and that is not read; ${parts.join('; ')}`,
    hint: 'Nothing is to be done if the page is meant to look as it does; else ask whoever made the file',
    stage: 'read',
    page,
  };
}

/** The text of glyphs in the order drawn, as characters; none where they are only spaces. */
function textOf(glyphs: readonly Glyph[]): string[] {
  return [
    ...glyphs
      .map((glyph) => glyph.text)
      .join('')
      .trim(),
  ];
}

function quoted(characters: readonly string[]): string {
  const shown = characters.slice(0, quotedLength).join('');
  return characters.length > quotedLength ? `“${shown}…” (${characters.length} characters)` : `“${shown}”`;
}
