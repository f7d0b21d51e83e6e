import { z } from 'zod';
import type { Extraction } from '../model/record.ts';
import type { ArchiveDatabase } from '../store/archive-database.ts';
import { type ExtractionOrigin, type SaveOutcome, saveExtraction } from '../store/save-extraction.ts';
import { defineStage } from './stage.ts';

/** A record, and the open database that it goes into. */
export interface LoadInput {
  readonly extraction: Extraction;
  readonly database: ArchiveDatabase;
  readonly origin: ExtractionOrigin;
}

const options = z.strictObject({}).readonly();

/** Makes the database say of a document what its record says, in one transaction. */
export const loadStage = defineStage({
  name: 'load',
  options,
  run: ({ extraction, database, origin }: LoadInput): Promise<SaveOutcome> =>
    Promise.resolve(saveExtraction(database, extraction, origin)),
});
