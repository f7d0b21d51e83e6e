import type { Extraction } from '../model/record.ts';

/** How an extraction went. */
export type ExtractionStatus = 'complete' | 'partial' | 'no-forms';

/** Problems that tell how something was read; nothing is missing for them. */
const notes = new Set(['page-recognized']);

/** `no-forms` where nothing was found, `partial` where forms were found and something was not, else `complete`. */
export function statusOf({ forms, problems }: Extraction): ExtractionStatus {
  if (forms.length === 0) return 'no-forms';
  return problems.every(({ code }) => notes.has(code)) ? 'complete' : 'partial';
}
