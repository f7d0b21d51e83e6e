import { deepHeader } from './deep-header.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import type { FundValues } from './gather-funds.ts';
import type { ExecutionMarks, IndicatorValues } from './indicator-values.ts';
import type { Layout, Section, SectionOf } from './layout.ts';
import { withoutHeading } from './openings.ts';
import { type FieldValues, firstOfEach, readFields } from './read-fields.ts';
import { readFunds } from './read-funds.ts';
import { type GoalValues, readGoals } from './read-goals.ts';
import { readIndicators } from './read-indicators.ts';
import { readMargins } from './read-margins.ts';
import { readText } from './read-text.ts';
import { rejoinTexts } from './rejoin-texts.ts';
import type { Sourced } from './sourced.ts';
import type { Reading } from '../model/table.ts';

/** What one section gives; most give one of these. */
export interface SectionReading {
  readonly fields?: FieldValues;
  readonly funds?: readonly FundValues[];
  readonly goals?: readonly GoalValues[];
  readonly indicators?: readonly IndicatorValues[];
  /** The total score, where a row of the table is the total's. */
  readonly total?: Sourced<number>;
  /** The money table's marks, where they stand in a row of the indicator table. */
  readonly execution?: ExecutionMarks | null;
  readonly unknown?: readonly FlowCell[];
  readonly unknownFunds?: readonly Reading[];
  readonly unknownIndicators?: readonly Reading[];
  readonly unread?: readonly FlowCell[];
  readonly absent?: readonly string[];
}

/** `rows` begins with the row that opens the section and ends where the next one opens. */
export function readSection(section: Section, rows: readonly FlowRow[], layout: Layout): SectionReading {
  if (section.read === 'fields') return readFieldsAndLines(section, rows, layout);
  if (section.read === 'text') return { fields: readText(rejoinTexts(rows, layout), section) };
  const [first, ...below] = rows;
  if (first === undefined) return {};
  const cells = withoutHeading(first.cells, section, (cell) => (cell.isOwn ? cell.text : ''));
  const { header, body } = deepHeader({ header: { ...first, cells }, body: below }, section.columns);
  switch (section.read) {
    case 'funds': {
      const { absent, unknownRows, ...reading } = readFunds(header, body, section);
      return { ...reading, unknownFunds: unknownRows, absent: absent.map((quantity) => `/funds/*/${quantity}`) };
    }
    case 'goals':
      return readGoals(header, body, section);
    case 'indicators': {
      const { totalScore, hasTotal, absent, unknownRows, ...reading } = readIndicators(header, body, section);
      const columns = absent.map((column) => `/indicators/*/${column}`);
      const known = { ...reading, unknownIndicators: unknownRows };
      return hasTotal
        ? { ...known, total: totalScore, absent: columns }
        : { ...known, absent: [...columns, '/totalScore'] };
    }
  }
}

/** Labels and values in cells; and in lines, where one may hold several, as above the table. */
function readFieldsAndLines(section: SectionOf<'fields'>, rows: readonly FlowRow[], layout: Layout): SectionReading {
  const joined = rejoinTexts(rows, layout);
  const lines = joined.filter((row) => row.kind === 'line');
  const inTable = readFields(
    joined.filter((row) => row.kind !== 'line'),
    section,
  );
  const inLines = readMargins(lines, [...layout.margins, ...section.fields]);
  const fields = firstOfEach([inTable, inLines, readFields(lines, section)]);
  return { fields, absent: section.fields.flatMap(({ field }) => (fields[field] === undefined ? [`/${field}`] : [])) };
}
