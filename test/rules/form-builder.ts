import type { FormChecks } from '../../src/model/form-checks.ts';
import type { Evidence, FormRecord, Fund, Goal, Indicator } from '../../src/model/record.ts';
import type { Rule, RuleChecks } from '../../src/rules/rule.ts';

/** What the layout `shijiazhuang-2019` tells the rules. */
export const shijiazhuangChecks: FormChecks = {
  required: ['/projectName', '/implementingUnit', '/funds/0/budgeted'],
  fullMarks: 100,
  executionScore: 'not-defined',
  explainsCuts: false,
};

/** What the layout of the Ministry of Finance (2020) tells the rules. */
export const ministryChecks: FormChecks = {
  ...shijiazhuangChecks,
  executionScore: 'rate-times-weight',
  explainsCuts: true,
};

const blankForm: FormRecord = {
  layout: 'shijiazhuang-2019',
  pages: [1],
  title: null,
  fiscalYear: null,
  reportingUnit: null,
  amountUnit: null,
  projectName: null,
  supervisingUnit: null,
  implementingUnit: null,
  funds: [],
  executionRate: null,
  goals: [],
  indicators: [],
  totalScore: null,
  issues: null,
  preparedBy: null,
  phone: null,
  evidence: {},
  findings: [],
};

/** A form that is blank but for `values`. */
export function form(values: Partial<FormRecord>): FormRecord {
  return { ...blankForm, ...values };
}

export function fund(source: Fund['source'], values: Partial<Fund> = {}): Fund {
  return {
    source,
    initial: null,
    budgeted: null,
    received: null,
    executed: null,
    executionRate: null,
    weight: null,
    score: null,
    ...values,
  };
}

/** An indicator that is in use: its target is a word that nothing compares with. */
export function indicator(values: Partial<Indicator> = {}): Indicator {
  return {
    level1: '产出指标',
    level1Weight: null,
    level2: null,
    level3: null,
    target: '按时完成',
    actual: '按时完成',
    weight: null,
    score: null,
    deviation: null,
    ...values,
  };
}

/** A row of the template that the body left empty. */
export const unusedRow: Indicator = indicator({ target: null, actual: null, level3: '指标1' });

export function goal(expected: string | null, actual: string | null): Goal {
  return { expected, actual, completionRate: null };
}

export function evidence(raw: string, values: Partial<Evidence> = {}): Evidence {
  return { raw, confidence: 1, needsReview: false, ...values };
}

/** `message` and `fields` of what the rule finds. */
export function findingsOf(
  rule: Rule,
  values: Partial<FormRecord>,
  checks: RuleChecks = shijiazhuangChecks,
): { readonly message: string; readonly fields: readonly string[] }[] {
  return rule.check(form(values), checks).map(({ message, fields }) => ({ message, fields }));
}

/** The messages alone. */
export function messagesOf(
  rule: Rule,
  values: Partial<FormRecord>,
  checks: RuleChecks = shijiazhuangChecks,
): readonly string[] {
  return findingsOf(rule, values, checks).map(({ message }) => message);
}
