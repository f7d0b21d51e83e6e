import type { Reading } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import { fundQuantities } from './layout.ts';
import { partOfReading } from './part-of-reading.ts';
import type { FundValues } from './gather-funds.ts';
import { blank, type Sourced } from './sourced.ts';
import { guessedCertainty } from './values.ts';

/*
 * The unit of a form's amounts, from all places that print one:
 *   1. above the table (金额单位: 万元);
 *   2. in a heading of the money table: 项目资金（万元）, 全年预算数(元), 单位：万元;
 *   3. behind the amounts themselves: 1200.5万元.
 * The first place counts. Amounts whose own unit is another one, and a unit that two places say differently, are
 * doubtful, and told.
 */

const unitName = '((?:人民币)?(?:百万|万|亿|千|百)?元)';
const unitInBrackets = new RegExp(`[(（︵\\[【]\\s*(?:金额)?(?:单位)?\\s*[:：]?\\s*${unitName}\\s*[)）︶\\]】]`, 'u');
/** In a narrow column brackets lie on their side, and a scan loses them or turns them round: 项目资金万元（. */
const unitBehindName = new RegExp(`资金\\s*[(（︵]?\\s*${unitName}\\s*[(（)）︶]?$`, 'u');
const unitBehindMark = new RegExp(`(?:单位\\s*[:：]?|[:：/])\\s*${unitName}$`, 'u');

export interface AmountUnits {
  readonly amountUnit: Sourced<string>;
  readonly funds: readonly FundValues[];
  /** Texts that print another unit than the form's, each unit once. */
  readonly others: readonly Reading[];
}

/** Settles the unit of a form's amounts; `printed` is what stands above the table, `rows` those of the money table. */
export function settleAmountUnits(
  printed: Sourced<string> | undefined,
  rows: readonly FlowRow[],
  funds: readonly FundValues[],
): AmountUnits {
  const places = [...(printed === undefined ? [] : [printed]), ...headingUnits(rows), ...amountUnitsOf(funds)];
  const [unit = blank] = places;
  const name = nameOf(unit);
  const others = new Map(places.filter((place) => nameOf(place) !== name).map((place) => [nameOf(place), place]));
  const isDisputed = others.size > 0;
  return {
    amountUnit: isDisputed ? { ...unit, certainty: Math.min(unit.certainty, guessedCertainty) } : unit,
    funds: funds.map((fund) => ({ ...fund, quantities: withUnit(fund.quantities, name) })),
    others: [...others.values()].flatMap((place) => (place.source === null ? [] : [place.source])),
  };
}

function nameOf({ value }: Sourced<string>): string {
  return foldText(value ?? '').replace(/^人民币/, '');
}

/** Amounts with the form's own unit behind them are sure, with another one they are not. */
function withUnit(quantities: FundValues['quantities'], name: string): FundValues['quantities'] {
  const settled = { ...quantities };
  for (const quantity of fundQuantities) {
    const value = quantities[quantity];
    if (value?.unit === undefined || nameOf({ ...blank, value: value.unit }) === name) continue;
    settled[quantity] = { ...value, certainty: Math.min(value.certainty, guessedCertainty) };
  }
  return settled;
}

/** The units that headings carry in brackets, behind a colon, or behind 单位. */
function headingUnits(rows: readonly FlowRow[]): Sourced<string>[] {
  return rows.flatMap(ownTexts).flatMap((cell) => {
    const match = unitInBrackets.exec(cell.text) ?? unitBehindMark.exec(cell.text) ?? unitBehindName.exec(cell.text);
    const unit = match?.[1];
    if (match === null || unit === undefined) return [];
    return [unitIn(cell, unit, match.index + match[0].indexOf(unit))];
  });
}

/** The units printed behind amounts. */
function amountUnitsOf(funds: readonly FundValues[]): Sourced<string>[] {
  return funds.flatMap(({ quantities }) =>
    Object.values(quantities).flatMap(({ unit, source }) => {
      const from = unit === undefined ? -1 : (source?.text.lastIndexOf(unit) ?? -1);
      return unit === undefined || source === null || from < 0 ? [] : [unitIn(source, unit, from)];
    }),
  );
}

function unitIn(reading: Reading, unit: string, from: number): Sourced<string> {
  const source = partOfReading(reading, from, from + unit.length);
  return { value: source.text, source, certainty: 1, complaint: null };
}
