import { foldText } from '../text/fold.ts';
import { indicatorCosts, opensTotal } from './column-costs.ts';
import { type Header, readHeader } from './columns.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import type { SectionOf } from './layout.ts';
import { partOfReading } from './part-of-reading.ts';
import { type ColumnText, readRows, repeatsHeader, type TableRow } from './read-table.ts';
import { rejoinHeader } from './rejoin-rows.ts';
import { blank, blankWith, type Sourced } from './sourced.ts';
import { readValue, readWeightedName } from './values.ts';

type Column = SectionOf<'indicators'>['columns'][number]['column'];
type RowTexts = Partial<Record<Column, ColumnText>>;
type Certainties = ReadonlyMap<Column, number>;

/** One indicator row; levels stand in every row that their cell covers. */
export interface IndicatorValues {
  readonly level1: Sourced<string>;
  readonly level1Weight: Sourced<number>;
  readonly level2: Sourced<string>;
  readonly level3: Sourced<string>;
  readonly target: Sourced<string>;
  readonly actual: Sourced<string>;
  readonly weight: Sourced<number>;
  readonly score: Sourced<number>;
  readonly deviation: Sourced<string>;
}

export interface IndicatorsReading {
  readonly indicators: readonly IndicatorValues[];
  readonly totalScore: Sourced<number>;
  /** Whether a row is the total's. */
  readonly hasTotal: boolean;
  readonly unknown: readonly FlowCell[];
  /** Texts of rows that are below none of the headings. */
  readonly unread: readonly FlowCell[];
  /** Columns of the layout that the form does not print. */
  readonly absent: readonly Column[];
}

/**
 * Reads the indicator table below its header.
 *
 * 1. Each cell belongs to the heading above it, or is fitted to the headings (`readRows`).
 * 2. A level that is blank in a row is the one above it: the rest of a merged cell, or not written again. A new
 *    first level ends the second one's reach.
 * 3. Rows that repeat the header, and rows of the template that nobody filled in, are none.
 * 4. A row with one text merged over its words and marks beside it sums others up (小计), and is none.
 * 5. The row that a total's label opens holds the total score, below the score heading or, where the row slipped,
 *    as its last number.
 */
export function readIndicators(
  first: FlowRow,
  below: readonly FlowRow[],
  section: SectionOf<'indicators'>,
): IndicatorsReading {
  const labels = section.columns.map((column) => ({ ...column, name: column.column }));
  const { header, body } = rejoinHeader(first, below, labels);
  const read = readHeader<Column>(header, labels);
  const isTotal = (row: FlowRow): boolean => totalIn(row, section.total) !== null;
  // A dump's lines may be pieces of rows.
  const rows = body.filter((row) => (header.kind === 'implied' || row.kind !== 'line') && !repeatsHeader(read, row));
  const end = rows.findIndex(isTotal);
  const table = readRows(read, end < 0 ? rows : rows.slice(0, end + 1), indicatorCosts(section));
  const total = table.rows.find(({ row }) => isTotal(row));
  const indicatorRows = table.rows.filter((row) => row !== total);
  const printed = new Set(read.columns.map((column) => column.name));
  return {
    indicators: indicatorsIn(indicatorRows, section),
    totalScore: total === undefined ? blank : readTotal(read, total, section),
    hasTotal: total !== undefined,
    unknown: read.unknown,
    unread: [...indicatorRows.flatMap((row) => row.unread), ...table.loneLines],
    absent: section.columns.map(({ column }) => column).filter((column) => !printed.has(column)),
  };
}

function indicatorsIn(rows: readonly TableRow<Column>[], section: SectionOf<'indicators'>): IndicatorValues[] {
  const placeholders = section.placeholders.map((source) => new RegExp(source, 'u'));
  const indicators: IndicatorValues[] = [];
  let levels: RowTexts = {};
  for (const { texts, certainties } of rows) {
    if (isSummary(texts)) continue;
    levels = inheritLevels(levels, texts, certainties);
    if (isFilledIn(texts, placeholders)) indicators.push(indicatorOf({ ...texts, ...levels }, certainties));
  }
  return withFirstLevel(indicators);
}

/** How sure a first level is that stands only below the rows it is for. */
const lateLevelCertainty = 0.85;

