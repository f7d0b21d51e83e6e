import type { Evidence, Finding, FormRecord, Fund, Goal, Indicator } from '../model/record.ts';
import type { Problem } from '../model/problem.ts';
import { canonicalJson } from './canonical-json.ts';
import { databaseError } from './database-error.ts';
import { storableNumbers, toMicro } from './micro.ts';

/** A value as SQLite takes it; `bigint` for integers beyond 2^53. */
export type SqlValue = string | number | bigint | null;

/** A row by column name, without the ids that tie it to others. */
export type Row = Readonly<Record<string, SqlValue>>;

/** The rows of one form, in the tables' names. Rows of a list carry their `position`. */
export interface FormRows {
  readonly form: Row;
  readonly funds: readonly Row[];
  readonly goals: readonly Row[];
  readonly indicators: readonly Row[];
  readonly findings: readonly Row[];
  readonly evidence: readonly Row[];
}

/**
 * What the tables hold of a form. Evidence comes in the order of its pointers.
 * @throws ExtractionError `number-does-not-fit` where a number cannot be held exactly
 */
export function formRows(form: FormRecord, position: number): FormRows {
  return {
    form: formRow(form, position),
    funds: form.funds.map(fundRow),
    goals: form.goals.map(goalRow),
    indicators: form.indicators.map(indicatorRow),
    findings: form.findings.map(findingRow),
    evidence: Object.entries(form.evidence)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(evidenceRow),
  };
}

/** What the table `problems` holds of a problem. */
export function problemRow(problem: Problem, position: number): Row {
  return {
    position,
    code: problem.code,
    message: problem.message,
    hint: problem.hint,
    stage: problem.stage,
    page: problem.page ?? null,
    form_position: problem.form ?? null,
    pointer: problem.field ?? null,
  };
}

function formRow(form: FormRecord, position: number): Row {
  return {
    position,
    layout: form.layout,
    pages: JSON.stringify(form.pages),
    title: form.title,
    fiscal_year: form.fiscalYear,
    reporting_unit: form.reportingUnit,
    amount_unit: form.amountUnit,
    project_name: form.projectName,
    supervising_unit: form.supervisingUnit,
    implementing_unit: form.implementingUnit,
    execution_rate_micro: exactly(form.executionRate, '/executionRate'),
    total_score_micro: exactly(form.totalScore, '/totalScore'),
    issues: form.issues,
    prepared_by: form.preparedBy,
    phone: form.phone,
  };
}

/** In millionths; a blank is a blank. */
function exactly(value: number | null, pointer: string): bigint | null {
  if (value === null) return null;
  const micro = toMicro(value);
  if (micro !== null) return micro;
  throw databaseError(`${pointer} is ${value}; the database holds ${storableNumbers}.`, {
    code: 'number-does-not-fit',
    hint: 'Leave the value null: the stage "check" does so, and says it in the problems.',
  });
}

function fundRow(fund: Fund, position: number): Row {
  const exact = (field: Exclude<keyof Fund, 'source'>) => exactly(fund[field], `/funds/${position}/${field}`);
  return {
    position,
    source: fund.source,
    initial_micro: exact('initial'),
    budgeted_micro: exact('budgeted'),
    received_micro: exact('received'),
    executed_micro: exact('executed'),
    execution_rate_micro: exact('executionRate'),
    weight_micro: exact('weight'),
    score_micro: exact('score'),
  };
}

function goalRow(goal: Goal, position: number): Row {
  return {
    position,
    expected: goal.expected,
    actual: goal.actual,
    completion_rate_micro: exactly(goal.completionRate, `/goals/${position}/completionRate`),
  };
}

function indicatorRow(indicator: Indicator, position: number): Row {
  const exact = (field: 'level1Weight' | 'weight' | 'score') =>
    exactly(indicator[field], `/indicators/${position}/${field}`);
  return {
    position,
    level1: indicator.level1,
    level1_weight_micro: exact('level1Weight'),
    level2: indicator.level2,
    level3: indicator.level3,
    target: indicator.target,
    actual: indicator.actual,
    weight_micro: exact('weight'),
    score_micro: exact('score'),
    deviation: indicator.deviation,
  };
}

function findingRow(finding: Finding, position: number): Row {
  return {
    position,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    fields: JSON.stringify(finding.fields),
  };
}

function evidenceRow([pointer, evidence]: readonly [string, Evidence]): Row {
  const [left = null, top = null, right = null, bottom = null] = evidence.box ?? [];
  return {
    pointer,
    raw: evidence.raw,
    page: evidence.page ?? null,
    box_left: left,
    box_top: top,
    box_right: right,
    box_bottom: bottom,
    line_number: evidence.line ?? null,
    column_number: evidence.column ?? null,
    sheet: evidence.sheet ?? null,
    cell: evidence.cell ?? null,
    confidence: evidence.confidence,
    needs_review: evidence.needsReview ? 1 : 0,
    repair: evidence.repair === undefined ? null : canonicalJson(evidence.repair),
  };
}
