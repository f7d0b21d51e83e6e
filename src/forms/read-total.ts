import { opensTotal } from './column-costs.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import type { IndicatorColumn, IndicatorValues } from './indicator-values.ts';
import { partOfReading } from './part-of-reading.ts';
import type { TableRow } from './read-table.ts';
import { blank, type Sourced } from './sourced.ts';
import { readValue } from './values.ts';

/** Where weights are summed in the same row, a number alone, or merged with theirs, may be their sum. */
const loneNumberCertainty = 0.5;
/** A number behind the one below 得分 may be the score, and that one the weights' sum, in a row that slipped. */
const slippedCertainty = 0.6;
/** A row of numbers that no word names may be something else's. */
const unlabelledCertainty = 0.5;

/** A total without a label is told from an indicator without a name: it is hardly below the sum of the others. */
const minShareOfSum = 0.5;

/** Labels that name the score given, and no sum of weights. */
const namesScore = /自\s*评|得\s*分/;

/** Whether a row is opened by one of the total's labels. */
export function isTotal(row: FlowRow, labels: readonly string[]): boolean {
  return totalLabel(row, labels) !== undefined;
}

function totalLabel(row: FlowRow, labels: readonly string[]): FlowCell | undefined {
  return ownTexts(row).find((cell) => opensTotal(cell.text, labels));
}

/**
 * Index of the row with the total score: the last that a label opens in the header's table, since groups may have
 * totals of their own above it, else the first behind; of the last row where there is none.
 */
export function totalRow(rows: readonly FlowRow[], labels: readonly string[], block: number): number {
  const own = rows.findLastIndex((row) => row.block === block && isTotal(row, labels));
  const first = own < 0 ? rows.findIndex((row) => isTotal(row, labels)) : own;
  return first < 0 ? rows.length - 1 : first;
}

/** The total score of a labelled row: below the score heading or, where the row slipped, its last number. */
export function readTotal(
  { row, texts: { score, weight } }: TableRow<IndicatorColumn>,
  { labels, hasWeights }: { readonly labels: readonly string[]; readonly hasWeights: boolean },
): Sourced<number> {
  const label = totalLabel(row, labels);
  if (label === undefined) return blank;
  const numbers = ownTexts(row).filter((cell) => cell !== label && readValue('score', cell).value !== null);
  const lone = namesScore.test(label.text) ? 1 : loneNumberCertainty;
  if (score !== undefined && score.id !== label.id) {
    const isSlipped = numbers.length > 1 && numbers.at(-1)?.id !== score.id;
    const certainty = score.id === weight?.id ? lone : isSlipped ? slippedCertainty : 1;
    return readValue('score', score.reading, Math.min(score.certainty, certainty));
  }
  const last = numbers.findLast((cell) => cell.id !== weight?.id || weight.certainty < 1);
  if (last !== undefined) return readValue('score', last, hasWeights && numbers.length === 1 ? lone : 1);
  const colon = label.text.search(/[:：]/);
  return colon < 0 ? blank : readValue('score', partOfReading(label, colon + 1, label.text.length));
}

/**
 * The score of a last row that no label opens, to be reviewed: of marks with one text at most, at least half of what
 * the indicators' scores add up to; `null` where the row is another.
 */
export function unlabelledTotal(
  { texts: { level1, score, ...texts } }: TableRow<IndicatorColumn>,
  indicators: readonly IndicatorValues[],
): Sourced<number> | null {
  const { weight: _, deviation: __, ...words } = texts;
  const isLabelled = Object.values(words).some((text) => text.id !== level1?.id);
  if (score?.isOwn !== true || score.id === level1?.id || isLabelled) return null;
  const total = readValue('score', score.reading, Math.min(score.certainty, unlabelledCertainty));
  const sum = indicators.reduce((scores, row) => scores + (row.score.value ?? 0), 0);
  return total.value === null || total.value < sum * minShareOfSum ? null : total;
}
