import { z } from 'zod';
import type { Extraction } from '../model/record.ts';
import type { ArchiveDatabase } from '../store/archive-database.ts';
import { type ExtractionOrigin, type SavedExtraction, saveExtractions } from '../store/save-extraction.ts';
import { defineStage } from './stage.ts';

/** Records of one or many documents, and the open database that they go into. */
export interface LoadInput {
  readonly extractions: readonly Extraction[];
  readonly database: ArchiveDatabase;
  /** Where all of them come from. */
  readonly origin: ExtractionOrigin;
}

const options = z.strictObject({}).readonly();

/**
 * Makes the database say of documents what their records say, in one transaction of which each document is all or
 * nothing by itself. Gives what the database says now, in the same order.
 * Throws ExtractionError `database-…`, and then none of them is saved.
 */
export const loadStage = defineStage({
  name: 'load',
  options,
  run: ({ extractions, database, origin }: LoadInput): readonly SavedExtraction[] =>
    saveExtractions(database, extractions, origin),
});
