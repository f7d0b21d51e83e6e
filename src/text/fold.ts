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

/**
 * The text in the form in which two texts are compared: widths, quotes, brackets, dashes and comparators each in
 * one spelling, radicals restored, all white space and invisible characters dropped. Never shown to a reader.
 */
export function foldText(text: string): string {
  let folded = '';
  for (const character of narrowWidth(restoreIdeographs(text))) folded += alike.get(character) ?? character;
  return folded
    .replace(/[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, '')
    .replace(/>=|=>/g, '≥')
    .replace(/<=|=</g, '≤')
    .toLowerCase();
}

/** `foldText` with all punctuation dropped as well: what is left when only the words matter. */
export function foldWords(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}%≥≤<>=]/gu, '');
}
