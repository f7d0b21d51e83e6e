import type { Indicator } from '../../model/record.ts';
import type { Comparison } from '../../text/comparison.ts';
import { foldText } from '../../text/fold.ts';
import { type Period, readPeriod } from '../../text/period.ts';

/** Rows that ask when: their names speak of time. */
const asksWhen = /时|期|间|进度|日/;

/**
 * Whether something was done by its deadline (2021年12月底前 against 2022年1月); `null` where either is none, or which
 * year is meant is not known. A side without a year is in the form's own.
 */
export function judgeDeadline(row: Indicator, fiscalYear: number | null): Comparison | null {
  const names = foldText([row.level1, row.level2, row.level3].join(';'));
  const [target, actual] = [row.target, row.actual].map((text) => (text === null ? null : readPeriod(text)));
  if (!asksWhen.test(names) || !target || !actual) return null;
  const years = yearsOf(target, actual, fiscalYear);
  if (years === null) return null;
  const [due, done] = [years.target * 10_000 + target.to, years.actual * 10_000 + actual.from];
  if (done <= due) return { verdict: 'met' };
  // A span against a span is how long something went on, and no deadline.
  if (target.isSpan && actual.isSpan) return null;
  const isDay = actual.from === actual.to;
  return { verdict: 'missed', arithmetic: `${spell(done)}${isDay ? '' : ' or later'} is after ${spell(due)}` };
}

/** The years of both; `null` where one is printed and the other cannot be told. */
function yearsOf(
  target: Period,
  actual: Period,
  fiscalYear: number | null,
): { readonly target: number; readonly actual: number } | null {
  if (target.year === null && actual.year === null) return { target: 0, actual: 0 };
  const [targetYear, actualYear] = [target.year ?? fiscalYear, actual.year ?? fiscalYear];
  return targetYear === null || actualYear === null ? null : { target: targetYear, actual: actualYear };
}

/** A day (YYYYMMDD) as YYYY-MM-DD, or as MM-DD in the year 0; no later than its month's last day. */
function spell(day: number): string {
  const [year, month] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100];
  const last = new Date(Date.UTC(year === 0 ? anyYear : year, month, 0)).getUTCDate();
  const [mm, dd] = [month, Math.min(day % 100, last)].map((part) => String(part).padStart(2, '0'));
  return year === 0 ? `${mm}-${dd}` : `${year}-${mm}-${dd}`;
}

/** For the last day of a month in a year that is not known. */
const anyYear = 2001;
