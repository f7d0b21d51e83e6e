import { z } from 'zod';
import { loadLayouts } from '../forms/load-layouts.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { type DocumentIdentity, type Extraction, extractionSchema } from '../model/record.ts';
import { checkForm, formRules } from '../rules/index.ts';
import type { AlignedDocument } from './align.ts';
import { defineStage } from './stage.ts';

/** What the stage `check` needs: the records, and which document they are of. */
export interface CheckInput {
  readonly document: Omit<DocumentIdentity, 'pageCount'>;
  readonly aligned: AlignedDocument;
}

const options = z
  .strictObject({
    skipRules: z
      .array(z.string().refine(isRule, { error: ({ input }) => `"${String(input)}" is no rule` }))
      .readonly()
      .default([])
      .describe('Rules that are not applied, by id'),
  })
  .readonly();

function isRule(id: string): boolean {
  return formRules.some((rule) => rule.id === id);
}

/**
 * Applies the rules to each form and validates the whole against the schema.
 * Throws ExtractionError `record-invalid`, which only a fault of the program can cause.
 */
export const checkStage = defineStage({
  name: 'check',
  options,
  run: async ({ document, aligned }: CheckInput, { skipRules }): Promise<Extraction> => {
    const layouts = await loadLayouts(aligned.forms.map((form) => form.layout));
    const forms = aligned.forms.map((form, index) => {
      const checks = layouts[index]?.checks;
      const rules = formRules.filter(({ id }) => !skipRules.includes(id));
      if (checks === undefined) return form;
      // Cuts are explained in a column; a form that does not print it cannot leave it blank.
      const explainsCuts = checks.explainsCuts && aligned.absentColumns[index]?.includes('deviation') !== true;
      return { ...form, findings: checkForm(form, { ...checks, explainsCuts }, rules) };
    });
    const record = { document: { ...document, pageCount: aligned.pageCount }, forms, problems: aligned.problems };
    const parsed = extractionSchema.safeParse(record);
    if (parsed.success) return parsed.data;
    throw new ExtractionError(`The record breaks its schema: ${z.prettifyError(parsed.error)}`, {
      code: 'record-invalid',
      exitCode: exitCodes.nothingRead,
      stage: 'check',
      document: document.path,
      hint: 'This is a fault of the program; please report it with the file',
      cause: parsed.error,
    });
  },
});
