import type { FlowRow } from './flow.ts';
import type { Layout } from './layout.ts';
import { type FieldValues, firstOfEach } from './read-fields.ts';
import { readMargins } from './read-margins.ts';
import type { SectionReading } from './read-section.ts';

/** A line above another form of the same table may be meant for that form alone. */
const sharedCertainty = 0.8;

/**
 * Fields that are looked for above the table where nothing inside it names them: those of the layout's sections
 * (项目名称：…), and, with doubt, the unit of amounts above a form that shares its table with this one.
 */
export function readHeaderLines(header: readonly FlowRow[], above: readonly FlowRow[], layout: Layout): FieldValues {
  const inSections = layout.sections.flatMap((section) => (section.read === 'fields' ? section.fields : []));
  const read = readMargins(header, [...layout.margins, ...inSections]);
  const { amountUnit: unit } = readMargins(above, layout.margins);
  const shared =
    unit === undefined ? {} : { amountUnit: { ...unit, certainty: Math.min(unit.certainty, sharedCertainty) } };
  return { ...shared, ...read };
}

/** What a form's parts say of the fields that stand for themselves. */
interface FieldReadings {
  readonly readings: readonly SectionReading[];
  /** The rows above and below the table, and the lines in it. */
  readonly outside: readonly FlowRow[];
  readonly header: FieldValues;
}

/**
 * The form's fields. Below the table stands who filled the form in; what is called so inside may be the project's own.
 * The total score stands in the total's row, else in a field of its own (自评得分), else in a line beside the table.
 */
export function gatherFields({ readings, outside, header }: FieldReadings, { margins }: Layout): FieldValues {
  const sections = readings.map(({ fields = {} }) => fields).toReversed();
  const { totalScore: _, ...beside } = readMargins(outside, margins);
  const lines = outside.filter((row) => row.kind === 'line');
  const totals = readings.map(({ total }) => (total === undefined ? {} : { totalScore: total }));
  const { totalScore } = firstOfEach([...totals, ...sections, readMargins(lines, margins)]);
  return { ...firstOfEach([beside, ...sections, header]), ...(totalScore && { totalScore }) };
}
