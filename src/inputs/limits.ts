import { z } from 'zod';

/** Caps on what one document may cost; a pipeline may set others. */
export const readLimitsSchema = z
  .strictObject({
    maxPages: z.int().positive().default(5000).describe('Documents that claim more pages are refused'),
  })
  .readonly();

export type ReadLimits = z.output<typeof readLimitsSchema>;
