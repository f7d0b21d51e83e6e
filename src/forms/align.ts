import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import type { Layout, Section } from './layout.ts';
import { type Opening, withoutHeading } from './openings.ts';
import { type FieldValues, readFields } from './read-fields.ts';
import { type FundValues, readFunds } from './read-funds.ts';
import { type GoalValues, readGoals } from './read-goals.ts';
import { readFiscalYear, readHeadingUnit } from './read-header-lines.ts';
import { type IndicatorValues, readIndicators } from './read-indicators.ts';
import { readMargins } from './read-margins.ts';
import { joinReadings, readText } from './read-text.ts';
import type { FormSegment } from './segment.ts';
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
  /** Columns of the indicator table that the layout has and the form does not print. */
  readonly absentColumns: readonly string[];
}

/** What one section gives; most give one of these. */
interface SectionReading {
  readonly fields?: FieldValues;
  readonly funds?: readonly FundValues[];
  readonly goals?: readonly GoalValues[];
  readonly indicators?: readonly IndicatorValues[];
  readonly unknown?: readonly FlowCell[];
  readonly absent?: readonly string[];
}

/** Aligns a form's cells to the fields and the indicator hierarchy of its layout. */
export function alignForm({ rows, titleRows, openings }: FormSegment, layout: Layout): AlignedForm {
  const firstRow = openings[0]?.row ?? rows.length;
  const lastRow = openings.at(-1)?.row ?? rows.length;
  const readings = openings.map((opening, index) => {
    const section = layout.sections[opening.section];
    const body = rows.slice(opening.row, openings[index + 1]?.row ?? rows.length);
    return section === undefined ? {} : readSection(section, body);
  });
  const outside = rows.filter((row, index) => row.kind === 'line' || index < firstRow || index > lastRow);
  const fields: FieldValues = {
    ...readMargins(outside, layout.margins),
  };
  for (const reading of readings) Object.assign(fields, reading.fields);
  const title = titleRows.flatMap((row) => rows.slice(row, row + 1)).flatMap(ownTexts);
  return {
    layout,
    pages: pagesOf(rows, titleRows[0] ?? firstRow),
    title: title.length === 0 ? blank : readValue('text', joinReadings(title)),
    fiscalYear: readFiscalYear(rows.slice(0, firstRow)),
    fields: { ...fields, amountUnit: fields.amountUnit ?? readHeadingUnit(fundsRows(rows, openings, layout)) },
    funds: readings.flatMap((reading) => reading.funds ?? []),
    goals: readings.flatMap((reading) => reading.goals ?? []),
    indicators: readings.flatMap((reading) => reading.indicators ?? []),
    unknownHeadings: readings.flatMap((reading) => reading.unknown ?? []),
    absentColumns: readings.flatMap((reading) => reading.absent ?? []),
  };
}

/** `rows` begins with the row that opens the section and ends where the next one opens. */
function readSection(section: Section, rows: readonly FlowRow[]): SectionReading {
  const [first, ...body] = rows;
  if (first === undefined) return {};
  if (section.read === 'fields') return { fields: readFields(rows, section) };
  if (section.read === 'text') return { fields: readText(rows, section) };
  const header = { ...first, cells: withoutHeading(first.cells, section, (cell) => (cell.isOwn ? cell.text : '')) };
  switch (section.read) {
    case 'funds':
      return readFunds(header, body, section);
    case 'goals':
      return readGoals(header, body, section);
    case 'indicators': {
      const { totalScore, ...reading } = readIndicators(header, body, section);
      return { ...reading, fields: { totalScore } };
    }
  }
}

function fundsRows(rows: readonly FlowRow[], openings: readonly Opening[], layout: Layout): readonly FlowRow[] {
  const at = openings.findIndex((opening) => layout.sections[opening.section]?.read === 'funds');
  const opening = openings[at];
  return opening === undefined ? [] : rows.slice(opening.row, openings[at + 1]?.row ?? rows.length);
}

/** The pages of the title and of all table rows behind it. */
function pagesOf(rows: readonly FlowRow[], from: number): number[] {
  const pages = rows.slice(from).flatMap((row, index) => (row.kind !== 'line' || index === 0 ? [row.page] : []));
  return [...new Set(pages)].sort((a, b) => a - b);
}
