import type { FormRecord } from '../model/record.ts';
import { toMicro } from './micro.ts';

/** A number of a form that no column can hold. */
export interface UnstorableNumber {
  /** JSON pointer into the form. */
  readonly pointer: string;
  readonly value: number;
}

/** A form whose numbers all fit, and those that did not and are blank in it now, without evidence. */
export interface StorableForm {
  readonly form: FormRecord;
  readonly unstorable: readonly UnstorableNumber[];
}

/** Blanks each number that the database cannot hold exactly, so that the record and the database say the same. */
export function storableForm(form: FormRecord): StorableForm {
  const unstorable: UnstorableNumber[] = [];
  const keep = (value: number | null, pointer: string): number | null => {
    if (value === null || toMicro(value) !== null) return value;
    unstorable.push({ pointer, value });
    return null;
  };
  const kept: FormRecord = {
    ...form,
    funds: form.funds.map((fund, index) => ({
      ...fund,
      initial: keep(fund.initial, `/funds/${index}/initial`),
      budgeted: keep(fund.budgeted, `/funds/${index}/budgeted`),
      received: keep(fund.received, `/funds/${index}/received`),
      executed: keep(fund.executed, `/funds/${index}/executed`),
      executionRate: keep(fund.executionRate, `/funds/${index}/executionRate`),
      weight: keep(fund.weight, `/funds/${index}/weight`),
      score: keep(fund.score, `/funds/${index}/score`),
    })),
    executionRate: keep(form.executionRate, '/executionRate'),
    goals: form.goals.map((goal, index) => ({
      ...goal,
      completionRate: keep(goal.completionRate, `/goals/${index}/completionRate`),
    })),
    indicators: form.indicators.map((indicator, index) => ({
      ...indicator,
      level1Weight: keep(indicator.level1Weight, `/indicators/${index}/level1Weight`),
      weight: keep(indicator.weight, `/indicators/${index}/weight`),
      score: keep(indicator.score, `/indicators/${index}/score`),
    })),
    totalScore: keep(form.totalScore, '/totalScore'),
  };
  if (unstorable.length === 0) return { form, unstorable };
  const isKept = ([pointer]: readonly [string, unknown]): boolean =>
    !unstorable.some((number) => number.pointer === pointer);
  return { form: { ...kept, evidence: Object.fromEntries(Object.entries(form.evidence).filter(isKept)) }, unstorable };
}
