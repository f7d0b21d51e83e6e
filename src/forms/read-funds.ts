import type { Fund } from '../model/record.ts';
import { foldText } from '../text/fold.ts';
import { readHeader, cellsBelow, type Header } from './columns.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { certaintyOf, matchLabel } from './labels.ts';
import { formFields, type SectionOf } from './layout.ts';
import { settleHeader } from './slipped-columns.ts';
import type { FieldValues } from './read-fields.ts';
import { blank, type Sourced } from './sourced.ts';
import { isNoValue, readValue } from './values.ts';

type Quantity = Exclude<keyof Fund, 'source'>;

/** One row of the money table. */
export interface FundValues {
  readonly source: Fund['source'];
  readonly quantities: Partial<Record<Quantity, Sourced<number>>>;
}

export interface FundsReading {
  readonly funds: readonly FundValues[];
  readonly fields: FieldValues;
  readonly unknown: readonly FlowCell[];
}

const rates: ReadonlySet<Quantity> = new Set(['executionRate']);
const scores: ReadonlySet<Quantity> = new Set(['weight', 'score']);

/**
 * Reads the money table below its header. A row label names the source of the cells behind it, up to the next row
 * label; the heading above a cell names its quantity. A heading that holds one value for the whole form takes the
 * first that stands below it.
 */
export function readFunds(header: FlowRow, body: readonly FlowRow[], section: SectionOf<'funds'>): FundsReading {
  const columns = section.columns.map((column) => ({ ...column, name: column.quantity }));
  const fieldColumns = section.fieldColumns.map((column) => ({ ...column, name: column.field }));
  const read = settleColumns(readHeader<string>(header, [...columns, ...fieldColumns]), body, section);
  const funds = new Map<Fund['source'], FundValues['quantities']>();
  for (const row of body) {
    for (const labelled of labelledCells(row, section)) {
      const known = funds.get(labelled.source) ?? {};
      funds.set(labelled.source, addQuantities(known, { header: read, row, labelled, section }));
    }
  }
  const sources = section.rows.map((row) => row.source).filter((source) => funds.has(source));
  return {
    funds: sources.map((source) => ({ source, quantities: funds.get(source) ?? {} })),
    fields: readFieldColumns(read, body, section),
    unknown: read.unknown,
  };
}

interface LabelledRow {
  readonly header: Header<string>;
  readonly row: FlowRow;
  readonly labelled: LabelledCells;
  readonly section: SectionOf<'funds'>;
}

/** The quantities of a source with those of one more row; a value found first stays. */
function addQuantities(known: FundValues['quantities'], { section, ...place }: LabelledRow): FundValues['quantities'] {
  const quantities = { ...known };
  for (const { quantity } of section.columns) {
    const value = valueBelow(quantity, place);
    if (value !== null && (quantities[quantity]?.value ?? null) === null) quantities[quantity] = value;
  }
  return quantities;
}

/** The first text below each heading that holds one value for the whole form. */
function readFieldColumns(header: Header<string>, body: readonly FlowRow[], section: SectionOf<'funds'>): FieldValues {
  const fields: FieldValues = {};
  for (const { field } of section.fieldColumns) {
    const column = header.columns.find((candidate) => candidate.name === field);
    if (column === undefined) continue;
    const cell = body.flatMap((row) => cellsBelow(header, column, row)).find((candidate) => candidate.text !== '');
    if (cell !== undefined) fields[field] = readValue(formFields[field], cell, column.certainty);
  }
  return fields;
}

/**
 * Sets the headings of a dump right. Where the row labels are repeated before each value, they tell the columns:
 * the first heading's are those of the first label and its value, and so on. Else numbers do.
 */
function settleColumns(header: Header<string>, body: readonly FlowRow[], section: SectionOf<'funds'>): Header<string> {
  if (header.row.kind !== 'implied') return header;
  const quantities = header.columns
    .filter((column) => section.columns.some(({ quantity }) => quantity === column.name))
    .sort((a, b) => a.from - b.from);
  const labels = body.map((row) => labelCells(row, section)).find((cells) => cells.length === quantities.length);
  if (quantities.length < 2 || labels === undefined) return settleHeader(header, body, fitOf);
  const lastEnd = (labels.at(-1)?.column ?? 0) + 2;
  const columns = header.columns.map((column) => {
    const at = quantities.indexOf(column);
    const label = labels[at];
    if (label === undefined) return { ...column, from: lastEnd, end: Number.POSITIVE_INFINITY };
    return { ...column, from: label.column, end: labels[at + 1]?.column ?? lastEnd };
  });
  return { ...header, columns };
}

function fitOf(name: string, text: string): number {
  if (isNoValue(text)) return 0;
  const isRate = foldText(text).endsWith('%');
  const isNumber = /^-?\d[\d.,]*$/.test(foldText(text));
  if (name === 'executionRate') return isRate ? 1 : isNumber ? 0 : -2;
  return isNumber ? 1 : -2;
}

function labelCells(row: FlowRow, section: SectionOf<'funds'>): FlowCell[] {
  return ownTexts(row).filter((cell) => section.rows.some(({ labels }) => matchLabel(cell.text, labels) > 0));
}

interface LabelledCells {
  readonly source: Fund['source'];
  readonly similarity: number;
  readonly cells: readonly FlowCell[];
}

/** The row's labels, each with the cells behind it. */
function labelledCells(row: FlowRow, section: SectionOf<'funds'>): LabelledCells[] {
  const groups: { source: Fund['source']; similarity: number; cells: FlowCell[] }[] = [];
  const own = new Set(ownTexts(row));
  for (const cell of row.cells) {
    const [best] = section.rows
      .map(({ source, labels }) => ({ source, similarity: own.has(cell) ? matchLabel(cell.text, labels) : 0 }))
      .sort((a, b) => b.similarity - a.similarity);
    if (best !== undefined && best.similarity > 0) groups.push({ ...best, cells: [] });
    else groups.at(-1)?.cells.push(cell);
  }
  return groups;
}

function valueBelow(name: Quantity, { header, row, labelled }: Omit<LabelledRow, 'section'>): Sourced<number> | null {
  const column = header.columns.find((candidate) => candidate.name === name);
  if (column === undefined) return null;
  const below = cellsBelow(header, column, row).filter((cell) => labelled.cells.includes(cell));
  if (below.length === 0) return null;
  const cell = below.find((candidate) => candidate.text !== '');
  const kind = rates.has(name) ? 'rate' : scores.has(name) ? 'score' : 'amount';
  const certainty = Math.min(column.certainty, certaintyOf(labelled.similarity));
  return cell === undefined ? blank : readValue(kind, cell, certainty);
}
