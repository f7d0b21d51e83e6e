import type { Fund } from '../model/record.ts';
import { type Header, readHeader } from './columns.ts';
import type { FittedRow } from './fit-rows.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import { type FundLabel, fundLabels } from './fund-labels.ts';
import { fundModel } from './fund-model.ts';
import { certaintyOf } from './labels.ts';
import { formFields, type SectionOf, type ValueKind } from './layout.ts';
import type { FieldValues } from './read-fields.ts';
import { cellsByColumn } from './read-table.ts';
import type { Sourced } from './sourced.ts';
import { readValue } from './values.ts';

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
  /** Texts of rows that are below none of the headings. */
  readonly unread: readonly FlowCell[];
}

const kinds: Partial<Record<Quantity, Exclude<ValueKind, 'text'>>> = {
  executionRate: 'rate',
  weight: 'score',
  score: 'score',
};

/**
 * Reads the money table below its header. A row label names the source of the cells behind it, up to the next row
 * label; the heading above a cell names its quantity, or in dumps the one it is fitted to. A heading that holds one
 * value for the whole form takes the first that stands below it.
 */
export function readFunds(header: FlowRow, body: readonly FlowRow[], section: SectionOf<'funds'>): FundsReading {
  const columns = section.columns.map((column) => ({ ...column, name: column.quantity }));
  const fieldColumns = section.fieldColumns.map((column) => ({ ...column, name: column.field }));
  const read = readHeader<string>(header, [...columns, ...fieldColumns]);
  const rows = cellsByColumn(read, body, fundModel(read, body, section));
  const funds = new Map<Fund['source'], FundValues['quantities']>();
  for (const row of rows) {
    const labels = fundLabels(row.row, section);
    for (const { source } of labels) funds.set(source, funds.get(source) ?? {});
    for (const { source, quantity, value } of valuesIn(row, { header: read, labels, section })) {
      const known = funds.get(source) ?? {};
      if ((known[quantity]?.value ?? null) === null) funds.set(source, { ...known, [quantity]: value });
    }
  }
  const sources = section.rows.map((row) => row.source).filter((source) => funds.has(source));
  return {
    funds: sources.map((source) => ({ source, quantities: funds.get(source) ?? {} })),
    fields: readFieldColumns(read, rows, section),
    unknown: read.unknown,
    unread: rows.flatMap(({ unread }) => unread),
  };
}

interface FundValue {
  readonly source: Fund['source'];
  readonly quantity: Quantity;
  readonly value: Sourced<number>;
}

interface FundTable {
  readonly header: Header<string>;
  readonly labels: readonly FundLabel[];
  readonly section: SectionOf<'funds'>;
}

/** The amounts of a row, each of the source whose label stands nearest before it. */
function valuesIn(row: FittedRow<string>, { header, labels, section }: FundTable): FundValue[] {
  const columns = section.columns.flatMap(({ quantity }) => {
    const column = header.columns.find(({ name }) => name === quantity);
    return column === undefined ? [] : [{ quantity, certainty: column.certainty }];
  });
  return columns.flatMap(({ quantity, certainty }) =>
    (row.cells.get(quantity) ?? []).flatMap((cell): FundValue[] => {
      const label = labels.findLast((each) => each.cell.column < cell.column);
      if (label === undefined || labels.some((each) => each.cell === cell)) return [];
      const sure = Math.min(certainty, row.certainties.get(quantity) ?? 1, certaintyOf(label.similarity));
      return [{ source: label.source, quantity, value: readValue(kinds[quantity] ?? 'amount', cell, sure) }];
    }),
  );
}

/** The first text below each heading that holds one value for the whole form. */
function readFieldColumns(
  header: Header<string>,
  rows: readonly FittedRow<string>[],
  section: SectionOf<'funds'>,
): FieldValues {
  const fields: FieldValues = {};
  for (const { field } of section.fieldColumns) {
    const column = header.columns.find(({ name }) => name === field);
    const row = rows.find(({ cells }) => (cells.get(field) ?? []).length > 0);
    const cell = row?.cells.get(field)?.[0];
    if (column === undefined || cell === undefined) continue;
    const certainty = Math.min(column.certainty, row?.certainties.get(field) ?? 1);
    fields[field] = readValue(formFields[field], cell, certainty);
  }
  return fields;
}
