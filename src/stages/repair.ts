import { z } from 'zod';
import type { Layout } from '../forms/layout.ts';
import { repairForm } from '../repair/repair-form.ts';
import type { AlignedDocument } from './align.ts';
import { findLayout } from './find-layout.ts';
import { defineStage } from './stage.ts';

/** What the stage `repair` needs: the records, and the layouts of their forms. */
export interface RepairInput {
  readonly aligned: AlignedDocument;
  readonly layouts: readonly Layout[];
}

/** The records without what their numbers may be instead: that is decided. */
export type RepairedDocument = Omit<AlignedDocument, 'others'>;

const options = z.strictObject({}).readonly();

/**
 * Corrects what an engine misread where the form's own sums prove it, and clears doubts that they take away. What a
 * file spells out is never touched, nor is a mistake of the form itself. Throws ExtractionError `layout-missing` for a
 * form whose layout is not given.
 */
export const repairStage = defineStage({
  name: 'repair',
  options,
  run: ({ aligned: { others, ...aligned }, layouts }: RepairInput): RepairedDocument => ({
    ...aligned,
    forms: aligned.forms.map((form, index) =>
      repairForm(form, others[index] ?? {}, findLayout(layouts, form.layout).checks),
    ),
  }),
});
