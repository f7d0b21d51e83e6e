import { distance } from 'fastest-levenshtein';
import { foldWords } from '../text/fold.ts';

/** A title may have a year, a place and a department before it: 2020年度石家庄市教育局项目支出绩效自评表. */
const maxExtraCharacters = 30;
/** One character in four of a title may be wrong. */
const minSimilarity = 0.75;

/** Notes that speak of a form, sentences, and titles printed again where a table goes on (续). */
const noTitle = /^\s*(注|备注|说明|填表说明|附注|本表)|[《》。；，;]|[(（]?(续|续表|接上页|续上页)[)）]?\s*$/;

/** How well a line of text is one of the titles: 1 alone or 0.9 with other words before it, less for damage, else 0. */
export function titleSimilarity(text: string, titles: readonly string[]): number {
  if (noTitle.test(text)) return 0;
  const words = foldWords(text);
  return titles.reduce((best, title) => Math.max(best, similarity(words, foldWords(title))), 0);
}

function similarity(words: string, title: string): number {
  if (words === title) return 1;
  if (words.length > title.length + maxExtraCharacters) return 0;
  if (words.includes(title) && !/[。；]/.test(words)) return 0.9;
  if (Math.abs(words.length - title.length) > title.length / 4) return 0;
  const score = 1 - distance(words, title) / title.length;
  return score >= minSimilarity ? score * 0.9 : 0;
}
