import type { Problem } from '../model/problem.ts';
import type { FormRecord, Fund, Goal, Indicator } from '../model/record.ts';
import type { AlignedForm } from './align.ts';
import { EvidenceLedger } from './evidence-ledger.ts';
import type { OtherNumbers } from '../model/other-numbers.ts';
import { problemsOf } from './form-problems.ts';
import type { FundValues } from './gather-funds.ts';
import type { GoalValues } from './read-goals.ts';
import type { IndicatorValues } from './indicator-values.ts';

/** A form's record without findings, and what could not be read of it. */
export interface BuiltRecord {
  readonly form: FormRecord;
  readonly others: OtherNumbers;
  readonly problems: readonly Problem[];
}

/**
 * The record of an aligned form: every value that is not null gets its evidence, every text that is no value of
 * its kind becomes a problem. A value less sure than `reviewBelow` (0 to 1) needs review.
 */
export function buildRecord(
  aligned: AlignedForm,
  options: { readonly formIndex: number; readonly reviewBelow: number },
): BuiltRecord {
  const ledger = new EvidenceLedger(options);
  const { fields } = aligned;
  const form: FormRecord = {
    layout: aligned.layout.id,
    pages: aligned.pages,
    title: ledger.text('/title', aligned.title),
    fiscalYear: ledger.number('/fiscalYear', aligned.fiscalYear),
    reportingUnit: ledger.text('/reportingUnit', fields.reportingUnit),
    amountUnit: ledger.text('/amountUnit', fields.amountUnit),
    projectName: ledger.text('/projectName', fields.projectName),
    supervisingUnit: ledger.text('/supervisingUnit', fields.supervisingUnit),
    implementingUnit: ledger.text('/implementingUnit', fields.implementingUnit),
    funds: aligned.funds.map((fund, index) => fundOf(fund, `/funds/${index}`, ledger)),
    executionRate: ledger.number('/executionRate', fields.executionRate),
    goals: aligned.goals.map((goal, index) => goalOf(goal, `/goals/${index}`, ledger)),
    indicators: aligned.indicators.map((row, index) => indicatorOf(row, `/indicators/${index}`, ledger)),
    totalScore: ledger.number('/totalScore', fields.totalScore),
    issues: ledger.text('/issues', fields.issues),
    preparedBy: ledger.text('/preparedBy', fields.preparedBy),
    phone: ledger.text('/phone', fields.phone),
    evidence: ledger.evidence,
    findings: [],
  };
  const problems = [...ledger.problems, ...problemsOf(aligned, options.formIndex)];
  return { form, others: ledger.others, problems };
}

function fundOf({ source, quantities }: FundValues, at: string, ledger: EvidenceLedger): Fund {
  return {
    source,
    initial: ledger.number(`${at}/initial`, quantities.initial),
    budgeted: ledger.number(`${at}/budgeted`, quantities.budgeted),
    received: ledger.number(`${at}/received`, quantities.received),
    executed: ledger.number(`${at}/executed`, quantities.executed),
    executionRate: ledger.number(`${at}/executionRate`, quantities.executionRate),
    weight: ledger.number(`${at}/weight`, quantities.weight),
    score: ledger.number(`${at}/score`, quantities.score),
  };
}

function goalOf(goal: GoalValues, at: string, ledger: EvidenceLedger): Goal {
  return {
    expected: ledger.text(`${at}/expected`, goal.expected),
    actual: ledger.text(`${at}/actual`, goal.actual),
    completionRate: ledger.number(`${at}/completionRate`, goal.completionRate),
  };
}

function indicatorOf(row: IndicatorValues, at: string, ledger: EvidenceLedger): Indicator {
  return {
    level1: ledger.text(`${at}/level1`, row.level1),
    level1Weight: ledger.number(`${at}/level1Weight`, row.level1Weight),
    level2: ledger.text(`${at}/level2`, row.level2),
    level3: ledger.text(`${at}/level3`, row.level3),
    target: ledger.text(`${at}/target`, row.target),
    actual: ledger.text(`${at}/actual`, row.actual),
    weight: ledger.number(`${at}/weight`, row.weight),
    score: ledger.number(`${at}/score`, row.score),
    deviation: ledger.text(`${at}/deviation`, row.deviation),
  };
}
