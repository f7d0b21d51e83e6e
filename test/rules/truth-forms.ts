import { readFileSync } from 'node:fs';
import type { Evidence, FormRecord, Fund, Goal, Indicator } from '../../src/model/record.ts';
import { evidence, form, fund, goal, indicator } from './form-builder.ts';

type Printed = Readonly<Record<string, string>>;
interface TruthForm {
  readonly fiscalYear: number;
  readonly funds: readonly (Printed & { readonly source: Fund['source'] })[];
  readonly goals: readonly Printed[];
  readonly indicators: readonly Printed[];
}

const numberFields = new Set(
  'initial budgeted received executed executionRate weight score completionRate level1Weight totalScore'.split(' '),
);

/** The records of a truth file, whose numbers are printed texts; the evidence holds these texts as read. */
export function readTruthForms(path: string): readonly FormRecord[] {
  const { forms } = JSON.parse(readFileSync(path, 'utf8')) as { readonly forms: readonly TruthForm[] };
  return forms.map(toRecord);
}

function toRecord({ fiscalYear, funds, goals, indicators, ...texts }: TruthForm): FormRecord {
  const found: Record<string, Evidence> = {};
  const read = (printed: Printed, pointer: string) => readFields(printed, pointer, found);
  return {
    ...form(read(texts, '')),
    fiscalYear,
    funds: funds.map(({ source, ...printed }, index) => fund(source, read(printed as Printed, `/funds/${index}`))),
    goals: goals.map((printed, index): Goal => ({ ...goal(null, null), ...read(printed, `/goals/${index}`) })),
    indicators: indicators.map((printed, index) => {
      const blank: Partial<Indicator> = { level1: null, target: null, actual: null };
      return indicator({ ...blank, ...read(printed, `/indicators/${index}`) });
    }),
    evidence: found,
  };
}

function readFields(
  printed: Printed,
  pointer: string,
  found: Record<string, Evidence>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(printed).map(([name, raw]) => {
      found[`${pointer}/${name}`] = evidence(raw);
      return [name, numberFields.has(name) ? Number(raw.replace('%', '')) : raw];
    }),
  );
}
