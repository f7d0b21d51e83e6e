import { distance } from 'fastest-levenshtein';
import { foldWords } from '../text/fold.ts';

/** Longer texts are no labels, whatever they hold. */
const maxLabelText = 60;
/** Below this a text does not name what the label names. */
const minSimilarity = 0.65;
/** The similarity of a text that holds the whole label and a few characters more (预算执行进度(%)). */
const containedSimilarity = 0.85;
const maxExtraCharacters = 4;

/** The similarity of a text that is the label once a note in brackets at its end is gone: 分值（10分）. */
const withoutNoteSimilarity = 0.95;
const closingBracket = /[)）】\]]\s*$/;
const noteInBrackets = /[(（【[][^(（【[]*[)）】\]]\s*$/;

/**
 * How well a printed text names what one of `labels` names: 1 for the same words (brackets, spaces, widths and
 * punctuation aside), 0 where it does not. One wrong, missing or added character in four is borne; labels of one
 * or two characters must be exact, since 其他 and 其它 aside there is nothing left to recognise them by.
 */
export function matchLabel(text: string, labels: readonly string[]): number {
  if (text === '' || text.length > maxLabelText) return 0;
  const words = foldWords(text);
  if (words === '') return 0;
  const bare = closingBracket.test(text) ? foldWords(text.replace(noteInBrackets, '')) : words;
  return labels.reduce((best, label) => {
    const folded = foldWords(label);
    const withoutNote = bare === folded ? withoutNoteSimilarity : 0;
    return Math.max(best, wordSimilarity(words, folded), withoutNote);
  }, 0);
}

function wordSimilarity(words: string, label: string): number {
  if (words === label) return 1;
  if (label.length <= 2 || words.length > label.length * 2 + maxExtraCharacters) return 0;
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
    texts.map((text, cell) => ({ label, cell, similarity: matchLabel(text, labels) })),
  );
  const assigned: LabelMatch[] = [];
  const usable = candidates.filter((candidate) => candidate.similarity > 0);
  for (const candidate of usable.sort((a, b) => b.similarity - a.similarity || a.cell - b.cell || a.label - b.label)) {
    const isTaken = assigned.some((match) => match.label === candidate.label || match.cell === candidate.cell);
    if (!isTaken) assigned.push(candidate);
  }
  return assigned;
}
