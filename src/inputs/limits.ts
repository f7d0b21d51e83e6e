import { z } from 'zod';

/** Caps on what one document may cost; a pipeline may set others. */
export const readLimitsSchema = z
  .strictObject({
    maxPages: z.int().positive().default(5000).describe('Documents that claim more pages are refused'),
    maxPixels: z.int().positive().default(200_000_000).describe('Pictures with more pixels are refused'),
    maxOperators: z
      .int()
      .positive()
      .default(500_000)
      .describe('Pages of a PDF that draw more often are left unread; forms take some thousand operators'),
    maxMarks: z
      .int()
      .positive()
      .default(1_000_000)
      .describe('Pages of a PDF that draw more characters and pieces of lines are left unread'),
  })
  .readonly();

export type ReadLimits = z.output<typeof readLimitsSchema>;
