import type { FormRecord, Indicator } from '../model/record.ts';
import { compare, decimalOf, formatDecimal, shift, zero, type Decimal } from '../text/decimal.ts';
import { readQuantity, type Quantity } from '../text/quantity.ts';
import { isExecutionIndicator } from './facts/execution-indicator.ts';
import {
  executionRateAsPrinted,
  executionRateOf,
  isRate,
  printedExecutionRate,
  totalFundIndex,
  type ExecutionRate,
} from './facts/execution-rate.ts';
import { rowName } from './facts/row-name.ts';
import { defineRule, type Observation, type Rule } from './rule.ts';

const one = decimalOf(1);
const ten = decimalOf(10);
const hundred = decimalOf(100);

/**
 * A 预算执行率 row against the money table: against what its amounts give and, since a wrong printed rate is another
 * rule's finding, against the rate that it prints; one of them is enough. 0.992 is 99.2 %; 0.9 is too coarse to be
 * held against a rate, and a bare 1 to 10 may be anything.
 */
export const executionIndicatorMismatch: Rule = defineRule({
  id: 'execution-indicator-mismatch',
  severity: 'error',
  title: 'A budget execution indicator says another rate than the money table does',
  titleZh: '预算执行率指标与资金执行情况不符',
  observe,
});

function observe(form: FormRecord): readonly Observation[] {
  const known = ratesOfMoneyTable(form);
  if (known.length === 0) return [];
  return form.indicators.flatMap((row, index) => {
    const stated = isExecutionIndicator(row) ? statedRate(row) : null;
    if (stated === null || known.some((rate) => isRate(rate, stated.points))) return [];
    const said = stated.isFraction ? `${row.actual ?? ''} is ${formatDecimal(stated.points)} %` : (row.actual ?? '');
    return [
      {
        message: `${rowName(row, index)}: ${said}, the money table says ${known.map(({ spelled }) => spelled).join(' and prints ')}`,
        fields: [`/indicators/${index}/actual`, ...known.flatMap(({ fields }) => fields)],
      },
    ];
  });
}

/** What the amounts give, and what is printed; at most two. */
function ratesOfMoneyTable(form: FormRecord): readonly ExecutionRate[] {
  const printed = printedExecutionRate(form);
  return [
    executionRateOf(form, totalFundIndex(form.funds)),
    printed === null ? null : executionRateAsPrinted(printed),
  ].filter((rate) => rate !== null);
}

interface StatedRate {
  /** Percentage points, with the decimals that are left of those printed. */
  readonly points: Decimal;
  readonly isFraction: boolean;
}

function statedRate({ actual }: Indicator): StatedRate | null {
  const quantity = actual === null ? null : readQuantity(actual);
  if (quantity === null || quantity.kind === 'none' || !isPlain(quantity)) return null;
  const { low, unit } = quantity;
  if (unit !== null) return unit.name === '%' ? { points: low, isFraction: false } : null;
  if (low.decimals === 1 && compare(low, one) < 0) return null;
  if (compare(low, one) < 0) return { points: shift(low, 2), isFraction: true };
  return compare(low, ten) > 0 && compare(low, hundred) <= 0 ? { points: low, isFraction: false } : null;
}

/** One number, not below 0, as it stands. */
function isPlain({ comparator, low, high, scale }: Quantity): boolean {
  return (comparator ?? '=') === '=' && compare(low, high) === 0 && compare(low, zero) >= 0 && scale === 0;
}
