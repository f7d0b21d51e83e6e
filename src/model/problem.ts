import { z } from 'zod';

/**
 * What could not be read, where, and what to do next. A problem is data: it never stops a batch.
 * `code` is stable and documented in the README.
 */
export const problemSchema = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]*$/),
    message: z.string().min(1).describe('What was found, and what was expected'),
    hint: z.string().min(1).describe('What to do next'),
    stage: z.string().min(1).describe('The stage that met it'),
    page: z.int().positive().optional(),
    form: z.int().nonnegative().optional().describe('Index into forms'),
    field: z.string().startsWith('/').optional().describe('JSON pointer into the form'),
  })
  .readonly();

export type Problem = z.infer<typeof problemSchema>;
