import { isNoValue } from './values.ts';

/** What a text looks like, as far as columns can be told apart by it. */
export type Look = 'number' | 'rate' | 'quantity' | 'bound' | 'none' | 'words';

const plainNumber = /^[-+]?\d[\d.,]*分?$/;
const comparator = /[≥≤<>]|不(?:少|低|多|高|大|小|超)|至少|以[上下内]/;
const measure = /^[-+]?\d[\d.,]*\D{1,5}$/;

/** What a folded text looks like (`foldText`). */
export function lookOf(text: string): Look {
  if (isNoValue(text)) return 'none';
  if (plainNumber.test(text)) return 'number';
  if (/^[-+]?[\d.,]+%$/.test(text)) return 'rate';
  if (/\d/.test(text) && comparator.test(text)) return 'bound';
  return measure.test(text) ? 'quantity' : 'words';
}

/** No weight and no score is more than a whole form's. */
const fullMarks = 100;

/** Whether a folded text is a number too large for a weight or a score. */
export function isAboveFullMarks(text: string): boolean {
  return Number(text.replace(/分$/, '').replaceAll(',', '')) > fullMarks;
}
