import type { Reading } from '../model/table.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import type { Layout, Section } from './layout.ts';
import { type Opening, withoutHeading } from './openings.ts';
import { type FieldValues, readFields } from './read-fields.ts';
import type { FundValues } from './gather-funds.ts';
import { readFunds } from './read-funds.ts';
import { type GoalValues, readGoals } from './read-goals.ts';
import { settleAmountUnits } from './amount-units.ts';
import { readFiscalYear, withoutYearLine } from './fiscal-year.ts';
import { type IndicatorValues, readIndicators } from './read-indicators.ts';
import { readMargins } from './read-margins.ts';
import { joinReadings, readText } from './read-text.ts';
import { isOwnPrint, rejoinTexts } from './rejoin-texts.ts';
import type { FormSegment } from './nearest-layout.ts';
import { blank, type Sourced } from './sourced.ts';
import { readValue } from './values.ts';

/** A form's values, each with the text it was read from. */
export interface AlignedForm {
  readonly layout: Layout;
  /** From 1, ascending. */
  readonly pages: readonly number[];
  readonly title: Sourced<string>;
  readonly fiscalYear: Sourced<number>;
  readonly fields: FieldValues;
  readonly funds: readonly FundValues[];
  readonly goals: readonly GoalValues[];
  readonly indicators: readonly IndicatorValues[];
  /** Column headings that the layout does not know; what stands below them is not in the record. */
  readonly unknownHeadings: readonly FlowCell[];
  /** Rows of the money table that the layout does not know; their amounts are taken for another source's. */
  readonly unknownRows: readonly FlowCell[];
  /** JSON pointers of fields that the layout has and the form does not print; `*` stands for every row. */
  readonly absentFields: readonly string[];
  /** Texts of tables that stand in none of their columns. */
  readonly unread: readonly FlowCell[];
  /** Texts that print another unit of amounts than the form's. */
  readonly otherUnits: readonly Reading[];
}

/** What one section gives; most give one of these. */
interface SectionReading {
  readonly fields?: FieldValues;
  readonly funds?: readonly FundValues[];
  readonly goals?: readonly GoalValues[];
  readonly indicators?: readonly IndicatorValues[];
  readonly unknown?: readonly FlowCell[];
  readonly unknownRows?: readonly FlowCell[];
  readonly unread?: readonly FlowCell[];
  readonly absent?: readonly string[];
}

/** Aligns a form's cells to the fields and the indicator hierarchy of its layout. */
export function alignForm({ rows, titleRows, openings, above }: FormSegment, layout: Layout): AlignedForm {
  const firstRow = openings[0]?.row ?? rows.length;
  const lastRow = openings.at(-1)?.row ?? rows.length;
  const readings = openings.map((opening, index) => {
    const section = layout.sections[opening.section];
    const body = rows.slice(opening.row, openings[index + 1]?.row ?? rows.length);
    return section === undefined ? {} : readSection(section, body, layout);
  });
  const outside = rows.filter((row, index) => row.kind === 'line' || index < firstRow || index > lastRow);
  const fields: FieldValues = {};
  for (const reading of readings) Object.assign(fields, reading.fields);
  // Below the table stands who filled the form in; what is called so inside may be the project's own.
  Object.assign(fields, readMargins(outside, layout.margins));
  const sectionRows = (read: Section['read']): readonly FlowRow[] => rowsOfSection(rows, openings, { layout, read });
  const money = readings.flatMap((reading) => reading.funds ?? []);
  const units = settleAmountUnits(textField(fields.amountUnit), sectionRows('funds'), money);
  const title = titleRows
    .flatMap((row) => rows.slice(row, row + 1))
    .flatMap(ownTexts)
    .map(withoutYearLine);
  return {
    layout,
    pages: pagesOf(rows, titleRows[0] ?? firstRow),
    title: title.length === 0 ? blank : readValue('text', joinReadings(title)),
    fiscalYear: readFiscalYear({ header: rows.slice(0, firstRow), titleRows, fields: sectionRows('fields'), above }),
    fields: { ...fields, amountUnit: units.amountUnit },
    funds: units.funds,
    otherUnits: units.others,
    goals: readings.flatMap((reading) => reading.goals ?? []),
    indicators: readings.flatMap((reading) => reading.indicators ?? []),
    unknownHeadings: readings.flatMap((reading) => reading.unknown ?? []),
    unknownRows: readings.flatMap((reading) => reading.unknownRows ?? []),
    absentFields: [...readings.flatMap((reading) => reading.absent ?? []), ...unopenedFields(openings, layout)],
    unread: readings.flatMap(({ unread = [] }) => unread.filter(({ text }) => !isOwnPrint(text, layout))),
  };
}

/** `rows` begins with the row that opens the section and ends where the next one opens. */
function readSection(section: Section, rows: readonly FlowRow[], layout: Layout): SectionReading {
  const [first, ...body] = rows;
  if (first === undefined) return {};
  if (section.read === 'fields') {
    const fields = readFields(rejoinTexts(rows, layout), section);
    const absent = section.fields.flatMap(({ field }) => (fields[field] === undefined ? [`/${field}`] : []));
    return { fields, absent };
  }
  if (section.read === 'text') return { fields: readText(rejoinTexts(rows, layout), section) };
  const header = { ...first, cells: withoutHeading(first.cells, section, (cell) => (cell.isOwn ? cell.text : '')) };
  switch (section.read) {
    case 'funds': {
      const { absent, ...reading } = readFunds(header, body, section);
      return { ...reading, absent: absent.map((quantity) => `/funds/*/${quantity}`) };
    }
    case 'goals':
      return readGoals(header, body, section);
    case 'indicators': {
      const { totalScore, hasTotal, absent, ...reading } = readIndicators(header, body, section);
      const columns = absent.map((column) => `/indicators/*/${column}`);
      return { ...reading, fields: { totalScore }, absent: hasTotal ? columns : [...columns, '/totalScore'] };
    }
  }
}

/** The fields of a section of fields that was not found at all. */
function unopenedFields(openings: readonly Opening[], { sections }: Layout): string[] {
  return sections.flatMap((section, at) => {
    const isOpen = openings.some((opening) => opening.section === at);
    return section.read !== 'fields' || isOpen ? [] : section.fields.map(({ field }) => `/${field}`);
  });
}

function textField(field: Sourced<string | number> | undefined): Sourced<string> | undefined {
  return field === undefined || typeof field.value !== 'string' ? undefined : { ...field, value: field.value };
}

function rowsOfSection(
  rows: readonly FlowRow[],
  openings: readonly Opening[],
  { layout, read }: { readonly layout: Layout; readonly read: Section['read'] },
): readonly FlowRow[] {
  const at = openings.findIndex((opening) => layout.sections[opening.section]?.read === read);
  const opening = openings[at];
  return opening === undefined ? [] : rows.slice(opening.row, openings[at + 1]?.row ?? rows.length);
}

/** The pages of the title and of all table rows behind it. */
function pagesOf(rows: readonly FlowRow[], from: number): number[] {
  const pages = rows.slice(from).flatMap((row, index) => (row.kind !== 'line' || index === 0 ? [row.page] : []));
  return [...new Set(pages)].sort((a, b) => a - b);
}
