import { type Header, readHeader } from './columns.ts';
import type { FittedRow } from './fit-rows.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import { type FundLabel, fundLabels, unknownLabel } from './fund-labels.ts';
import { fundModel } from './fund-model.ts';
import { type FundValue, type FundValues, gatherFunds, type PrintedFunds } from './gather-funds.ts';
import { certaintyOf } from './labels.ts';
import { formFields, type FundQuantity, type SectionOf, type ValueKind } from './layout.ts';
import type { FieldValues } from './read-fields.ts';
import { cellsByColumn } from './read-table.ts';
import { rejoinHeader } from './rejoin-rows.ts';
import { blankWith } from './sourced.ts';
import { readValue } from './values.ts';

export interface FundsReading {
  readonly funds: readonly FundValues[];
  readonly fields: FieldValues;
  readonly unknown: readonly FlowCell[];
  /** Row labels that the layout does not have; their amounts are taken for another source's. */
  readonly unknownRows: readonly FlowCell[];
  /** Columns of the layout that the form does not print. */
  readonly absent: readonly FundQuantity[];
  /** Texts of rows that are below none of the headings. */
  readonly unread: readonly FlowCell[];
}

const kinds: Partial<Record<FundQuantity, Exclude<ValueKind, 'text'>>> = {
  executionRate: 'rate',
  weight: 'score',
  score: 'score',
};

/**
 * Reads the money table below its header. A row label names the source of the cells behind it, up to the next row
 * label; the heading above a cell names its quantity, or in dumps the one it is fitted to. A heading that holds one
 * value for the whole form takes the first that stands below it.
 */
export function readFunds(first: FlowRow, below: readonly FlowRow[], section: SectionOf<'funds'>): FundsReading {
  const columns = section.columns.map((column) => ({ ...column, name: column.quantity }));
  const fieldColumns = section.fieldColumns.map((column) => ({ ...column, name: column.field }));
  const { header, body } = rejoinHeader(first, below, [...columns, ...fieldColumns]);
  const read = readHeader<string>(header, [...columns, ...fieldColumns]);
  const { rows, loneLines } = cellsByColumn(read, body, fundModel(read, body, section));
  const labelled = labelRows(rows, section);
  const isLabel = (text: FlowCell): boolean => labelled.flat().some(({ cell }) => cell === text);
  const printed = rows.map((row, at): PrintedFunds => {
    const labels = labelled[at] ?? [];
    return { labels, values: valuesIn(row, { header: read, labels, section }) };
  });
  return {
    funds: gatherFunds(printed, section),
    fields: readFieldColumns(read, rows, section),
    unknown: read.unknown,
    unknownRows: labelled.flat().flatMap(({ isKnown, cell }) => (isKnown ? [] : [cell])),
    absent: section.columns.flatMap(({ quantity }) =>
      read.columns.some(({ name }) => name === quantity) ? [] : [quantity],
    ),
    unread: [...rows.flatMap(({ unread }) => unread.filter((cell) => !isLabel(cell))), ...loneLines],
  };
}

/** What is measured in money; a row without any of these is no source. */
const amounts = ['initial', 'budgeted', 'received', 'executed'] as const;

/** The labels of each row: those of the layout or, where a row of amounts has none of them, its own. */
function labelRows(rows: readonly FittedRow<string>[], section: SectionOf<'funds'>): FundLabel[][] {
  const known = rows.map(({ row }) => fundLabels(row, section));
  const hasTotal = known.flat().some(({ source }) => source === 'total');
  let source: FundLabel['source'] | null = null;
  return known.map((labels, at) => {
    const row = rows[at];
    const cells =
      row === undefined
        ? []
        : amounts.flatMap((quantity) => (row.cells.get(quantity) ?? []).filter((cell) => cell.isOwn));
    const isMoney = cells.some((cell) => readValue('amount', cell).value !== null);
    const read =
      labels.length > 0 || row === undefined || !isMoney ? labels : unknownLabel(row.row, cells, { hasTotal, source });
    source = read.at(-1)?.source ?? source;
    return read;
  });
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
  const [first] = labels;
  return columns.flatMap(({ quantity, certainty }) => {
    const cells = (row.cells.get(quantity) ?? []).filter((cell) => labels.every((label) => label.cell !== cell));
    const fitted = row.certainties.get(quantity) ?? 1;
    if (cells.length === 0 && first !== undefined)
      return [{ source: first.source, quantity, value: blankWith(fitted) }];
    return cells.flatMap((cell): FundValue[] => {
      const label = labels.findLast((each) => each.cell.column < cell.column);
      if (label === undefined) return [];
      const sure = Math.min(certainty, fitted, certaintyOf(label.similarity));
      return [{ source: label.source, quantity, value: readValue(kinds[quantity] ?? 'amount', cell, sure) }];
    });
  });
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
