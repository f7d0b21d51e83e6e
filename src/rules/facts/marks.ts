import type { FormChecks } from '../../model/form-checks.ts';
import type { FormRecord, Indicator } from '../../model/record.ts';
import { formatDecimal, sum, type Decimal } from '../../text/decimal.ts';
import { isExecutionIndicator } from './execution-indicator.ts';
import { printedNumber, withoutMergedRepeats, type PrintedNumber } from './printed-number.ts';

/** What a column of marks (分值 or 得分) adds up to, over the indicators and the money table. */
export interface MarksColumn {
  /** In the form's order, the money table's last; a merged cell once. */
  readonly numbers: readonly PrintedNumber[];
  /** False where a cell that should carry marks is blank: the sum is then only a lower bound. */
  readonly complete: boolean;
  readonly total: Decimal;
}

/** The marks of a whole form. */
export interface FormMarks extends MarksColumn {
  /**
   * What the column may add up to: `total`, and where the execution stands in both tables, what it is with the
   * execution counted once.
   */
  readonly totals: readonly Decimal[];
}

type MarksField = 'weight' | 'score';

/** Whether the row is one of the template's own that the body left empty (指标1, 指标2, ……). */
export function isUnusedRow({ target, actual, weight, score }: Indicator): boolean {
  return target === null && actual === null && weight === null && score === null;
}

/** The column `field` of the whole form; the execution score counts where the layout prints one. */
export function marksColumn(form: FormRecord, checks: FormChecks, field: MarksField): FormMarks {
  const rows = indicatorMarks(form, indicesOf(form.indicators), field);
  const money = moneyMarks(form, field);
  const moneyIsMarked = money.length > 0;
  const moneyShouldBe = checks.executionScore === 'rate-times-weight' || form.funds.some(isMarked);
  const hasExecutionRow = form.indicators.some((row) => row[field] !== null && isExecutionIndicator(row));
  const numbers = withoutMergedRepeats(form, [...rows.numbers, ...money]);
  const total = sum(numbers.map(({ value }) => value));
  return {
    numbers,
    complete: rows.complete && (moneyIsMarked || hasExecutionRow || !moneyShouldBe),
    total,
    totals: moneyIsMarked && hasExecutionRow ? [total, rows.total] : [total],
  };
}

/** The column `field` of the indicators at `indices` alone. */
export function indicatorMarks(form: FormRecord, indices: readonly number[], field: MarksField): MarksColumn {
  const printed: PrintedNumber[] = [];
  let complete = true;
  for (const index of indices) {
    const row = form.indicators[index];
    if (row === undefined || isUnusedRow(row)) continue;
    const number = printedNumber(form, `/indicators/${index}/${field}`, row[field]);
    if (number === null) complete = false;
    else printed.push(number);
  }
  const numbers = withoutMergedRepeats(form, printed);
  return { numbers, complete, total: sum(numbers.map(({ value }) => value)) };
}

/** `20+20+3+40+10 = 93`. */
export function spellSum({ numbers, total }: Pick<MarksColumn, 'numbers' | 'total'>): string {
  if (numbers.length === 1) return formatDecimal(total);
  return `${numbers.map(({ value }) => formatDecimal(value)).join('+')} = ${formatDecimal(total)}`;
}

/** The marks of the total row or, where it has none, of the sources that have. */
function moneyMarks(form: FormRecord, field: MarksField): readonly PrintedNumber[] {
  const marked = form.funds.flatMap((fund, index) => {
    const number = printedNumber(form, `/funds/${index}/${field}`, fund[field]);
    return number === null ? [] : [{ source: fund.source, number }];
  });
  const ofTotal = marked.filter(({ source }) => source === 'total');
  return (ofTotal.length > 0 ? ofTotal : marked).map(({ number }) => number);
}

function isMarked({ weight, score }: FormRecord['funds'][number]): boolean {
  return weight !== null || score !== null;
}

function indicesOf(rows: readonly unknown[]): readonly number[] {
  return [...rows.keys()];
}
