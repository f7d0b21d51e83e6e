import { distance } from 'fastest-levenshtein';
import { foldText, foldWords } from '../text/fold.ts';
import type { Layout } from './layout.ts';

/** A title may have a year, a place and a department before it: 2020年度石家庄市教育局项目支出绩效自评表. */
const maxExtraCharacters = 30;
/** One character in four of a title may be wrong. */
const minSimilarity = 0.75;
/** A title with other words before it, or with notes in brackets behind it. */
const containedSimilarity = 0.9;
/** A line that only ends as the titles do: 乡村振兴专项绩效自评表. */
const endingSimilarity = 0.8;

/** Notes that speak of a form, sentences, and titles printed again where a table goes on (续). */
const noTitle = /^\s*(注|备注|说明|填表说明|附注|本表)|[《》。；，;]|[(（]?(续|续表|接上页|续上页)[)）]?\s*$/;
/** What may stand behind a title: (2021年度), 2021年, (样表); a page's number in a list of contents may not. */
const behindTitle = /^(?:\([^()]*\))*(?:(?:19|20)\d{2}年度?)?(?:\([^()]*\))*$/;
/** A table's name of its own (收入支出决算总表), not its number (公开01表, 附表). */
const tableName = /^[^:;,.\d]*[^:;,.]{3,40}(?<!\d|[附上下此本])表$/u;
/** A year that stands before or behind a name, and notes in brackets. */
const asides = /\([^()]*\)|(?:19|20)\d{2}(?:年度?)?/g;

type Titles = Pick<Layout, 'titles' | 'titleEndings' | 'otherTitles'>;

/** How well a line of text is one of the titles: 1 alone or 0.9 with other words before it, less for damage, else 0. */
export function titleSimilarity(text: string, layout: Titles): number {
  if (noTitle.test(text) || isOtherTitle(text, layout)) return 0;
  const { titles, titleEndings } = layout;
  const named = titles.reduce((best, title) => Math.max(best, similarity(text, title)), 0);
  const isEnding = titleEndings.some((ending) => textBefore(text, ending) !== '' && holdsTitle(text, ending));
  return Math.max(named, isEnding ? endingSimilarity : 0);
}

/** Whether a line is the title of a form that looks like the layout's and is another (绩效目标申报表). */
export function isOtherTitle(text: string, { otherTitles }: Pick<Layout, 'otherTitles'>): boolean {
  const name = nameOf(text);
  return isTableTitle(text) && otherTitles.some((source) => new RegExp(source, 'u').test(name));
}

/** Whether a line is the title of a table, of whatever kind. */
export function isTableTitle(text: string): boolean {
  return !noTitle.test(text) && tableName.test(nameOf(text));
}

function nameOf(text: string): string {
  return foldText(text).replace(asides, '');
}

function similarity(text: string, printed: string): number {
  const words = foldWords(text);
  const title = foldWords(printed);
  if (words === title) return 1;
  if (words.length > title.length + maxExtraCharacters) return 0;
  if (holdsTitle(text, printed)) return containedSimilarity;
  if (words.includes(title) || Math.abs(words.length - title.length) > title.length / 4) return 0;
  const score = 1 - distance(words, title) / title.length;
  return score >= minSimilarity ? score * containedSimilarity : 0;
}

/** Whether the title stands in the text, with nothing behind it but notes. */
function holdsTitle(text: string, title: string): boolean {
  const folded = foldText(text);
  const at = folded.lastIndexOf(foldText(title));
  return at >= 0 && at <= maxExtraCharacters && behindTitle.test(folded.slice(at + foldText(title).length));
}

function textBefore(text: string, ending: string): string {
  return foldWords(text).split(foldWords(ending))[0] ?? '';
}
