import { type Decimal, divide, formatDecimal, multiply, round } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { commonMeasure } from './unit.ts';

/** A target and an actual value: as printed, or both in one unit. */
export interface Aligned {
  readonly target: Quantity;
  readonly actual: Quantity;
}

/** A converted number is stated to so many decimals; where it has more it is said to be about so much. */
const statedDecimals = 4;

/**
 * A miss in digits. Numbers of one unit stand alone: `5 < 15`. Else each is as printed, with what it is in the target's
 * unit, where that is another: `17500米 = 17.5公里 < 18公里`, `1.15万人次 = 11500人次 < 12000人次`, `0.792 = 79.2% < 80%`.
 */
export function spellMiss(printed: Aligned, aligned: Aligned, relation: '<' | '>'): string {
  const { target, actual } = printed;
  const isActualHigh = relation === '<';
  const [ofActual, ofTarget] = [numberOf(actual, isActualHigh), numberOf(target, !isActualHigh)];
  if (isPlain(printed, aligned) && !isOpen(actual))
    return `${formatDecimal(ofActual)} ${relation} ${formatDecimal(ofTarget)}`;
  if (isAlike(printed) || isOpen(actual) || isBareBesideMultiplier(printed))
    return `${actual.printed} ${relation} ${target.printed}`;
  const unit = target.unit?.name ?? actual.unit?.name ?? '';
  const left = chain(actual.printed, inTargetUnit(printed, aligned, ofActual), unit);
  return `${left} ${relation} ${chain(target.printed, { value: ofTarget, isExact: true }, unit)}`;
}

function numberOf(quantity: Quantity, high: boolean): Decimal {
  return high ? quantity.high : quantity.low;
}

/** Whether both numbers stand as printed, in one unit. */
function isPlain({ target, actual }: Aligned, aligned: Aligned): boolean {
  const isSame = target.unit === null || actual.unit === null || target.unit.name === actual.unit.name;
  const isUnscaled = target.scale === 0 && actual.scale === 0;
  return isSame && isUnscaled && formatDecimal(aligned.actual.low) === formatDecimal(actual.low);
}

/** Whether the numbers compare as they stand, multipliers and all: 9.8万册 and 10万册, 11个 and 12所. */
function isAlike({ target, actual }: Aligned): boolean {
  if (target.unit === null || actual.unit === null || target.scale !== actual.scale) return false;
  const measure = commonMeasure(target.unit, actual.unit);
  return measure !== null && measure.left === measure.right;
}

/** 90余个: somewhere between two numbers, of which neither is printed. */
function isOpen({ comparator, low, high }: Quantity): boolean {
  return comparator === '>=' && low !== high;
}

/** 40 beside 48万人次, which is less however it is meant. */
function isBareBesideMultiplier({ target, actual }: Aligned): boolean {
  const isBare = (quantity: Quantity): boolean => quantity.unit === null && quantity.scale === 0;
  return (isBare(actual) && target.scale > 0) || (isBare(target) && actual.scale > 0);
}

interface Converted {
  readonly value: Decimal;
  readonly isExact: boolean;
}

/** The actual number in the target's unit, without a multiplier. */
function inTargetUnit({ target, actual }: Aligned, aligned: Aligned, value: Decimal): Converted {
  const measure = target.unit !== null && actual.unit !== null ? commonMeasure(target.unit, actual.unit) : null;
  if (measure === null) {
    const isActualHigh = value === actual.high;
    return { value: isActualHigh ? aligned.actual.high : aligned.actual.low, isExact: true };
  }
  const dividend = multiply(value, { units: measure.right, decimals: 0 });
  const divisor = { units: measure.left, decimals: 0 };
  const stated = divide(dividend, divisor, { decimals: statedDecimals, rounding: 'half-up' });
  const isExact = formatDecimal(multiply(stated, divisor)) === formatDecimal(dividend);
  return { value: isExact ? stated : round(stated, { decimals: statedDecimals, rounding: 'half-up' }), isExact };
}

/** A number as printed and, where that says it otherwise, in the common unit. */
function chain(printed: string, { value, isExact }: Converted, unit: string): string {
  const stated = formatDecimal(value);
  const asPrinted = printed.replaceAll(',', '');
  if (asPrinted === stated || asPrinted === `${stated}${unit}`) return printed;
  return `${printed} ${isExact ? '=' : '≈'} ${stated}${unit}`;
}
