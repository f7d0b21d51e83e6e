import { inputFormats } from '../inputs/formats.ts';
import { readLimitsSchema } from '../inputs/limits.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { ReadDocument } from '../model/page.ts';
import type { Intake } from './intake.ts';
import { defineStage } from './stage.ts';

/** Reads the pages of a document by its format: text items and rulings, or rows and columns of its own. */
export const readStage = defineStage({
  name: 'read',
  options: readLimitsSchema,
  run: ({ bytes, mediaType }: Intake, limits): Promise<ReadDocument> => {
    const format = inputFormats.find((candidate) => candidate.mediaType === mediaType);
    if (format !== undefined) return format.read(bytes, limits);
    throw new ExtractionError(`No input reads ${mediaType}`, {
      code: 'format-unknown',
      exitCode: exitCodes.nothingRead,
      stage: 'read',
      hint: 'Start from the stage "intake", which tells the format by the content',
    });
  },
});
