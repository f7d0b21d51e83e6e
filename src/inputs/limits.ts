import { z } from 'zod';

/** Caps on what one document may cost; a pipeline may set others. */
export const readLimitsSchema = z
  .strictObject({
    maxBytes: z
      .int()
      .positive()
      .default(512 * 1024 * 1024)
      .describe('Larger files are refused unread'),
    maxPages: z.int().positive().default(5000).describe('Documents that claim more pages are refused'),
  })
  .readonly();

export type ReadLimits = z.infer<typeof readLimitsSchema>;
