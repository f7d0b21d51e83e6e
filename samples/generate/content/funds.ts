import { textOdds as odds } from '../data/odds.ts';
import type { Random } from '../random.ts';
import type { Fund, LayoutName } from '../record.ts';
import { type Decimal, type NumberSpelling, percentOf, spellMarks, spellNumber } from './decimals.ts';

/**
 * The money part of a form. `rate` is executed over budgeted as the form prints it, `null` where nothing was budgeted.
 */
export interface Money {
  readonly funds: Fund[];
  readonly amountUnit: string;
  readonly rate: string;
  /** Full marks and score of the execution rate in the money table, in hundredths; 0 where the layout has none. */
  readonly executionWeight: number;
  readonly executionScore: number;
}

interface Purse {
  readonly initial: Decimal;
  readonly budgeted: Decimal;
  readonly received: Decimal;
  readonly executed: Decimal;
}

interface MoneyStyle {
  readonly amounts: NumberSpelling;
  readonly rateStyle: RateStyle;
}

export type RateStyle = '0.00%' | '0%' | '0.0%' | '0.00％' | '0.0000' | '0.00';

/** Draws the money table's rows for a layout. */
export function inventMoney(layout: LayoutName, executionWeight: number, random: Random): Money {
  const inYuan = random.chance(0.08);
  const decimals = random.weighted<number>(inYuan ? odds.yuanDecimals : odds.amountDecimals);
  const style: MoneyStyle = {
    amounts: { keepZeros: random.chance(0.4), thousands: random.chance(inYuan ? 0.4 : 0.08) },
    rateStyle: drawRateStyle(layout, random),
  };
  const total = drawPurse(layout, { decimals, scale: inYuan ? 1e4 : 1 }, random);
  const rate = spellRate(total.executed, total.budgeted, style.rateStyle);
  const executionScore = scoreOfRate(total, executionWeight, random);
  const funds = layout === 'shijiazhuang-2019' ? cityFunds(total, style, random) : ministryFunds(total, style, random);
  const marked =
    executionWeight === 0 ? {} : { weight: spellMarks(executionWeight), score: spellMarks(executionScore) };
  const first = funds[0];
  if (first !== undefined) funds[0] = { ...first, ...marked };
  return { funds, amountUnit: inYuan ? '元' : '万元', rate, executionWeight, executionScore };
}

function drawRateStyle(layout: LayoutName, random: Random): RateStyle {
  const bare = layout === 'ministry-2020' ? 6 : 0;
  return random.weighted<RateStyle>([...odds.rateStyle, ['0.00', bare]]);
}

function drawPurse(
  layout: LayoutName,
  { decimals, scale }: { decimals: number; scale: number },
  random: Random,
): Purse {
  const unit = 10 ** decimals;
  const count = Math.max(1, Math.round(10 ** (random.next() * 4.6 + 0.2) * scale * unit));
  const coarse = random.chance(0.4) ? Math.max(unit, Math.round(count / unit) * unit) : count;
  const executedShare = random.weighted<number>([
    [1, 52],
    [random.step(0.9, 0.999, 0.0001), 28],
    [random.step(0.3, 0.9, 0.0001), 18],
    [0, 1],
  ]);
  const adjusted = layout === 'ministry-2020' && random.chance(0.3) ? random.step(0.7, 1.4, 0.01) : 1;
  const value = (share: number): Decimal => ({ count: Math.round(coarse * share), decimals });
  const received = random.chance(0.92) ? 1 : random.step(executedShare, 1, 0.01);
  const initial = random.chance(0.05) ? 0 : 1 / adjusted;
  return {
    initial: value(initial),
    budgeted: value(1),
    received: value(Math.max(received, executedShare)),
    executed: value(executedShare),
  };
}

/** The rate as printed; empty where nothing was budgeted. */
function spellRate(executed: Decimal, budgeted: Decimal, style: RateStyle): string {
  if (budgeted.count === 0) return '';
  const kept = { keepZeros: true, thousands: false };
  const percent = (decimals: number): string => spellNumber(percentOf(executed, budgeted, decimals), kept);
  const share = { count: percentOf(executed, budgeted, 2).count, decimals: 4 };
  const spelled: Record<RateStyle, string> = {
    '0%': executed.count === budgeted.count ? '100%' : `${percent(2).replace(/\.?0+$/, '')}%`,
    '0.0%': `${percent(1)}%`,
    '0.00%': `${percent(2)}%`,
    '0.00％': `${percent(2)}％`,
    '0.00': percent(2),
    '0.0000': spellNumber(share, { keepZeros: false, thousands: false }),
  };
  return spelled[style];
}

function scoreOfRate(total: Purse, weight: number, random: Random): number {
  if (weight === 0 || total.budgeted.count === 0) return 0;
  const exact = percentOf(total.executed, total.budgeted, 4).count / 1e6;
  const step = random.chance(0.75) ? 1 : 10;
  return Math.min(weight, Math.round((exact * weight) / step) * step);
}

function cityFunds(total: Purse, style: MoneyStyle, random: Random): Fund[] {
  const [fiscal, other] = splitPurse(total, random.chance(0.12) ? random.step(0.05, 0.6, 0.05) : 0);
  const zero = random.chance(0.12);
  const row = (source: Fund['source'], purse: Purse): Fund => ({
    source,
    budgeted: amount(purse.budgeted, style, zero || source === 'total'),
    received: amount(purse.received, style, zero || source === 'total'),
    executed: amount(purse.executed, style, zero || source === 'total'),
  });
  return [row('total', total), row('fiscal', fiscal), row('other', other)];
}

function ministryFunds(total: Purse, style: MoneyStyle, random: Random): Fund[] {
  const [withoutOther, other] = splitPurse(total, random.chance(0.15) ? random.step(0.05, 0.5, 0.05) : 0);
  const [fiscal, carryover] = splitPurse(withoutOther, random.chance(0.15) ? random.step(0.05, 0.5, 0.05) : 0);
  const zero = random.chance(0.12);
  const partRates = random.chance(0.45);
  const row = (source: Fund['source'], purse: Purse): Fund => {
    const main = source === 'total';
    const rated = main || (partRates && purse.budgeted.count > 0);
    return {
      source,
      initial: amount(purse.initial, style, zero || main),
      budgeted: amount(purse.budgeted, style, zero || main),
      executed: amount(purse.executed, style, zero || main || purse.budgeted.count > 0),
      executionRate: rated ? spellRate(purse.executed, purse.budgeted, style.rateStyle) || undefined : undefined,
    };
  };
  const rows = [row('total', total), row('fiscal', fiscal), row('carryover', carryover), row('other', other)];
  const short = carryover.budgeted.count === 0 && random.chance(0.15);
  return short ? rows.filter((each) => each.source !== 'carryover') : rows;
}

function amount(value: Decimal, style: MoneyStyle, printZero: boolean): string | undefined {
  return value.count === 0 && !printZero ? undefined : spellNumber(value, style.amounts);
}

/** Splits every amount so that the two parts add up to it exactly. */
function splitPurse(whole: Purse, share: number): [Purse, Purse] {
  const part = (value: Decimal): Decimal => ({ ...value, count: Math.round(value.count * share) });
  const rest = (value: Decimal): Decimal => ({ ...value, count: value.count - part(value).count });
  const each = (of: (value: Decimal) => Decimal): Purse => ({
    initial: of(whole.initial),
    budgeted: of(whole.budgeted),
    received: of(whole.received),
    executed: of(whole.executed),
  });
  return [each(rest), each(part)];
}
