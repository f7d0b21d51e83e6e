import type { Reading } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import { blank, type Sourced } from './sourced.ts';

/*
 * The year that a form is for, from the surest place that names one:
 *   1. the title and the lines around it that say 2021年度, the nearest to the title first;
 *   2. a field of its own: 预算年度 | 2021年;
 *   3. these lines, where they say 2021年 alone;
 *   4. the lines above the form, which may be for all forms below them: near ones are sure, a cover's are not.
 * A date (填报日期) is no year of the form, and a span of years (2020-2022年度) only perhaps its last one.
 * A year before 1949 or after 2199 that the form itself names (3019年度) is told, and none.
 */

/** Where a form may say its year. */
export interface YearRows {
  /** The rows above the first section. */
  readonly header: readonly FlowRow[];
  /** Rows of the title, as indices into `header`. */
  readonly titleRows: readonly number[];
  /** The rows of the section with the form's own fields. */
  readonly fields: readonly FlowRow[];
  /** Lines above the form, the nearest first. */
  readonly above: readonly FlowRow[];
}

const arabicYear = '(?:1949|19[5-9][0-9]|2[01][0-9]{2})';
const chineseYear = '(?:一九[五六七八九]|二[〇零○0o][一二三四五六七八九〇零○0o])[一二三四五六七八九〇零○0o]';
/** What is printed as a year, whether it can be one or not. */
const anyYear = '[0-9]{4}|[一二三四五六七八九〇零○0o]{4}';
const [firstPossible, lastPossible] = [1949, 2199];
const span = /(?:19|20)\d{2}年?(?:度)?[-~至到]+$/;
const yearOfBudget = new RegExp(`(${arabicYear}|${chineseYear})年度`);
const anyYearOfBudget = new RegExp(`(${anyYear})年度`);
/** Without 度, and no part of a date or of a moment (年底). */
const bareYear = new RegExp(`(${arabicYear})年(?![度0-9底末初中内前后])`);
const yearField = /^(?:项目|预算|评价|自评|所属|财政|实施)?年度[:：]?/;
const dateLabel = /日期|时间|填报于/;
const chineseDigits = '〇一二三四五六七八九';

/** A line of a cover, or of another form's foot, may be meant for something else. */
const distantCertainty = 0.8;
const spanCertainty = 0.6;
/** So many lines above a form's first one, a line still speaks of it. */
const maxNear = 2;

/** The year a form is for. */
export function readFiscalYear({ header, titleRows, fields, above }: YearRows): Sourced<number> {
  const middle = titleRows[0] ?? header.length;
  const nearest = header
    .map((row, index) => ({ row, distance: Math.abs(index - middle) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ row }) => row);
  const [first] = header;
  const near = above.filter(
    (row) => first !== undefined && first.page === row.page && first.block - row.block <= maxNear,
  );
  const found =
    firstYear(nearest, anyYearOfBudget) ??
    yearInField(fields) ??
    firstYear(nearest, bareYear) ??
    firstYear(near, yearOfBudget) ??
    firstYear(above, yearOfBudget, distantCertainty);
  return found ?? blank;
}

function firstYear(rows: readonly FlowRow[], pattern: RegExp, certainty = 1): Sourced<number> | null {
  for (const cell of rows.flatMap(ownTexts)) {
    const text = foldText(cell.text);
    const match = dateLabel.test(text) ? null : pattern.exec(text);
    if (match?.[1] === undefined) continue;
    const isSpan = span.test(text.slice(0, match.index));
    return sourcedYear(match[1], cell, isSpan ? Math.min(certainty, spanCertainty) : certainty);
  }
  return null;
}

/** A year in a cell behind its label, or in the same one: 预算年度 | 2021年. */
function yearInField(rows: readonly FlowRow[]): Sourced<number> | null {
  for (const row of rows) {
    const cells = ownTexts(row);
    for (const [at, cell] of cells.entries()) {
      const label = yearField.exec(foldText(cell.text))?.[0];
      if (label === undefined) continue;
      const behind = foldText(cell.text).slice(label.length);
      const value = behind === '' ? cells[at + 1] : cell;
      const digits = new RegExp(`^(${anyYear})年?度?$`).exec(behind === '' ? foldText(value?.text ?? '') : behind)?.[1];
      if (digits !== undefined && value !== undefined) return sourcedYear(digits, value, 1);
    }
  }
  return null;
}

function sourcedYear(digits: string, source: Reading, certainty: number): Sourced<number> {
  const arabic = [...digits.replace(/[零○o]/g, '〇')].map((digit) => {
    const index = chineseDigits.indexOf(digit);
    return index < 0 ? digit : String(index);
  });
  const year = Number(arabic.join(''));
  return year >= firstPossible && year <= lastPossible
    ? { value: year, source, certainty, complaint: null }
    : { value: null, source, certainty: 0, complaint: `"${source.text}" names no year from 1949 to 2199` };
}

const yearLine = new RegExp(`^\\(?(?:${arabicYear}|${chineseYear})年度?\\)?$`);

/** A title without the line of the year that stands below it in the same cell. */
export function withoutYearLine(reading: Reading): Reading {
  const lines = reading.raw.split('\n');
  const last = foldText(lines.at(-1) ?? '');
  const text = foldText(reading.text);
  if (lines.length < 2 || !yearLine.test(last) || !text.endsWith(last)) return reading;
  let end = reading.text.length;
  while (end > 0 && foldText(reading.text.slice(end)) !== last) end--;
  return { ...reading, text: reading.text.slice(0, end), raw: lines.slice(0, -1).join('\n') };
}
