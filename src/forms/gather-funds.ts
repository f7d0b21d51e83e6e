import type { Fund } from '../model/record.ts';
import { foldText } from '../text/fold.ts';
import type { FundLabel } from './fund-labels.ts';
import { fundQuantities, type FundQuantity, type SectionOf } from './layout.ts';
import type { Sourced } from './sourced.ts';

/*
 * The rows of the money table, from the labels and amounts of each printed row:
 *   1. labels of one source in one row (repeated before each value) are one row;
 *   2. two rows of one source are two, unless the second only goes on: the same label again, or one beside the first,
 *      and no amount that the first has too;
 *   3. rows that break a source down count only where no row gives the whole of it.
 */

/** One row of the money table. */
export interface FundValues {
  readonly source: Fund['source'];
  readonly quantities: Partial<Record<FundQuantity, Sourced<number>>>;
}

/** An amount, with the source that its row label names. */
export interface FundValue {
  readonly source: Fund['source'];
  readonly quantity: FundQuantity;
  readonly value: Sourced<number>;
}

/** One printed row: its labels and its amounts. */
export interface PrintedFunds {
  readonly labels: readonly FundLabel[];
  readonly values: readonly FundValue[];
}

interface FundRow extends FundValues {
  readonly labels: readonly FundLabel[];
}

/** The rows of the money table in the order of the layout's sources. */
export function gatherFunds(printed: readonly PrintedFunds[], section: SectionOf<'funds'>): FundValues[] {
  const rows: FundRow[] = [];
  for (const { labels, values } of printed) {
    for (const source of new Set(labels.map((label) => label.source))) {
      const row = rowOf({ labels, values }, source);
      const before = rows.findLastIndex((other) => other.source === source);
      const known = rows[before];
      if (known !== undefined && goesOn(known, row)) rows[before] = joined(known, row);
      else rows.push(row);
    }
  }
  const whole = new Set(rows.filter(isWhole).map(({ source }) => source));
  const kept = rows.filter((row) => isWhole(row) || !whole.has(row.source));
  const order = section.rows.map(({ source }) => source);
  return kept
    .toSorted((left, right) => order.indexOf(left.source) - order.indexOf(right.source))
    .map(({ source, quantities }) => ({ source, quantities }));
}

function rowOf({ labels, values }: PrintedFunds, source: Fund['source']): FundRow {
  const quantities: Partial<Record<FundQuantity, Sourced<number>>> = {};
  for (const { quantity, value } of values.filter((each) => each.source === source)) {
    if (isBlank(quantities[quantity])) quantities[quantity] = value;
  }
  return { source, quantities, labels: labels.filter((label) => label.source === source) };
}

/** Whether a row is a part of the one before it, printed lower. */
function goesOn(known: FundRow, row: FundRow): boolean {
  const isSamePlace = row.labels.some(({ cell }) => known.labels.some((label) => label.cell.column === cell.column));
  const isSameLabel = row.labels.every(({ cell }) =>
    known.labels.some((label) => foldText(label.cell.text) === foldText(cell.text)),
  );
  const isFree = fundQuantities.every((name) => isBlank(known.quantities[name]) || isBlank(row.quantities[name]));
  return isFree && (isSameLabel || !isSamePlace);
}

function joined(known: FundRow, row: FundRow): FundRow {
  const quantities = { ...known.quantities };
  for (const name of fundQuantities) {
    const value = row.quantities[name];
    if (value !== undefined && isBlank(quantities[name])) quantities[name] = value;
  }
  return { ...known, quantities, labels: [...known.labels, ...row.labels] };
}

function isBlank(value: Sourced<number> | undefined): boolean {
  return (value?.value ?? null) === null;
}

function isWhole({ labels }: FundRow): boolean {
  return labels.some(({ isPart }) => !isPart);
}
