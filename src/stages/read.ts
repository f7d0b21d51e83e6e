import { z } from 'zod';
import type { ScannedPage } from '../images/scanned-page.ts';
import { inputFormats } from '../inputs/formats.ts';
import { readLimitsSchema } from '../inputs/limits.ts';
import { engineNamed, ocrOptionsSchema } from '../ocr/engines.ts';
import { recognizePage } from '../ocr/recognize-page.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { ReadDocument } from '../model/page.ts';
import type { Intake } from './intake.ts';
import { defineStage } from './stage.ts';

/** Reads the pages of a document by its format: text items and rulings, or rows and columns of its own. */
export const readStage = defineStage({
  name: 'read',
  options: z.strictObject({ ...readLimitsSchema.unwrap().shape, ...ocrOptionsSchema.shape }).readonly(),
  run: ({ bytes, mediaType }: Intake, { ocr, ocrThreads, ...limits }): Promise<ReadDocument> => {
    const engine = ocr === 'none' ? null : engineNamed(ocr, ocrThreads);
    const recognize = engine === null ? null : (scan: ScannedPage) => recognizePage(engine, scan);
    const format = inputFormats.find((candidate) => candidate.mediaType === mediaType);
    if (format !== undefined) return format.read(bytes, { limits, recognize });
    throw new ExtractionError(`No input reads ${mediaType}`, {
      code: 'format-unknown',
      exitCode: exitCodes.nothingRead,
      stage: 'read',
      hint: 'Start from the stage "intake", which tells the format by the content',
    });
  },
});
