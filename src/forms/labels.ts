import { distance } from 'fastest-levenshtein';
import { foldWords } from '../text/fold.ts';

/** Longer texts are no labels, whatever they hold. */
const maxLabelText = 60;
/** Below this a text does not name what the label names. */
const minSimilarity = 0.65;
/**
 * The similarity of a text that holds the whole label and a few characters more (市级项目名称): so little that what it
 * names needs review, since the few may change the meaning (上年财政拨款结转).
 */
const containedSimilarity = minSimilarity;
const maxExtraCharacters = 4;
/** Up to this length a label must be exact: in 完成值 and 完成率 one character is the meaning. */
const maxExactLabel = 3;

/**
 * The similarity of a text that is the label once a note in brackets at its end is gone: 分值（10分）. An engine may have
 * lost the closing bracket.
 */
const withoutNoteSimilarity = 0.95;
const noteInBrackets = /[(（【[][^(（【[)）】\]]*[)）】\]]?\s*$/;
/** What may stand before a label and says nothing: 其中:, 1., (一), ①; but 一、 numbers a section. */
const lead = /^(?:其中[:：]?\s*)?(?:[0-9]{1,2}[.．、)）]\s*|[(（][0-9一二三四五六七八九十]{1,2}[)）]\s*|[①-⑨]\s*)?/;

/**
 * How well a printed text names what one of `labels` names: 1 for the same words (brackets, spaces, widths, punctuation
 * and what leads in aside), 0 where it does not. One wrong, missing or added character in four is borne, none in labels
 * of up to three.
 */
export function matchLabel(text: string, labels: readonly string[]): number {
  if (text === '' || text.length > maxLabelText) return 0;
  const spellings = spellingsOf(labels);
  const known = spellings.matches.get(text);
  if (known !== undefined) return known;
  const match = matchSpellings(text, spellings);
  if (spellings.matches.size >= maxRemembered) spellings.matches.clear();
  spellings.matches.set(text, match);
  return match;
}

/** Labels made ready for comparing, and the texts they were compared with: forms print the same words over and over. */
interface Spellings {
  readonly words: ReadonlySet<string>;
  /** Those that may be damaged. */
  readonly long: readonly string[];
  readonly matches: Map<string, number>;
}

const prepared = new WeakMap<readonly string[], Spellings>();
/** So many texts are kept for each list of labels, so that memory is flat. */
const maxRemembered = 2000;

function spellingsOf(labels: readonly string[]): Spellings {
  const known = prepared.get(labels);
  if (known !== undefined) return known;
  const words = new Set(labels.map(foldWords));
  const spellings = { words, long: [...words].filter((label) => label.length > maxExactLabel), matches: new Map() };
  prepared.set(labels, spellings);
  return spellings;
}

function matchSpellings(text: string, { words: exact, long }: Spellings): number {
  const words = foldWords(text);
  if (words === '') return 0;
  const name = text.replace(lead, '');
  const led = name === text ? words : foldWords(name);
  if (exact.has(words) || exact.has(led)) return 1;
  if (exact.has(foldWords(name.replace(noteInBrackets, '')))) return withoutNoteSimilarity;
  const similarities = long.map((label) => Math.max(wordSimilarity(words, label), wordSimilarity(led, label)));
  return Math.max(0, ...similarities);
}

function wordSimilarity(words: string, label: string): number {
  if (words.length > label.length * 2 + maxExtraCharacters) return 0;
  const allowed = Math.max(1, Math.floor(label.length / 4));
  const isNear = Math.abs(words.length - label.length) <= allowed;
  const edits = isNear ? distance(words, label) : Number.POSITIVE_INFINITY;
  const byEdits = edits <= allowed ? 1 - edits / label.length : 0;
  const isContained = words.includes(label) && words.length - label.length <= maxExtraCharacters;
  const best = Math.max(byEdits, isContained ? containedSimilarity : 0);
  return best >= minSimilarity ? best : 0;
}

/** How much of the doubt in a label's wording is doubt in the value that it names. */
const doubtShare = 0.3;

/**
 * How sure it is that a value belongs to the field whose label was matched with `similarity` (both 0 to 1): a
 * character read wrong in a label says little against it, since labels take each other's places (`assignLabels`).
 */
export function certaintyOf(similarity: number): number {
  return 1 - (1 - similarity) * doubtShare;
}

/** One label found in one cell: their indices and how well they agree (0 to 1). */
export interface LabelMatch {
  readonly label: number;
  readonly cell: number;
  readonly similarity: number;
}

/**
 * Which cell bears which label, each at most once: the best pairs first, equal ones from left to right, so that a
 * damaged 一级指标 takes the cell that the readable 二级指标 and 三级指标 leave.
 */
export function assignLabels(
  texts: readonly string[],
  labelSets: readonly { readonly labels: readonly string[] }[],
): LabelMatch[] {
  const candidates = labelSets.flatMap(({ labels }, label) =>
    texts.flatMap((text, cell): LabelMatch[] => {
      const similarity = matchLabel(text, labels);
      return similarity > 0 ? [{ label, cell, similarity }] : [];
    }),
  );
  const assigned: LabelMatch[] = [];
  for (const candidate of candidates.sort(
    (a, b) => b.similarity - a.similarity || a.cell - b.cell || a.label - b.label,
  )) {
    const isTaken = assigned.some((match) => match.label === candidate.label || match.cell === candidate.cell);
    if (!isTaken) assigned.push(candidate);
  }
  return assigned;
}
