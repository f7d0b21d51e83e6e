import { foldText } from '../text/fold.ts';
import { indicatorCosts } from './column-costs.ts';
import { type Header, isSubheader, leadHeadings, readHeader, withSubheaders } from './columns.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { type IndicatorTexts, ownWords, rowKinds } from './indicator-rows.ts';
import {
  type ExecutionMarks,
  type IndicatorColumn,
  indicatorOf,
  type IndicatorValues,
  withDoubtfulSeam,
} from './indicator-values.ts';
import { inheritLevels, spannedLevels, withFirstLevel } from './inherit-levels.ts';
import { matchLabel } from './labels.ts';
import type { SectionOf } from './layout.ts';
import { readRows, repeatsHeader, type TableRow } from './read-table.ts';
import { isTotal, readTotal, totalRow, unlabelledTotal } from './read-total.ts';
import { rejoinHeader } from './rejoin-rows.ts';
import { blank, type Sourced } from './sourced.ts';
import { readWeightedName } from './weighted-names.ts';
import type { Reading } from '../model/table.ts';

type Row = TableRow<IndicatorColumn>;
type Section = SectionOf<'indicators'>;

/** What the rows of the indicator table say, but for the total's. */
interface RowsReading {
  readonly indicators: readonly IndicatorValues[];
  /** The marks of a row of its own for the budget's execution. */
  readonly execution: ExecutionMarks | null;
  /** The first text of each row that is no indicator and nothing else known. */
  readonly unknownRows: readonly Reading[];
}

export interface IndicatorsReading extends RowsReading {
  readonly totalScore: Sourced<number>;
  /** Whether a row is the total's. */
  readonly hasTotal: boolean;
  readonly unknown: readonly FlowCell[];
  /** Texts of rows that are below none of the headings. */
  readonly unread: readonly FlowCell[];
  /** Columns of the layout that the form does not print. */
  readonly absent: readonly IndicatorColumn[];
}

/**
 * Reads the indicator table below its header.
 *
 * 1. Each cell belongs to the heading above it, or is fitted to the headings (`readRows`).
 * 2. Rows that repeat the header, and totals and sums of groups (合计, 小计) above the form's own total, are none.
 * 3. The others are told apart by what they hold (`rowKinds`).
 * 4. A level that is blank in a row is the one above it: the rest of a merged cell, or not written again.
 * 5. The row that a total's label opens holds the total score (`readTotal`); without one perhaps the last row does.
 */
export function readIndicators(first: FlowRow, below: readonly FlowRow[], section: Section): IndicatorsReading {
  const { header, rows, lines } = headerAndRows(first, below, section);
  const last = totalRow(rows, section.total, header.row.block);
  const isSum = (row: FlowRow): boolean => isTotal(row, section.total) || addsUp(row, section);
  const own = rows.filter((row, at) => at === last || (at < last && !isSum(row)));
  const table = readRows(header, own, indicatorCosts(section));
  const total = table.rows.find(({ row }) => isTotal(row, section.total));
  const others = table.rows.filter((row) => row !== total);
  const printed = new Set(header.columns.map((column) => column.name));
  const hasWeights = printed.has('weight');
  const { totalScore, ...reading } =
    total === undefined
      ? withoutLabel(others, section)
      : { ...readKinds(others, section), totalScore: readTotal(total, { labels: section.total, hasWeights }) };
  return {
    ...reading,
    totalScore: totalScore ?? blank,
    hasTotal: totalScore !== null,
    unknown: [...unknownLead(header, own, section), ...header.unknown],
    unread: [...others.flatMap((row) => row.unread), ...table.loneLines, ...lines],
    absent: section.columns.map(({ column }) => column).filter((column) => !printed.has(column)),
  };
}

/** Lines at the edges of pages have two texts or fewer; a row of indicators has more. */
const leastLostTexts = 3;

/** The header with all that belongs to it, and the rows below it that do not repeat it. */
function headerAndRows(
  first: FlowRow,
  below: readonly FlowRow[],
  { columns, asides }: Section,
): {
  readonly header: Header<IndicatorColumn>;
  readonly rows: readonly FlowRow[];
  /** Texts side by side between the rows, which none of their cells holds: a row whose rulings were not seen. */
  readonly lines: readonly FlowCell[];
} {
  const labels = columns.map((column) => ({ ...column, name: column.column }));
  const { header: row, body } = rejoinHeader(first, below, labels);
  const header = readHeader<IndicatorColumn>(row, labels, asides);
  const isOf = (other: FlowRow): boolean => isSubheader(header, other);
  // A dump's lines may be pieces of rows.
  const isRow = (other: FlowRow): boolean => row.kind === 'implied' || other.kind !== 'line';
  return {
    header: withSubheaders(header, body.filter(isOf)),
    rows: body.filter((other) => isRow(other) && !isOf(other) && !repeatsHeader(header, other)),
    lines: body
      .slice(0, body.findLastIndex(isRow) + 1)
      .filter((other) => !isRow(other) && ownTexts(other).length >= leastLostTexts)
      .flatMap(ownTexts),
  };
}

