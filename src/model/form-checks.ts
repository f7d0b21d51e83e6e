import { z } from 'zod';

/** What a form layout tells the rules about its jurisdiction's arithmetic; part of `schemas/forms/<id>.json`. */
export const formChecksSchema = z
  .strictObject({
    required: z
      .array(z.string().startsWith('/'))
      .readonly()
      .describe('JSON pointers that must not be blank; * stands for every element (/indicators/*/target)'),
    fullMarks: z.number().positive().describe('What all weights add up to, mostly 100'),
    executionScore: z
      .enum(['rate-times-weight', 'not-defined'])
      .describe('rate-times-weight: the money row scores its execution rate (at most 100 %) times its weight'),
    explainsCuts: z.boolean().describe('true where the layout has a column for deviations and their reasons'),
  })
  .readonly();

export type FormChecks = z.infer<typeof formChecksSchema>;
