import { z } from 'zod';
import type { Layout } from '../forms/layout.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { Problem } from '../model/problem.ts';
import {
  type DocumentIdentity,
  type Extraction,
  extractionSchema,
  type FormRecord,
  formSchema,
} from '../model/record.ts';
import { jsonPointer } from '../model/json-pointer.ts';
import { checkForm, formRules } from '../rules/index.ts';
import { storableNumbers } from '../store/micro.ts';
import { storableForm, type UnstorableNumber } from '../store/storable-form.ts';
import type { RepairedDocument } from './repair.ts';
import { findLayout } from './find-layout.ts';
import { defineStage } from './stage.ts';

/** What the stage `check` needs: the records, which document they are of, and the layouts of its forms. */
export interface CheckInput {
  readonly document: Omit<DocumentIdentity, 'pageCount'>;
  readonly repaired: RepairedDocument;
  readonly layouts: readonly Layout[];
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

/** A form as it enters the record, `null` where it breaks the schema; and what could not be taken of it. */
interface CheckedForm {
  readonly form: FormRecord | null;
  readonly problems: readonly Problem[];
}

/**
 * Applies the rules to each form and validates it against the schema.
 *
 * 1. A number that the database cannot hold is left null, so that the record and the database say the same.
 * 2. The rules look at the form.
 * 3. A form that breaks the schema is left out, with a problem; the others stay.
 *
 * Throws ExtractionError `layout-missing`, or `record-invalid` where the document breaks the schema outside its forms,
 * which only a fault of the program can cause.
 */
export const checkStage = defineStage({
  name: 'check',
  options,
  run: ({ document, repaired, layouts }: CheckInput, { skipRules }): Extraction => {
    const rules = formRules.filter(({ id }) => !skipRules.includes(id));
    const checked = repaired.forms.map((form, index): CheckedForm => {
      const { checks } = findLayout(layouts, form.layout);
      const { form: storable, unstorable } = storableForm(form);
      const notBlank = new Set([...nullsOf(repaired, index), ...unstorable.map(({ pointer }) => pointer)]);
      const findings = checkForm(storable, { ...checks, notBlank }, rules);
      const { form: valid, problems } = validForm({ ...storable, findings }, index);
      return { form: valid, problems: [...unstorable.map((number) => doesNotFit(number, form, index)), ...problems] };
    });
    return validExtraction({
      document: { ...document, pageCount: repaired.pageCount },
      forms: checked.flatMap(({ form }) => form ?? []),
      problems: withoutGaps([...repaired.problems, ...checked.flatMap(({ problems }) => problems)], checked),
    });
  },
});

/** The fields of a form that are null and not blank: it does not print them, or they could not be read. */
function nullsOf({ absentFields, problems }: RepairedDocument, index: number): string[] {
  const unread = problems.flatMap(({ form, field }) => (form === index && field !== undefined ? [field] : []));
  return [...(absentFields[index] ?? []), ...unread];
}

function doesNotFit({ pointer, value }: UnstorableNumber, { evidence }: FormRecord, index: number): Problem {
  const { raw, page } = evidence[pointer] ?? {};
  return {
    code: 'number-does-not-fit',
    message: `"${raw ?? value}" cannot be stored exactly: the database holds ${storableNumbers} (${pointer})`,
    hint: 'The field is left null; look at the page and correct it by hand',
    stage: 'check',
    form: index,
    field: pointer,
    ...(page === undefined ? {} : { page }),
  };
}

const reportFault = 'This is a fault of the program; please report it with the file';

function validForm(form: FormRecord, index: number): CheckedForm {
  const parsed = formSchema.safeParse(form, { reportInput: true });
  if (parsed.success) return { form: parsed.data, problems: [] };
  const page = form.pages.find((number) => Number.isInteger(number) && number > 0);
  const name = `Form ${index + 1}${form.title === null ? '' : `, ${form.title},`}`;
  const invalid: Problem = {
    code: 'record-invalid',
    message: `${name} breaks the schema of the record and is left out: ${describeIssues(parsed.error)}`,
    hint: reportFault,
    stage: 'check',
    form: index,
    ...(page === undefined ? {} : { page }),
  };
  return { form: null, problems: [invalid] };
}

/** The problems, naming forms by where they stand once those that are `null` are left out; these are not named. */
function withoutGaps(problems: readonly Problem[], checked: readonly CheckedForm[]): Problem[] {
  return problems.map((problem) => {
    const { form, field: _, ...unplaced } = problem;
    if (form === undefined) return problem;
    if (checked[form]?.form === null) return unplaced;
    return { ...problem, form: checked.slice(0, form).filter((earlier) => earlier.form !== null).length };
  });
}

function validExtraction({ forms, ...rest }: Extraction): Extraction {
  const parsed = extractionSchema.safeParse({ ...rest, forms: [] }, { reportInput: true });
  if (parsed.success) return { ...parsed.data, forms };
  throw new ExtractionError(`The record breaks its schema: ${describeIssues(parsed.error)}`, {
    code: 'record-invalid',
    exitCode: exitCodes.nothingRead,
    stage: 'check',
    document: rest.document.path,
    hint: reportFault,
    cause: parsed.error,
  });
}

/** Each place with what stands there and what was expected. */
function describeIssues({ issues }: z.ZodError): string {
  const places = issues.map(({ path, input, message }) => {
    const found = JSON.stringify(input) ?? 'nothing';
    return `at ${jsonPointer(path)} stands ${found.length > 60 ? `${found.slice(0, 60)}…` : found} (${message})`;
  });
  return places.join('; ');
}
