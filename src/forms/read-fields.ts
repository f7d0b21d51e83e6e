import { foldText } from '../text/fold.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import { formFields, type FormField, type SectionOf } from './layout.ts';
import { assignLabels, certaintyOf } from './labels.ts';
import { partOfReading } from './part-of-reading.ts';
import { blank, type Sourced } from './sourced.ts';
import { readValue } from './values.ts';

/** Values of fields that stand for themselves, as far as they were found. */
export type FieldValues = Partial<Record<FormField, Sourced<string | number>>>;

/**
 * Reads labels with their values: in the cells to the right, up to the next label, the first that is not blank; or
 * behind a colon in the label's own cell. A label printed again beside itself is a merged cell's, as some tools write
 * it.
 */
export function readFields(rows: readonly FlowRow[], section: SectionOf<'fields'>): FieldValues {
  const values: FieldValues = {};
  for (const row of rows) {
    const texts = row.cells.map((cell, at) =>
      cell.isOwn && !isSameText(cell, row.cells[at - 1]) ? labelPart(cell.text) : '',
    );
    const matches = assignLabels(texts, section.fields);
    for (const match of matches) {
      const field = section.fields[match.label]?.field;
      const label = row.cells[match.cell];
      if (field === undefined || label === undefined || (values[field]?.value ?? null) !== null) continue;
      const next = Math.min(
        row.cells.length,
        ...matches.map((other) => other.cell).filter((cell) => cell > match.cell),
      );
      values[field] = valueBeside(label, row.cells.slice(match.cell + 1, next), {
        field,
        certainty: certaintyOf(match.similarity),
      });
    }
  }
  return values;
}

/** For each field the first value there is; a blank only where no other reading has a value. */
export function firstOfEach(readings: readonly FieldValues[]): FieldValues {
  const fields: FieldValues = {};
  const filled = readings.map((reading) =>
    Object.fromEntries(Object.entries(reading).filter(([, { source }]) => source)),
  );
  for (const reading of [...readings.toReversed(), ...filled.toReversed()]) Object.assign(fields, reading);
  return fields;
}

function valueBeside(
  label: FlowCell,
  beside: readonly FlowCell[],
  { field, certainty }: { readonly field: FormField; readonly certainty: number },
): Sourced<string | number> {
  const behind = labelPart(label.text).length;
  const own = behind < label.text.length ? partOfReading(label, behind + 1, label.text.length) : null;
  const source =
    own !== null && own.text !== '' ? own : beside.find((cell) => cell.text !== '' && !isSameText(cell, label));
  return source === undefined ? blank : readValue(formFields[field], source, certainty);
}

function isSameText(cell: FlowCell, other: FlowCell | undefined): boolean {
  return other !== undefined && foldText(cell.text) === foldText(other.text);
}

/** What stands before a colon that has text behind it; else the whole text. */
function labelPart(text: string): string {
  return /^([^:：]+)[:：]./.exec(text)?.[1] ?? text;
}
