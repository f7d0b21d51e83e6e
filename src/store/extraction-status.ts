import type { Extraction } from '../model/record.ts';

/** How an extraction went: any recorded problem makes a success a partial one. */
export type ExtractionStatus = 'complete' | 'partial' | 'no-forms';

/** `no-forms` where nothing was found, `partial` where forms were found and problems met, else `complete`. */
export function statusOf(extraction: Extraction): ExtractionStatus {
  if (extraction.forms.length === 0) return 'no-forms';
  return extraction.problems.length > 0 ? 'partial' : 'complete';
}
