import { z } from 'zod';
import { flowRows } from '../forms/flow.ts';
import { loadLayouts } from '../forms/load-layouts.ts';
import { segmentForms, type FormSegment } from '../forms/segment.ts';
import type { Problem } from '../model/problem.ts';
import type { TableDocument } from '../model/table.ts';
import { defineStage } from './stage.ts';

/** The forms of a document, and what could not be read so far. */
export interface SegmentedDocument {
  readonly pageCount: number;
  readonly forms: readonly FormSegment[];
  readonly problems: readonly Problem[];
}

const options = z
  .strictObject({
    layouts: z
      .array(z.string().min(1))
      .min(1)
      .readonly()
      .nullable()
      .default(null)
      .describe('Only these layouts of schemas/forms/, by id; null for all'),
  })
  .readonly();

/** Cuts a document into forms and finds each one's layout and sections. */
export const segmentStage = defineStage({
  name: 'segment',
  options,
  run: async (document: TableDocument, { layouts }): Promise<SegmentedDocument> => {
    const { forms, problems } = segmentForms(flowRows(document), await loadLayouts(layouts));
    return { pageCount: document.pageCount, forms, problems: [...document.problems, ...problems] };
  },
});
