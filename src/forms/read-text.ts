import type { Reading } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { joinLines } from '../text/join.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { certaintyOf, matchLabel } from './labels.ts';
import { formFields, type SectionOf } from './layout.ts';
import { partOfReading } from './part-of-reading.ts';
import type { FieldValues } from './read-fields.ts';
import { readValue } from './values.ts';

/**
 * Reads a heading with one text: in the cells beside it, behind a colon in its own cell, or, where the heading has
 * its row to itself, in the row below.
 *
 * `rows` begins with the heading's row.
 */
export function readText(rows: readonly FlowRow[], section: SectionOf<'text'>): FieldValues {
  const [first, second] = rows;
  const heading = first && headingIn(first, section.heading);
  if (first === undefined || heading === undefined) return {};
  const covered = rows.filter((row) => row === first || row.cells.some((cell) => cell.id === heading.cell.id));
  const beside = distinct(covered.flatMap((row) => row.cells.filter((cell) => cell.column >= heading.cell.end)));
  const texts = withoutRepeats(beside.filter((cell) => cell.text !== ''));
  const source =
    texts.length > 0
      ? joinReadings(texts)
      : (behindColon(heading.cell) ?? (beside.length === 0 ? below(second) : null));
  return source === null
    ? {}
    : { [section.field]: readValue(formFields[section.field], source, certaintyOf(heading.similarity)) };
}

function headingIn(row: FlowRow, labels: readonly string[]): { cell: FlowCell; similarity: number } | undefined {
  return ownTexts(row)
    .map((cell) => ({
      cell,
      similarity: Math.max(matchLabel(cell.text, labels), matchLabel(beforeColon(cell.text), labels)),
    }))
    .sort((a, b) => b.similarity - a.similarity)[0];
}

function beforeColon(text: string): string {
  return text.split(/[:：]/)[0] ?? '';
}

function behindColon(cell: FlowCell): Reading | null {
  const colon = cell.text.search(/[:：]/);
  const part = colon < 0 ? null : partOfReading(cell, colon + 1, cell.text.length);
  return part === null || part.text === '' ? null : part;
}

/** The text of a row that holds nothing else. */
function below(row: FlowRow | undefined): Reading | null {
  const texts = row !== undefined && row.kind !== 'line' ? ownTexts(row) : [];
  return texts.length === 1 ? (texts[0] ?? null) : null;
}

function distinct(cells: readonly FlowCell[]): FlowCell[] {
  return [...new Map(cells.map((cell) => [cell.id, cell])).values()];
}

/** One of the cells that hold the same text: a merged cell printed in each of its columns. */
export function withoutRepeats<Item extends Reading>(cells: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const text = foldText(cell.text);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/** Several cells as one text, in reading order. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    text: joinLines(readings.map((reading) => reading.text)),
    raw: readings.map((reading) => reading.raw).join('\n'),
    place: readings[0]?.place ?? null,
    confidence: readings.reduce((least, reading) => Math.min(least, reading.confidence), 1),
  };
}
