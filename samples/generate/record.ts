import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  formTruthSchema,
  type fundTruthSchema,
  type goalTruthSchema,
  type indicatorTruthSchema,
} from '../../src/evaluate/truth.ts';

/**
 * What an invented form says, in the shape of `.truth.json` but that its year is known. Before `truthOf` a text may
 * hold line breaks; in the file it holds none.
 */
const formSchema = formTruthSchema.omit({ layout: true }).extend({ fiscalYear: z.int() });

export const faultNames = ['score-total', 'execution-rate', 'score-above-weight'] as const;

/**
 * The whole `.truth.json` of one file: its forms in order, and for each the faults that a reader of the page can see.
 */
export const truthSchema = z.strictObject({
  forms: z.array(formSchema),
  faults: z.array(z.array(z.enum(faultNames))),
});

export const layouts = ['shijiazhuang-2019', 'ministry-2020'] as const;

export type LayoutName = (typeof layouts)[number];
export type FaultName = (typeof faultNames)[number];
export type Fund = z.infer<typeof fundTruthSchema>;
export type Goal = z.infer<typeof goalTruthSchema>;
export type Indicator = z.infer<typeof indicatorTruthSchema>;
export type FormRecord = z.infer<typeof formSchema>;
export type Truth = z.infer<typeof truthSchema>;

/** An invented form: what it says, and which mistake was planted in it. */
export interface InventedForm {
  readonly layout: LayoutName;
  readonly record: FormRecord;
  readonly faults: readonly FaultName[];
}

/** The truth file's content for the forms of one file, in their order. */
export function truthOf(forms: readonly InventedForm[]): Truth {
  const truth = { forms: forms.map((form) => form.record), faults: forms.map((form) => [...form.faults]) };
  const unbroken = JSON.stringify(truth, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\n', '').trim() || undefined : value,
  );
  return truthSchema.parse(JSON.parse(unbroken));
}

/** Writes `BASE.truth.json` for the forms of one file. */
export async function writeTruth(forms: readonly InventedForm[], base: string): Promise<void> {
  await writeFile(`${base}.truth.json`, `${JSON.stringify(truthOf(forms), null, 1)}\n`);
}
