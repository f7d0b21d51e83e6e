import { z } from 'zod';

/** Tolerances of the table finder, in points; a pipeline may set others. */
export const tableSettingsSchema = z
  .strictObject({
    snapPt: z
      .number()
      .positive()
      .default(3)
      .describe('Rulings closer than this are one: doubled borders, cell boxes drawn side by side'),
    gapPt: z.number().nonnegative().default(3).describe('A ruling may be broken by this much and still be one'),
    wallShare: z
      .number()
      .min(0.1)
      .max(1)
      .default(0.5)
      .describe('The share of a side that rulings must cover for two cells to be apart'),
    openSidePt: z
      .number()
      .positive()
      .default(6)
      .describe('Rulings that run this far past the outermost crossing one mean a side drawn without a border'),
    maxSquares: z.int().positive().default(250_000).describe('Larger grids are drawings, not tables, and left unread'),
    minTableHeightPt: z.number().positive().default(10),
    minTableWidthPt: z.number().positive().default(40),
  })
  .readonly();

export type TableSettings = z.infer<typeof tableSettingsSchema>;
