import type { Extraction, Severity } from '../model/record.ts';
import { statusOf } from '../store/extraction-status.ts';
import type { SaveOutcome } from '../store/save-extraction.ts';

/**
 * What became of a file; `failed` where it gave no form: it could not be read, or holds none. `copy` where its content
 * was met before in the same run: it is one document with one more path.
 */
export type DocumentOutcome = SaveOutcome | 'failed' | 'copy';

/** What documents hold, added up. */
export interface Tally {
  /** Files by what became of them; each counts once. */
  readonly documents: Readonly<Record<DocumentOutcome, number>>;
  readonly pages: number;
  readonly forms: number;
  /** Values that are not blank, each with its evidence. */
  readonly values: number;
  /** Values that may have been read wrongly. */
  readonly needsReview: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly problems: number;
}

/** Nothing yet. */
export const emptyTally: Tally = {
  documents: { added: 0, replaced: 0, unchanged: 0, failed: 0, copy: 0 },
  pages: 0,
  forms: 0,
  values: 0,
  needsReview: 0,
  findings: { error: 0, warning: 0, info: 0 },
  problems: 0,
};

/** `failed` where a record has no form, else what saving it changed. */
export function outcomeOf(extraction: Extraction, saved: SaveOutcome): DocumentOutcome {
  return statusOf(extraction) === 'no-forms' ? 'failed' : saved;
}

/**
 * The tally with one more file; `extraction` is `null` for one without content, which is a problem. A copy adds nothing
 * but itself.
 */
export function addToTally(tally: Tally, outcome: DocumentOutcome, extraction: Extraction | null): Tally {
  const documents = { ...tally.documents, [outcome]: tally.documents[outcome] + 1 };
  if (outcome === 'copy') return { ...tally, documents };
  const forms = extraction?.forms ?? [];
  const evidence = forms.flatMap((form) => Object.values(form.evidence));
  const findings = forms.flatMap((form) => form.findings);
  const countOf = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    documents,
    pages: tally.pages + (extraction?.document.pageCount ?? 0),
    forms: tally.forms + forms.length,
    values: tally.values + evidence.length,
    needsReview: tally.needsReview + evidence.filter(({ needsReview }) => needsReview).length,
    findings: {
      error: tally.findings.error + countOf('error'),
      warning: tally.findings.warning + countOf('warning'),
      info: tally.findings.info + countOf('info'),
    },
    problems: tally.problems + (extraction?.problems.length ?? 1),
  };
}
