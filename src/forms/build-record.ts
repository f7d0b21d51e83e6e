import type { PagePlace, Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Evidence, FormRecord } from '../model/record.ts';
import type { AlignedForm } from './align.ts';
import type { Sourced } from './sourced.ts';

/** A form's record without findings, and what could not be read of it. */
export interface BuiltRecord {
  readonly form: FormRecord;
  readonly problems: readonly Problem[];
}

interface Ledger {
  readonly evidence: Record<string, Evidence>;
  readonly problems: Problem[];
  readonly reviewBelow: number;
  readonly formIndex: number;
}

/** Boxes are given to a tenth of a point: enough to find a character, and the same on every machine. */
const boxDecimals = 10;

/**
 * The record of an aligned form: every value that is not null gets its evidence, every text that is no value of
 * its kind becomes a problem. A value less sure than `reviewBelow` (0 to 1) needs review.
 */
export function buildRecord(
  aligned: AlignedForm,
  options: { readonly formIndex: number; readonly reviewBelow: number },
): BuiltRecord {
  const ledger: Ledger = { evidence: {}, problems: [], ...options };
  const { fields } = aligned;
  const text = (pointer: string, value: Sourced<string | number> | undefined) => enterText(ledger, pointer, value);
  const number = (pointer: string, value: Sourced<string | number> | undefined) => enterNumber(ledger, pointer, value);
  const form: FormRecord = {
    layout: aligned.layout.id,
    pages: aligned.pages,
    title: text('/title', aligned.title),
    fiscalYear: number('/fiscalYear', aligned.fiscalYear),
    reportingUnit: text('/reportingUnit', fields.reportingUnit),
    amountUnit: text('/amountUnit', fields.amountUnit),
    projectName: text('/projectName', fields.projectName),
    supervisingUnit: text('/supervisingUnit', fields.supervisingUnit),
    implementingUnit: text('/implementingUnit', fields.implementingUnit),
    funds: aligned.funds.map(({ source, quantities }, index) => ({
      source,
      initial: number(`/funds/${index}/initial`, quantities.initial),
      budgeted: number(`/funds/${index}/budgeted`, quantities.budgeted),
      received: number(`/funds/${index}/received`, quantities.received),
      executed: number(`/funds/${index}/executed`, quantities.executed),
      executionRate: number(`/funds/${index}/executionRate`, quantities.executionRate),
      weight: number(`/funds/${index}/weight`, quantities.weight),
      score: number(`/funds/${index}/score`, quantities.score),
    })),
    executionRate: number('/executionRate', fields.executionRate),
    goals: aligned.goals.map((goal, index) => ({
      expected: text(`/goals/${index}/expected`, goal.expected),
      actual: text(`/goals/${index}/actual`, goal.actual),
      completionRate: number(`/goals/${index}/completionRate`, goal.completionRate),
    })),
    indicators: aligned.indicators.map((row, index) => ({
      level1: text(`/indicators/${index}/level1`, row.level1),
      level1Weight: number(`/indicators/${index}/level1Weight`, row.level1Weight),
      level2: text(`/indicators/${index}/level2`, row.level2),
      level3: text(`/indicators/${index}/level3`, row.level3),
      target: text(`/indicators/${index}/target`, row.target),
      actual: text(`/indicators/${index}/actual`, row.actual),
      weight: number(`/indicators/${index}/weight`, row.weight),
      score: number(`/indicators/${index}/score`, row.score),
      deviation: text(`/indicators/${index}/deviation`, row.deviation),
    })),
    totalScore: number('/totalScore', fields.totalScore),
    issues: text('/issues', fields.issues),
    preparedBy: text('/preparedBy', fields.preparedBy),
    phone: text('/phone', fields.phone),
    evidence: ledger.evidence,
    findings: [],
  };
  return { form, problems: [...ledger.problems, ...headingProblems(aligned, options.formIndex)] };
}

function enterText(ledger: Ledger, pointer: string, sourced: Sourced<string | number> | undefined): string | null {
  const value = enter(ledger, pointer, sourced);
  return value === null ? null : String(value);
}

function enterNumber(ledger: Ledger, pointer: string, sourced: Sourced<string | number> | undefined): number | null {
  const value = enter(ledger, pointer, sourced);
  return typeof value === 'number' ? value : null;
}

function enter(ledger: Ledger, pointer: string, sourced: Sourced<string | number> | undefined): string | number | null {
  if (sourced === undefined || sourced.source === null) return null;
  const { value, source, certainty, complaint } = sourced;
  if (complaint !== null) ledger.problems.push(valueProblem(ledger, pointer, sourced));
  if (value === null) return null;
  const confidence = Math.round(source.confidence * certainty * 1000) / 1000;
  ledger.evidence[pointer] = {
    raw: source.raw,
    ...(source.place === null ? {} : placeEvidence(source.place)),
    confidence,
    needsReview: confidence < ledger.reviewBelow,
  };
  return value;
}

function placeEvidence(place: Place): Partial<Evidence> {
  if (place.kind === 'text') return { line: place.line, column: place.column };
  if (place.kind === 'sheet') return { sheet: place.sheet, cell: place.cell };
  return { page: place.page, box: boxOf(place) };
}

function boxOf({ box }: PagePlace): readonly [number, number, number, number] {
  const round = (value: number): number => Math.round(value * boxDecimals) / boxDecimals;
  return [round(box.left), round(box.top), round(box.right), round(box.bottom)];
}

function valueProblem(ledger: Ledger, pointer: string, { source, complaint }: Sourced<string | number>): Problem {
  return {
    code: 'not-a-number',
    message: `${complaint ?? ''} (${pointer})`,
    hint: 'The field is left null; look at the page and correct it by hand',
    stage: 'align',
    form: ledger.formIndex,
    field: pointer,
    ...(source?.place?.kind === 'page' ? { page: source.place.page } : {}),
  };
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
