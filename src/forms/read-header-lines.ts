import type { Reading } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import { partOfReading } from './part-of-reading.ts';
import { blank, type Sourced } from './sourced.ts';

/** 2019年度, (2019 年度), 二〇一九年度; without 度 only where no month follows, since that is a date. */
const yearPatterns = [
  /((?:19[5-9]|20[0-9])[0-9])年度/,
  /((?:一九[五六七八九]|二[〇零○][一二三四五六七八九〇零○])[一二三四五六七八九〇零○])年度/,
  /((?:19[5-9]|20[0-9])[0-9])年(?![度0-9])/,
];
const chineseDigits = '〇一二三四五六七八九';

/** The year a form is for, from the lines above its first section; lines that say 年度 come first. */
export function readFiscalYear(rows: readonly FlowRow[]): Sourced<number> {
  const cells = rows.flatMap(ownTexts);
  for (const pattern of yearPatterns) {
    for (const cell of cells) {
      const digits = pattern.exec(foldText(cell.text))?.[1];
      if (digits !== undefined) return { value: toYear(digits), source: cell, certainty: 1, complaint: null };
    }
  }
  return blank;
}

function toYear(digits: string): number {
  const arabic = [...digits.replace(/[零○]/g, '〇')].map((digit) => {
    const index = chineseDigits.indexOf(digit);
    return index < 0 ? digit : String(index);
  });
  return Number(arabic.join(''));
}

const unitInBrackets = /[(（]\s*(?:单位\s*[:：])?\s*((?:人民币)?(?:百万|万|亿|千|百)?元)\s*[)）]/;

/** The unit of amounts that a heading carries in brackets: 项目资金（万元）. */
export function readHeadingUnit(rows: readonly FlowRow[]): Sourced<string> {
  for (const cell of rows.flatMap((row): Reading[] => ownTexts(row))) {
    const match = unitInBrackets.exec(cell.text);
    const unit = match?.[1];
    if (match === null || unit === undefined) continue;
    const from = match.index + match[0].indexOf(unit);
    const source = partOfReading(cell, from, from + unit.length);
    return { value: source.text, source, certainty: 1, complaint: null };
  }
  return blank;
}