/** Rows above the first first level belong to it: its cell began above and its text stands lower. */
function withFirstLevel(rows: readonly IndicatorValues[]): IndicatorValues[] {
  const first = rows.find((row) => row.level1.value !== null);
  const at = rows.findIndex((row) => row.level1.value !== null);
  if (first === undefined) return [...rows];
  const level1 = { ...first.level1, certainty: lateLevelCertainty };
  const level1Weight = { ...first.level1Weight, certainty: lateLevelCertainty };
  return rows.map((row, index) => (index < at ? { ...row, level1, level1Weight } : row));
}

/** The levels that hold in a row, given those of the row above; no surer than that the row has none of its own. */
function inheritLevels(above: RowTexts, texts: RowTexts, certainties: Certainties): RowTexts {
  const isNewGroup = texts.level1 !== undefined && !isSameLevel(texts.level1, above.level1);
  const inherited = (name: 'level1' | 'level2'): ColumnText | undefined => {
    const level = above[name];
    return level && { ...level, certainty: Math.min(level.certainty, certainties.get(name) ?? 1) };
  };
  const level1 = texts.level1 ?? inherited('level1');
  const level2 = texts.level2 ?? (isNewGroup ? undefined : inherited('level2'));
  return { ...(level1 && { level1 }), ...(level2 && { level2 }) };
}

/** Whether a row has marks but no words of its own besides one that begins in the first level. */
function isSummary({ level1, level2, level3, target, actual, weight, score }: RowTexts): boolean {
  const words = [level1, level2, level3, target, actual].filter((text) => text?.isOwn === true);
  const isOneText = level1?.isOwn === true && words.every((text) => text?.id === level1.id);
  const isMarked = [weight, score].some((text) => text?.isOwn === true && text.id !== level1?.id);
  return isOneText && isMarked;
}

/** The same cell, or the same words printed again in every row. */
function isSameLevel(text: ColumnText, above: ColumnText | undefined): boolean {
  return text.id === above?.id || foldText(text.reading.text) === foldText(above?.reading.text ?? '');
}

/**
 * A row is an indicator if a cell of it begins there (else it is a part of the row above), and its third level is
 * named, by more than the template's 指标1, or it has any value.
 */
function isFilledIn({ level3, target, actual, score }: RowTexts, placeholders: readonly RegExp[]): boolean {
  if (![level3, target, actual, score].some((text) => text?.isOwn)) return false;
  const name = foldText(level3?.reading.text ?? '');
  const isNamed = name !== '' && !placeholders.some((pattern) => pattern.test(name));
  const values = [target, actual, score].map((text) => foldText(text?.reading.text ?? ''));
  return isNamed || values.some((text) => text !== '' && !/^[-/]+$/.test(text));
}

function indicatorOf(texts: RowTexts, certainties: Certainties): IndicatorValues {
  const text = (name: Column): Sourced<string> => {
    const column = texts[name];
    return column ? readValue('text', column.reading, column.certainty) : blankWith(certainties.get(name));
  };
  const number = (name: Column): Sourced<number> => {
    const column = texts[name];
    return column ? readValue('score', column.reading, column.certainty) : blankWith(certainties.get(name));
  };
  const first = texts.level1 && readWeightedName(texts.level1.reading, texts.level1.certainty);
  return {
    level1: first?.name ?? blank,
    level1Weight: first?.weight ?? blank,
    level2: text('level2'),
    level3: text('level3'),
    target: text('target'),
    actual: text('actual'),
    weight: number('weight'),
    score: number('score'),
    deviation: text('deviation'),
  };
}

/** The cell that opens the total's row. */
function totalIn(row: FlowRow, labels: readonly string[]): FlowCell | null {
  return ownTexts(row).find((cell) => opensTotal(cell.text, labels)) ?? null;
}

/** Where weights are summed in the same row, a number alone may be their sum. */
const loneNumberCertainty = 0.5;

function readTotal(
  header: Header<Column>,
  { row, texts: { score, weight } }: TableRow<Column>,
  section: SectionOf<'indicators'>,
): Sourced<number> {
  const total = totalIn(row, section.total);
  if (total === null) return blank;
  if (score !== undefined && score.id !== total.id) return readValue('score', score.reading, score.certainty);
  const numbers = ownTexts(row).filter((cell) => cell !== total && readValue('score', cell).value !== null);
  const last = numbers.findLast((cell) => cell.id !== weight?.id || weight.certainty < 1);
  const hasWeights = header.columns.some((column) => column.name === 'weight');
  if (last !== undefined) {
    return readValue('score', last, hasWeights && numbers.length === 1 ? loneNumberCertainty : 1);
  }
  const colon = total.text.search(/[:：]/);
  return colon < 0 ? blank : readValue('score', partOfReading(total, colon + 1, total.text.length));
}
