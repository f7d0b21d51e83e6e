import type { Evidence, Extraction, Finding, FormRecord, Severity } from '../index.ts';
import { printFunds, printIndicators } from './print-form-tables.ts';
import { styledData } from './terminal.ts';
import { labelled } from './wrap.ts';

/** Labels of a form's own fields, as its readers call them. */
const fieldLabels = [
  ['projectName', '项目名称'],
  ['supervisingUnit', '主管部门'],
  ['implementingUnit', '实施单位'],
  ['reportingUnit', '填报单位'],
  ['amountUnit', '金额单位'],
] as const;

const closingLabels = [
  ['totalScore', '总分'],
  ['issues', '存在问题'],
  ['preparedBy', '填报人'],
  ['phone', '联系电话'],
] as const;

const severityStyles = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, string>;

/** Where texts begin behind their labels, in terminal columns. */
const indent = 16;

/** The record of a document for a person: each form with its fields, tables, findings and what needs review. */
export function printRecord({ document, forms }: Extraction, width: number): string {
  const pages = document.pageCount === 1 ? '1 page' : `${document.pageCount} pages`;
  const head = `${document.path}\n${document.mediaType}, ${pages}, ${forms.length} forms, SHA-256 ${document.sha256}\n`;
  return [head, ...forms.map((form, index) => printForm(form, `${index + 1} of ${forms.length}`, width))].join('\n');
}

function printForm(form: FormRecord, position: string, width: number): string {
  const pages = `${form.pages.length === 1 ? 'page' : 'pages'} ${form.pages.join(', ')}`;
  const year = form.fiscalYear === null ? '' : ` (${form.fiscalYear}年度)`;
  const heading = styledData('bold', `■ Form ${position}: ${form.title ?? 'without a title'}${year}`);
  const blocks = [
    `${heading}\n  ${pages}, layout ${form.layout}\n`,
    printFields(form, fieldLabels, width),
    printFunds(form, width),
    labelledOrNothing('预算执行进度', form.executionRate === null ? null : `${form.executionRate}%`, width),
    form.goals.map((goal) => printGoal(goal, width)).join(''),
    printIndicators(form, width),
    printFields(form, closingLabels, width),
    printFindings(form.findings, width),
    printReview(form.evidence, width),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function printFields(form: FormRecord, labels: typeof fieldLabels | typeof closingLabels, width: number): string {
  return labels.map(([field, label]) => labelledOrNothing(label, form[field], width)).join('');
}

function printGoal({ expected, actual, completionRate }: FormRecord['goals'][number], width: number): string {
  const rate = completionRate === null ? null : `${completionRate}%`;
  const parts = [
    ['年度预期目标', expected],
    ['具体完成情况', actual],
    ['总体完成率', rate],
  ] as const;
  return parts.map(([label, text]) => labelledOrNothing(label, text, width)).join('');
}

function labelledOrNothing(label: string, value: string | number | null, width: number): string {
  return value === null ? '' : `${labelled(label, String(value), { indent, width })}\n`;
}

function printFindings(findings: readonly Finding[], width: number): string {
  if (findings.length === 0) return 'Findings: none\n';
  const lines = findings.map(({ severity, rule, message }) => {
    const head = `  ${styledData(severityStyles[severity], severity)}`;
    return labelled(head, `${message} [${rule}]`, { indent: 11, width });
  });
  return `Findings\n${lines.join('\n')}\n`;
}

function printReview(evidence: FormRecord['evidence'], width: number): string {
  const doubtful = Object.entries(evidence).filter(([, { needsReview }]) => needsReview);
  if (doubtful.length === 0) return 'Needs review: nothing\n';
  const lines = doubtful.map(([pointer, entry]) =>
    labelled(`  ${pointer}`, `"${entry.raw}" ${placeOf(entry)}, confidence ${entry.confidence}`, { indent: 30, width }),
  );
  return `Needs review\n${lines.join('\n')}\n`;
}

/** Where a value stands, in words. */
function placeOf({ page, box, line, column, sheet, cell }: Evidence): string {
  if (line !== undefined) return `line ${line}, column ${column ?? 1}`;
  if (cell !== undefined) return `cell ${cell}${sheet === undefined ? '' : ` of ${sheet}`}`;
  if (page === undefined) return 'somewhere';
  if (box === undefined) return `page ${page}`;
  const [left, top] = box;
  return `page ${page}, ${Math.round(left)} pt from the left and ${Math.round(top)} pt from the top`;
}
