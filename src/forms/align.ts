import type { Reading } from '../model/table.ts';
import { settleAmountUnits } from './amount-units.ts';
import { gatherFields, readHeaderLines } from './field-values.ts';
import { readFiscalYear, withoutYearLine } from './fiscal-year.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import type { FundValues } from './gather-funds.ts';
import type { IndicatorValues } from './indicator-values.ts';
import type { Layout, Section } from './layout.ts';
import type { FormSegment } from './nearest-layout.ts';
import type { Opening } from './openings.ts';
import type { FieldValues } from './read-fields.ts';
import type { GoalValues } from './read-goals.ts';
import { readSection, type SectionReading } from './read-section.ts';
import { joinReadings } from './read-text.ts';
import { isOwnPrint } from './rejoin-texts.ts';
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
  /** Labels of the money table that the layout does not know; their amounts are taken for another source's. */
  readonly unknownFunds: readonly Reading[];
  /** First texts of rows of the indicator table that are not understood; they are in no indicator. */
  readonly unknownIndicators: readonly Reading[];
  /** JSON pointers of fields that the layout has and the form does not print; `*` stands for every row. */
  readonly absentFields: readonly string[];
  /** Texts of tables that stand in none of their columns. */
  readonly unread: readonly FlowCell[];
  /** Texts that print another unit of amounts than the form's. */
  readonly otherUnits: readonly Reading[];
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
  const header = readHeaderLines(rows.slice(0, firstRow), above, layout);
  const fields = gatherFields({ readings, outside, header }, layout);
  const sectionRows = (read: Section['read']): readonly FlowRow[] => rowsOfSection(rows, openings, { layout, read });
  const units = settleAmountUnits(textField(fields.amountUnit), sectionRows('funds'), fundsWithMarks(readings));
  const absent = [...readings.flatMap((reading) => reading.absent ?? []), ...unopenedFields(openings, layout)];
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
    unknownFunds: readings.flatMap((reading) => reading.unknownFunds ?? []),
    unknownIndicators: readings.flatMap((reading) => reading.unknownIndicators ?? []),
    absentFields: absent.filter((pointer) => !(pointer.slice(1) in fields)),
    unread: readings.flatMap(({ unread = [] }) => unread.filter(({ text }) => !isOwnPrint(text, layout))),
  };
}

/** The money table; where it has no marks, with those that a row of the indicator table has for it. */
function fundsWithMarks(readings: readonly SectionReading[]): FundValues[] {
  const funds = readings.flatMap((reading) => reading.funds ?? []);
  const marks = readings.find(({ execution }) => execution)?.execution ?? {};
  const isMarked = funds.some(({ quantities: { weight, score } }) => (weight?.value ?? score?.value ?? null) !== null);
  return funds.map((fund) =>
    isMarked || fund.source !== 'total' ? fund : { ...fund, quantities: { ...fund.quantities, ...marks } },
  );
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
