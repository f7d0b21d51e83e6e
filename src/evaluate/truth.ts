import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fundSources } from '../model/record.ts';
import { parseConfig } from '../text/parse-config.ts';

/**
 * A file's true content, written beside it as `<name>.truth.json`: forms as in the record, with numbers as printed
 * text and blanks left out, and the faults that a reader of the printed page can see.
 */
const printed = z.union([z.string(), z.number().transform(String)]).optional();
export const fundTruthSchema = z.strictObject({
  source: z.enum(fundSources),
  initial: printed,
  budgeted: printed,
  received: printed,
  executed: printed,
  executionRate: printed,
  weight: printed,
  score: printed,
});

export const goalTruthSchema = z.strictObject({ expected: printed, actual: printed, completionRate: printed });

export const indicatorTruthSchema = z.strictObject({
  level1: printed,
  level1Weight: printed,
  level2: printed,
  level3: printed,
  target: printed,
  actual: printed,
  weight: printed,
  score: printed,
  deviation: printed,
});

export const formTruthSchema = z.strictObject({
  layout: printed,
  title: printed,
  fiscalYear: printed,
  reportingUnit: printed,
  amountUnit: printed,
  projectName: printed,
  supervisingUnit: printed,
  implementingUnit: printed,
  executionRate: printed,
  totalScore: printed,
  issues: printed,
  preparedBy: printed,
  phone: printed,
  funds: z.array(fundTruthSchema).default([]),
  goals: z.array(goalTruthSchema).default([]),
  indicators: z.array(indicatorTruthSchema).default([]),
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

/** A document, and the file that says what it holds. */
export interface FileWithTruth {
  readonly file: string;
  readonly truthFile: string;
}

/** The files of a folder that have their truth beside them: that of `a.pdf` is `a.truth.json`. */
export async function filesWithTruth(folder: string): Promise<FileWithTruth[]> {
  const names = (await readdir(folder)).sort();
  return names.flatMap((name) => {
    const truth = `${path.parse(name).name}.truth.json`;
    const isDocument = !name.endsWith('.json') && names.includes(truth);
    return isDocument ? [{ file: path.join(folder, name), truthFile: path.join(folder, truth) }] : [];
  });
}
