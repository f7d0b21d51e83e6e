import { z } from 'zod';
import { formChecksSchema } from '../model/form-checks.ts';
import { fundSources } from '../model/record.ts';

/**
 * A form layout as data: which words name which field, and how a section is laid out. One file each in
 * `schemas/forms/`; adding a layout needs no TypeScript. Labels are matched by similarity (`matchLabel`), so a file
 * lists spellings that differ in words, not in brackets, spaces or widths.
 */
const labels = z.array(z.string().min(1)).min(1).readonly();
const pattern = z.string().refine(isPattern, 'expected a regular expression').describe('A regular expression');

/** How a printed text becomes a value of the record. */
export const valueKinds = ['text', 'amount', 'rate', 'score'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** The fields of a form that stand for themselves, outside the repeated rows, with the kind of their values. */
export const formFields = {
  reportingUnit: 'text',
  amountUnit: 'text',
  projectName: 'text',
  supervisingUnit: 'text',
  implementingUnit: 'text',
  executionRate: 'rate',
  totalScore: 'score',
  issues: 'text',
  preparedBy: 'text',
  phone: 'text',
} as const satisfies Record<string, ValueKind>;
export type FormField = keyof typeof formFields;

const fieldName = z.literal([
  'reportingUnit',
  'amountUnit',
  'projectName',
  'supervisingUnit',
  'implementingUnit',
  'executionRate',
  'totalScore',
  'issues',
  'preparedBy',
  'phone',
] satisfies FormField[]);
/** What a row of the money table may hold. */
export const fundQuantities = [
  'initial',
  'budgeted',
  'received',
  'executed',
  'executionRate',
  'weight',
  'score',
] as const;
export type FundQuantity = (typeof fundQuantities)[number];
const goalColumns = ['expected', 'actual', 'completionRate'] as const;
const indicatorColumns = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'deviation'] as const;

const optional = z
  .boolean()
  .default(false)
  .describe('Many forms of the layout do not print it: it is not asked for when the layout is told');

const labelledField = z.strictObject({ field: fieldName, labels, optional }).readonly();

const marginField = z
  .strictObject({
    field: fieldName.nullable().describe('null: no field of the record; its label ends the value before it'),
    labels,
    pattern: pattern.optional().describe('What the value must look like; other text is not taken for it'),
    alone: pattern.optional().describe('What it looks like where it may stand alone on the line below its label'),
  })
  .readonly();

const heading = labels.optional().describe('The words that open the section, mostly in its first column');

const fieldsSection = z
  .strictObject({ read: z.literal('fields'), heading, fields: z.array(labelledField).min(1).readonly() })
  .readonly()
  .describe('Labels, each with its value in the cell to the right');

const partLabels = labels
  .optional()
  .describe('Rows that break the source down (一般公共预算); they count where no row gives the whole of it');

const fundsSection = z
  .strictObject({
    read: z.literal('funds'),
    heading,
    rows: z
      .array(z.strictObject({ source: z.enum(fundSources), labels, parts: partLabels }).readonly())
      .min(1)
      .readonly(),
    columns: z
      .array(z.strictObject({ quantity: z.enum(fundQuantities), labels, optional }).readonly())
      .min(1)
      .readonly(),
    fieldColumns: z
      .array(labelledField)
      .readonly()
      .default([])
      .describe('Columns that hold one value for the whole form, such as 预算执行进度'),
  })
  .readonly()
  .describe('A table of amounts; row labels may stand once at the left or be repeated before each value');

const goalsSection = z
  .strictObject({
    read: z.literal('goals'),
    heading,
    columns: z
      .array(z.strictObject({ column: z.enum(goalColumns), labels, optional }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();

const usualNames = pattern
  .optional()
  .describe('Names usually met in the column, once folded; they tell columns apart where a dump lost its blank cells');

const indicatorsSection = z
  .strictObject({
    read: z.literal('indicators'),
    heading,
    columns: z
      .array(z.strictObject({ column: z.enum(indicatorColumns), labels, optional, usual: usualNames }).readonly())
      .min(3)
      .readonly(),
    asides: labels
      .optional()
      .describe('Columns that the record has no place for, and that hold no part of the others (评分标准)'),
    total: labels.describe('The words that open the row with the total score'),
    execution: labels
      .optional()
      .describe("The words of a row without an indicator that holds the money table's marks (预算执行率得分)"),
    subtotals: labels.optional().describe('The words that open a row which only adds others up'),
    placeholders: z.array(pattern).readonly().default([]).describe('Names of template rows that were left unused'),
  })
  .readonly();

const textSection = z
  .strictObject({ read: z.literal('text'), heading: labels, field: fieldName })
  .readonly()
  .describe('A heading with one text beside or below it');

export const sectionSchema = z.discriminatedUnion('read', [
  fieldsSection,
  fundsSection,
  goalsSection,
  indicatorsSection,
  textSection,
]);

export const layoutSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }).readonly(),
    jurisdiction: z.string().min(1),
    years: z.strictObject({ from: z.int(), to: z.int().nullable() }).readonly(),
    source: z.string().min(1).describe('Where the layout is laid down or was seen'),
    titles: labels,
    titleEndings: labels.or(z.tuple([])).default([]).describe('How other titles end: what stands before is free'),
    otherTitles: z
      .array(pattern)
      .readonly()
      .default([])
      .describe('Titles of forms that look like this one and are not; a form so titled is read by no layout'),
    leadIns: z.array(pattern).readonly().default([]).describe('Lines above a title that belong to its form'),
    margins: z.array(marginField).readonly().default([]).describe('Labels above and below the table'),
    sections: z.array(sectionSchema).min(1).readonly(),
    checks: formChecksSchema,
  })
  .readonly();

export type Layout = z.infer<typeof layoutSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type SectionOf<Read extends Section['read']> = Extract<Section, { read: Read }>;

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
