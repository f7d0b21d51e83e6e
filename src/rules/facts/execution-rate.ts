import type { Fund, FormRecord } from '../../model/record.ts';
import {
  compare,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  round,
  shift,
  subtract,
  zero,
  type Decimal,
  type Precision,
} from '../../text/decimal.ts';
import { printedNumber, type PrintedNumber } from './printed-number.ts';

/** 执行数 ÷ 预算数 of one row of the money table, kept as a fraction so that nothing is rounded before its time. */
export interface ExecutionRate {
  readonly executed: Decimal;
  /** Above 0. */
  readonly budgeted: Decimal;
  /** Percentage points, rounded to two decimals, as forms print rates. */
  readonly points: Decimal;
  /** For a message: `78.67 ÷ 82 = 95.94 %`. */
  readonly spelled: string;
  readonly fields: readonly string[];
}

/** The rate that the row's amounts give; `null` where one is blank or no money was planned. */
export function executionRateOf(form: FormRecord, fundIndex: number): ExecutionRate | null {
  const fund = form.funds[fundIndex];
  if (fund === undefined || fund.executed === null || fund.budgeted === null) return null;
  const executed = decimalOf(fund.executed);
  const budgeted = decimalOf(fund.budgeted);
  if (compare(budgeted, zero) <= 0 || compare(executed, zero) < 0) return null;
  const points = divide(shift(executed, 2), budgeted, { decimals: 2, rounding: 'half-up' });
  return {
    executed,
    budgeted,
    points,
    spelled: `${formatDecimal(executed)} ÷ ${formatDecimal(budgeted)} = ${formatDecimal(points)} %`,
    fields: [`/funds/${fundIndex}/executed`, `/funds/${fundIndex}/budgeted`],
  };
}

/** A rate that is printed, in percentage points, to reckon with as if its amounts were known. */
export function executionRateAsPrinted({ value, pointer }: PrintedNumber): ExecutionRate {
  const points = round(value, { decimals: 2, rounding: 'half-up' });
  return { executed: value, budgeted: hundred, points, spelled: `${formatDecimal(value)} %`, fields: [pointer] };
}

/** Index of 年度资金总额 (the first of several), or -1. */
export function totalFundIndex(funds: readonly Fund[]): number {
  return funds.findIndex(({ source }) => source === 'total');
}

/** The printed rate of the whole: the form's own 预算执行进度 or, where the layout has none, that of the total row. */
export function printedExecutionRate(form: FormRecord): PrintedNumber | null {
  const index = totalFundIndex(form.funds);
  return (
    printedNumber(form, '/executionRate', form.executionRate) ??
    printedNumber(form, `/funds/${index}/executionRate`, form.funds[index]?.executionRate ?? null)
  );
}

const hundred = decimalOf(100);

/** How far a printed rate may be from the one to two decimals, in percentage points (the rule table's tolerance). */
const tolerance = decimalOf(0.01);

/**
 * Whether `printed` (percentage points) is the rate: to 0.01 of a point, or rounded or truncated at the decimals
 * that it is printed with.
 */
export function isRate(rate: ExecutionRate, printed: Decimal): boolean {
  const gap = subtract(rate.points, printed);
  if (compare(gap, tolerance) <= 0 && compare(subtract(zero, gap), tolerance) <= 0) return true;
  return precisionsOf(printed).some(
    (precision) => compare(divide(shift(rate.executed, 2), rate.budgeted, precision), printed) === 0,
  );
}

/** Whether `printed` (percentage points) is the rate rounded at the decimals that it is printed with. */
export function isRoundedRate({ executed, budgeted }: ExecutionRate, printed: Decimal): boolean {
  const { decimals } = printed;
  return compare(divide(shift(executed, 2), budgeted, { decimals, rounding: 'half-up' }), printed) === 0;
}

/** Whether a printed `fraction` (0.992) is the rate, rounded or truncated at the decimals that it is printed with. */
export function isFractionOf(rate: ExecutionRate, fraction: Decimal): boolean {
  return precisionsOf(fraction).some(
    (precision) => compare(divide(rate.executed, rate.budgeted, precision), fraction) === 0,
  );
}

/** Whether `score` is rate (at most 100 %) × weight, rounded or truncated at the decimals that it is printed with. */
export function isRateTimesWeight(rate: ExecutionRate, weight: Decimal, score: Decimal): boolean {
  return precisionsOf(score).some((precision) => compare(scoreForRate(rate, weight, precision), score) === 0);
}

/** Rate (at most 100 %) × weight, rounded once. */
export function scoreForRate(rate: ExecutionRate, weight: Decimal, precision: Precision): Decimal {
  const counted = compare(rate.executed, rate.budgeted) > 0 ? rate.budgeted : rate.executed;
  return divide(multiply(counted, weight), rate.budgeted, precision);
}

/** Both ways in which a number may have been cut to the decimals that it is printed with. */
function precisionsOf({ decimals }: Decimal): readonly Precision[] {
  return [
    { decimals, rounding: 'half-up' },
    { decimals, rounding: 'truncate' },
  ];
}
