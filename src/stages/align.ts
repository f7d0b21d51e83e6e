import { z } from 'zod';
import { alignForm } from '../forms/align.ts';
import { buildRecord } from '../forms/build-record.ts';
import { loadLayouts } from '../forms/load-layouts.ts';
import type { Problem } from '../model/problem.ts';
import type { FormRecord } from '../model/record.ts';
import type { SegmentedDocument } from './segment.ts';
import { defineStage } from './stage.ts';

/** The records of a document's forms, without findings. */
export interface AlignedDocument {
  readonly pageCount: number;
  readonly forms: readonly FormRecord[];
  /** For each form, columns that its layout has and it does not print. */
  readonly absentColumns: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

const options = z
  .strictObject({
    reviewBelow: z.number().min(0).max(1).default(0.9).describe('Values less sure than this need review'),
  })
  .readonly();

/** Aligns the cells of each form to the fields and the indicator hierarchy of its layout. */
export const alignStage = defineStage({
  name: 'align',
  options,
  run: async (document: SegmentedDocument, { reviewBelow }): Promise<AlignedDocument> => {
    const layouts = await loadLayouts(document.forms.map((form) => form.layout));
    const aligned = document.forms.flatMap((form, index) => {
      const layout = layouts[index];
      return layout === undefined ? [] : [alignForm(form, layout)];
    });
    const built = aligned.map((form, formIndex) => buildRecord(form, { formIndex, reviewBelow }));
    return {
      pageCount: document.pageCount,
      forms: built.map(({ form }) => form),
      absentColumns: aligned.map(({ absentColumns }) => absentColumns),
      problems: [...document.problems, ...built.flatMap(({ problems }) => problems)],
    };
  },
});