/** Headings before the known ones but for the section's name, whole or cut, and columns known and not asked for. */
function unknownLead(
  header: Header<string>,
  rows: readonly FlowRow[],
  { heading: names = [], asides = [] }: Section,
): FlowCell[] {
  const isName = (text: string): boolean => names.some((name) => foldText(name).includes(foldText(text)));
  return leadHeadings(header, rows).filter(
    ({ text }) => !isName(text) && matchLabel(text, [...names, ...asides]) === 0,
  );
}

/** Whether a row only adds others up: 小计. */
function addsUp(row: FlowRow, { subtotals = [] }: Section): boolean {
  return ownTexts(row).some((cell) => matchLabel(cell.text, subtotals) === 1);
}

/** The rows of a table in which no row bears a total's label: the last may be the total's all the same. */
function withoutLabel(rows: readonly Row[], section: Section): RowsReading & { totalScore: Sourced<number> | null } {
  const above = readKinds(rows.slice(0, -1), section);
  const last = rows.at(-1);
  const isOpen = last && (ownWords(last.texts).length === 0 || rowKinds(section)(last.texts) === 'text');
  const totalScore = isOpen === true ? unlabelledTotal(last, above.indicators) : null;
  return totalScore === null ? { ...readKinds(rows, section), totalScore } : { ...above, totalScore };
}

function readKinds(rows: readonly Row[], section: Section): RowsReading {
  const kindOf = rowKinds(section);
  const kinds = rows.map((row) => ({ row, kind: kindOf(row.texts) }));
  const spanned = spannedLevels(rows);
  const indicators: IndicatorValues[] = [];
  let levels: IndicatorTexts = {};
  let above: Row | undefined;
  for (const { row, kind } of kinds) {
    if (kind === 'text' || kind === 'execution' || kind === 'sum') continue;
    const { level1 } = row.texts;
    levels = inheritLevels(levels, kind === 'group' ? { ...row, texts: level1 ? { level1 } : {} } : row, spanned);
    if (kind !== 'indicator') continue;
    const indicator = indicatorOf({ ...row.texts, ...levels }, row.certainties);
    const mayBeOne = above !== undefined && mayBeItsRest(above, row);
    if (mayBeOne) indicators.splice(-1, 1, ...indicators.slice(-1).map(withDoubtfulSeam));
    indicators.push(mayBeOne ? withDoubtfulSeam(indicator) : indicator);
    above = row;
  }
  const execution = kinds.find(({ kind }) => kind === 'execution')?.row;
  const unknown = kinds.filter(
    ({ row, kind }) => kind === 'text' || kind === 'nameless' || (kind === 'group' && !hasRows(row, indicators)),
  );
  return {
    indicators: withFirstLevel(indicators),
    execution: execution === undefined ? null : indicatorOf(execution.texts, execution.certainties),
    unknownRows: unknown.flatMap(({ row: { texts } }) => firstText(texts) ?? []),
  };
}

/**
 * Whether a row begins a page and has no marks of its own, as the one above it has: a break may have cut them in two.
 */
function mayBeItsRest(above: Row, { row, texts }: Row): boolean {
  const isMarked = ({ weight, score }: IndicatorTexts): boolean => weight !== undefined || score !== undefined;
  return row.kind === 'exact' && row.page > above.row.page && isMarked(above.texts) && !isMarked(texts);
}

/** Whether a row that names a group is above or below indicators of it; else it may be one itself. */
function hasRows({ texts: { level1 } }: Row, indicators: readonly IndicatorValues[]): boolean {
  const name = level1 && readWeightedName(level1.reading, 1).name.value;
  return indicators.some((indicator) => indicator.level1.value === name);
}

/** The text by which a row is told. */
function firstText(texts: IndicatorTexts): Reading | undefined {
  return (ownWords(texts)[0] ?? texts.weight ?? texts.deviation)?.reading;
}
