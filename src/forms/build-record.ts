import type { Problem } from '../model/problem.ts';
import type { FormRecord, Fund, Goal, Indicator } from '../model/record.ts';
import type { AlignedForm } from './align.ts';
import { EvidenceLedger } from './evidence-ledger.ts';
import type { FundValues } from './gather-funds.ts';
import type { GoalValues } from './read-goals.ts';
import type { IndicatorValues } from './indicator-values.ts';

/** So much of a text is quoted in a problem. */
const maxQuoted = 40;

/** A form's record without findings, and what could not be read of it. */
export interface BuiltRecord {
  readonly form: FormRecord;
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
  const problems = [
    ...ledger.problems,
    ...headingProblems(aligned, options.formIndex),
    ...rowProblems(aligned, options.formIndex),
    ...missingLabels(aligned, options.formIndex),
    ...unreadProblems(aligned, options.formIndex),
    ...emptySections(aligned, options.formIndex),
    ...unitProblems(aligned, options.formIndex),
  ];
  return { form, problems };
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

/** The money table and the indicators are the heart of a form: one without rows was printed in a way that is not read. */
function emptySections({ layout, funds, indicators, pages }: AlignedForm, formIndex: number): Problem[] {
  const rows = { funds: funds.length, indicators: indicators.length };
  return (['funds', 'indicators'] as const).flatMap((read): Problem[] => {
    const section = layout.sections.find((candidate) => candidate.read === read);
    if (section === undefined || rows[read] > 0) return [];
    return [
      {
        code: 'section-missing',
        message: `No row of "${section.heading?.[0] ?? read}" was found, which the layout ${layout.id} has`,
        hint: 'Look at the page with --until tables --draw: a table without ruled columns is not read',
        stage: 'align',
        form: formIndex,
        ...(pages[0] === undefined ? {} : { page: pages[0] }),
      },
    ];
  });
}

function headingProblems({ unknownHeadings, layout }: AlignedForm, formIndex: number): Problem[] {
  return unknownHeadings.map((heading) => ({
    code: 'unknown-column',
    message: `The column "${heading.text}" is not known to the layout ${layout.id}; what stands below it was not read`,
    hint: 'If it is another spelling of a known column, add it to the labels of the layout',
    stage: 'align',
    form: formIndex,
    ...(heading.place?.kind === 'page' ? { page: heading.place.page } : {}),
  }));
}

function rowProblems({ unknownFunds, unknownIndicators, layout }: AlignedForm, formIndex: number): Problem[] {
  const rows = [
    ...unknownFunds.map((text) => ({ text, of: 'money', as: 'it is given as another source, for review' })),
    ...unknownIndicators.map((text) => ({ text, of: 'indicator', as: 'it is not in the record' })),
  ];
  return rows.map(({ text: { text, place }, of, as }) => ({
    code: 'unknown-row',
    message: `The row "${text.slice(0, maxQuoted)}" of the ${of} table is not known to the layout ${layout.id}; ${as}`,
    hint: 'If it is another spelling of a known row, add it to the labels of the layout',
    stage: 'align',
    form: formIndex,
    ...(place?.kind === 'page' ? { page: place.page } : {}),
  }));
}

/** Fields that every form of the layout has, of which this one shows no label. */
function missingLabels({ absentFields, layout, pages }: AlignedForm, formIndex: number): Problem[] {
  const sections = layout.sections.flatMap((section) => (section.read === 'fields' ? section.fields : []));
  return sections.flatMap(({ field, labels }): Problem[] => {
    const pointer = `/${field}`;
    if (!layout.checks.required.includes(pointer) || !absentFields.includes(pointer)) return [];
    return [
      {
        code: 'label-missing',
        message: `No cell says "${labels[0] ?? field}", which every form of the layout ${layout.id} has (${pointer})`,
        hint: 'If the form calls it otherwise, add that to the labels of the layout',
        stage: 'align',
        form: formIndex,
        field: pointer,
        ...(pages[0] === undefined ? {} : { page: pages[0] }),
      },
    ];
  });
}

function unreadProblems({ unread }: AlignedForm, formIndex: number): Problem[] {
  return unread.map(({ text, place }) => ({
    code: 'text-unplaced',
    message: `"${text.slice(0, maxQuoted)}"${place?.kind === 'text' ? ` in line ${place.line}` : ''} stands in no column of its table; it was not read`,
    hint: 'Look at the page what it belongs to; in a text dump the rest of its row is marked for review',
    stage: 'align',
    form: formIndex,
  }));
}

function unitProblems({ otherUnits, fields }: AlignedForm, formIndex: number): Problem[] {
  return otherUnits.map((other) => ({
    code: 'amount-units-differ',
    message: `"${other.text}" stands beside amounts of a form whose unit is ${fields.amountUnit?.value ?? 'not printed'}`,
    hint: 'Look at the page which unit is meant: the amounts are given as printed, the doubtful ones for review',
    stage: 'align',
    form: formIndex,
    field: '/amountUnit',
    ...(other.place?.kind === 'page' ? { page: other.place.page } : {}),
  }));
}
