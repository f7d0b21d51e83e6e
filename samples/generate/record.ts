import { z } from 'zod';

/**
 * What a form says: the shape of `.truth.json`. Numbers are texts as printed, blanks are left out, and a merged cell's value
 * stands in every row that it covers. Before `truthOf` a text may hold line breaks; in the file it holds none.
 */
const printed = z.string().min(1).optional();

const fundSchema = z.strictObject({
  source: z.enum(['total', 'fiscal', 'carryover', 'other']),
  initial: printed,
  budgeted: printed,
  received: printed,
  executed: printed,
  executionRate: printed,
  weight: printed,
  score: printed,
});

const goalSchema = z.strictObject({ expected: printed, actual: printed, completionRate: printed });

const indicatorSchema = z.strictObject({
  level1: printed,
  level2: printed,
  level3: printed,
  target: printed,
  actual: printed,
  weight: printed,
  score: printed,
  level1Weight: printed,
  deviation: printed,
});

const formSchema = z.strictObject({
  title: printed,
  fiscalYear: z.int(),
  reportingUnit: printed,
  amountUnit: printed,
  projectName: printed,
  supervisingUnit: printed,
  implementingUnit: printed,
  funds: z.array(fundSchema),
  executionRate: printed,
  goals: z.array(goalSchema),
  indicators: z.array(indicatorSchema),
  totalScore: printed,
  issues: printed,
  preparedBy: printed,
  phone: printed,
});

export const faultNames = ['score-total', 'execution-rate', 'score-above-weight'] as const;

/** The whole `.truth.json` of one file: its forms in order, and for each the faults that a reader of the page can see. */
export const truthSchema = z.strictObject({
  forms: z.array(formSchema),
  faults: z.array(z.array(z.enum(faultNames))),
});

export const layouts = ['shijiazhuang-2019', 'ministry-2020'] as const;

export type LayoutName = (typeof layouts)[number];
export type FaultName = (typeof faultNames)[number];
export type Fund = z.infer<typeof fundSchema>;
export type Goal = z.infer<typeof goalSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
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
