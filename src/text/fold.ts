import { restoreIdeographs } from './ideographs.ts';

/** One form for each group of characters that print alike or mean the same; applied after full-width forms. */
const alike = new Map<string, string>(
  Object.entries({
    '【': '[',
    '】': ']',
    '〔': '(',
    '〕': ')',
    '﹙': '(',
    '﹚': ')',
    '［': '[',
    '］': ']',
    '{': '(',
    '}': ')',
    '“': '"',
    '”': '"',
    '„': '"',
    '＂': '"',
    '「': '"',
    '」': '"',
    '『': '"',
    '』': '"',
    '〞': '"',
    '〝': '"',
    '‘': "'",
    '’': "'",
    '`': "'",
    '´': "'",
    '—': '-',
    '–': '-',
    '―': '-',
    '‐': '-',
    '‑': '-',
    '−': '-',
    '─': '-',
    '－': '-',
    '﹣': '-',
    '～': '~',
    '〜': '~',
    '∼': '~',
    '˜': '~',
    '≧': '≥',
    '≦': '≤',
    '⩾': '≥',
    '⩽': '≤',
    '％': '%',
    '﹪': '%',
    '‧': '·',
    '•': '·',
    '・': '·',
    '∶': ':',
    '…': '...',
    '⋯': '...',
    '。': '.',
    '、': ',',
    '，': ',',
    '︰': ':',
    '﹕': ':',
    '；': ';',
  }),
);

/** Full-width ASCII (U+FF01 to FF5E) as ASCII, the ideographic space as a space; all else as it is. */
export function narrowWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\uffe5]/g, (character) => {
    if (character === '\u3000') return ' ';
    if (character === '\uffe5') return '¥';
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

/** Ideographs, digits and small letters are compared as they are. */
const alreadyFolded = /^[\u4e00-\u9fff0-9a-z]*$/;

/**
 * The text in the form in which two texts are compared: widths, quotes, brackets, dashes and comparators each in
 * one spelling, radicals restored, all white space and invisible characters dropped. Never shown to a reader.
 */
export const foldText = remembered((text) => {
  if (alreadyFolded.test(text)) return text;
  let folded = '';
  for (const character of narrowWidth(restoreIdeographs(text))) folded += alike.get(character) ?? character;
  return folded
    .replace(/[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, '')
    .replace(/>=|=>/g, '≥')
    .replace(/<=|=</g, '≤')
    .toLowerCase();
});

/** `foldText` with all punctuation dropped as well: what is left when only the words matter. */
export const foldWords = remembered((text) => foldText(text).replace(/[^\p{L}\p{N}%≥≤<>=]/gu, ''));

/** So many results are kept; the same labels, names and numbers are folded again and again. */
const maxRemembered = 20_000;

/** A function of a text that keeps its last results; forgets them all when they are many, so that memory is flat. */
function remembered(fold: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= maxRemembered) known.clear();
    const folded = fold(text);
    known.set(text, folded);
    return folded;
  };
}
