import { z } from 'zod';
import { alignForm } from '../forms/align.ts';
import { buildRecord } from '../forms/build-record.ts';
import type { Layout } from '../forms/layout.ts';
import type { OtherNumbers } from '../model/other-numbers.ts';
import type { Problem } from '../model/problem.ts';
import { type FormRecord, usualReviewBelow } from '../model/record.ts';
import { findLayout } from './find-layout.ts';
import type { SegmentedDocument } from './segment.ts';
import { defineStage } from './stage.ts';

/** A document's forms, and the layouts that they have. */
export interface AlignInput {
  readonly segmented: SegmentedDocument;
  readonly layouts: readonly Layout[];
}

/** The records of a document's forms, without findings. */
export interface AlignedDocument {
  readonly pageCount: number;
  readonly forms: readonly FormRecord[];
  /** For each form, what its numbers may be instead. */
  readonly others: readonly OtherNumbers[];
  /** For each form, JSON pointers of the fields that its layout has and it does not print; `*` for every row. */
  readonly absentFields: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

const options = z
  .strictObject({
    reviewBelow: z.number().min(0).max(1).default(usualReviewBelow).describe('Values less sure than this need review'),
  })
  .readonly();

/**
 * Aligns the cells of each form to the fields and the indicator hierarchy of its layout.
 * Throws ExtractionError `layout-missing` for a form whose layout is not given.
 */
export const alignStage = defineStage({
  name: 'align',
  options,
  run: ({ segmented, layouts }: AlignInput, { reviewBelow }): AlignedDocument => {
    const aligned = segmented.forms.map((form) => alignForm(form, findLayout(layouts, form.layout)));
    const built = aligned.map((form, formIndex) => buildRecord(form, { formIndex, reviewBelow }));
    return {
      pageCount: segmented.pageCount,
      forms: built.map(({ form }) => form),
      others: built.map(({ others }) => others),
      absentFields: aligned.map(({ absentFields }) => absentFields),
      problems: [...segmented.problems, ...built.flatMap(({ problems }) => problems)],
    };
  },
});
