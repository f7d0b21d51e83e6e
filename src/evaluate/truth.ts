import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fundSources } from '../model/record.ts';
import { parseConfig } from '../text/parse-config.ts';

/**
 * A file's true content, written beside it as `<name>.truth.json`: forms as in the record, with numbers as printed
 * text and blanks left out, and the faults that a reader of the printed page can see.
 */
const printed = z.union([z.string(), z.number().transform(String)]).optional();
const printedFields = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, printed])) as Record<Name, typeof printed>);

const fundNumbers = ['initial', 'budgeted', 'received', 'executed', 'executionRate', 'weight', 'score'] as const;
const goalFields = ['expected', 'actual', 'completionRate'] as const;
const indicatorFields = [
  'level1',
  'level1Weight',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
] as const;
const formFields = [
  'layout',
  'title',
  'fiscalYear',
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
] as const;

const formTruthSchema = printedFields(formFields).extend({
  funds: z.array(printedFields(fundNumbers).extend({ source: z.enum(fundSources) })).default([]),
  goals: z.array(printedFields(goalFields)).default([]),
  indicators: z.array(printedFields(indicatorFields)).default([]),
});

const truthSchema = z.strictObject({
  forms: z.array(formTruthSchema),
  faults: z.array(z.array(z.string())).optional(),
});

export type FormTruth = z.output<typeof formTruthSchema>;
export type Truth = z.output<typeof truthSchema>;

/** @throws ExtractionError `truth-invalid` with file, path and what was expected. */
export async function readTruth(file: string): Promise<Truth> {
  return parseConfig(await readFile(file, 'utf8'), { schema: truthSchema, file, what: 'truth' });
}
