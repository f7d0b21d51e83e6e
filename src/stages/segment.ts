import { z } from 'zod';
import { flowRows } from '../forms/flow.ts';
import type { Layout } from '../forms/layout.ts';
import { segmentForms, type FormSegment } from '../forms/segment.ts';
import type { Problem } from '../model/problem.ts';
import type { TableDocument } from '../model/table.ts';
import { findLayout } from './find-layout.ts';
import { defineStage } from './stage.ts';

/** A document's tables, and the layouts that its forms may have. */
export interface SegmentInput {
  readonly tables: TableDocument;
  readonly layouts: readonly Layout[];
}

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
      .describe('Only these layouts, by id; null for all that there are'),
  })
  .readonly();

/**
 * Cuts a document into forms and finds each one's layout and sections.
 * Throws ExtractionError `layout-missing` for an id of the options that is none.
 */
export const segmentStage = defineStage({
  name: 'segment',
  options,
  run: ({ tables, layouts }: SegmentInput, { layouts: ids }): SegmentedDocument => {
    const tried = ids === null ? layouts : ids.map((id) => findLayout(layouts, id));
    const { forms, problems } = segmentForms(flowRows(tables), tried);
    return { pageCount: tables.pageCount, forms, problems: [...tables.problems, ...problems] };
  },
});
