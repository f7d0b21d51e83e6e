import type { FormRecord } from './record.ts';

/**
 * The form with `change` applied to each number that it prints (`null` where blank), by the JSON pointer of its field.
 */
export function mapNumbers(
  form: FormRecord,
  change: (value: number | null, pointer: string) => number | null,
): FormRecord {
  return {
    ...form,
    funds: form.funds.map((fund, index) => ({
      ...fund,
      initial: change(fund.initial, `/funds/${index}/initial`),
      budgeted: change(fund.budgeted, `/funds/${index}/budgeted`),
      received: change(fund.received, `/funds/${index}/received`),
      executed: change(fund.executed, `/funds/${index}/executed`),
      executionRate: change(fund.executionRate, `/funds/${index}/executionRate`),
      weight: change(fund.weight, `/funds/${index}/weight`),
      score: change(fund.score, `/funds/${index}/score`),
    })),
    executionRate: change(form.executionRate, '/executionRate'),
    goals: form.goals.map((goal, index) => ({
      ...goal,
      completionRate: change(goal.completionRate, `/goals/${index}/completionRate`),
    })),
    indicators: form.indicators.map((indicator, index) => ({
      ...indicator,
      level1Weight: change(indicator.level1Weight, `/indicators/${index}/level1Weight`),
      weight: change(indicator.weight, `/indicators/${index}/weight`),
      score: change(indicator.score, `/indicators/${index}/score`),
    })),
    totalScore: change(form.totalScore, '/totalScore'),
  };
}

/** The number of the field at a JSON pointer; `null` where it is blank, or none. */
export function numberAt(form: FormRecord, pointer: string): number | null {
  let found: number | null = null;
  mapNumbers(form, (value, at) => {
    if (at === pointer) found = value;
    return value;
  });
  return found;
}
