import type { Random } from '../random.ts';
import type { FaultName, FormRecord, Fund, LayoutName } from '../record.ts';
import { spellMarks } from './decimals.ts';
import type { ScoredIndicator } from './indicators.ts';

/** Draws the one fault that a form gets, if any: in about three of ten. Only faults that its printed cells can show. */
export function drawFault(
  { layout, hasRate }: { layout: LayoutName; hasRate: boolean },
  indicators: readonly ScoredIndicator[],
  random: Random,
): FaultName | null {
  if (!random.chance(0.3)) return null;
  const hasWeights = layout === 'ministry-2020' || indicators[0]?.record.level1Weight !== undefined;
  return random.weighted<FaultName>([
    ['score-total', 4],
    ['execution-rate', hasRate ? 3 : 0],
    ['score-above-weight', hasWeights ? 3 : 0],
  ]);
}

/** Lifts one row above its full marks; where the rows print none, above the marks of its whole group. */
export function liftScore(indicators: readonly ScoredIndicator[], random: Random): ScoredIndicator[] {
  const chosen = random.int(0, indicators.length - 1);
  const group = indicators[chosen]?.record.level1;
  const inGroup = indicators.filter((each) => each.record.level1 === group);
  const missing = inGroup.reduce((sum, each) => sum + each.full - each.score, 0);
  const lift = random.int(1, 5) * 100;
  return indicators.map((each, index) => {
    if (index !== chosen) return each;
    const score = each.record.weight === undefined ? each.score + missing + lift : each.full + lift;
    return { ...each, score, record: { ...each.record, score: spellMarks(score) } };
  });
}

/** Another total than the sum of the scores, in hundredths. */
export function wrongTotal(sum: number, random: Random): number {
  if (sum !== 10000 && random.chance(0.4)) return 10000;
  const shift = random.weighted<number>([
    [random.int(1, 12) * 100, 8],
    [random.int(1, 9) * 10, 2],
  ]);
  return sum - shift > 0 && (random.chance(0.6) || sum + shift > 10000) ? sum - shift : sum + shift;
}

/** The rate with other digits: at least half a percentage point off. */
function wrongRate(rate: string, random: Random): string {
  const digits = /^[\d.]+/.exec(rate)?.[0] ?? '';
  const isShare = !/[%％]/.test(rate) && Number(digits) <= 1.5;
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const points = Number(digits) * (isShare ? 100 : 1);
  const shift = random.step(0.5, 9, 0.01);
  const moved = points - shift > 0 ? points - shift : points + shift;
  const wrong = isShare ? moved / 100 : moved;
  return wrong.toFixed(Math.max(decimals, isShare ? 3 : 1)) + rate.slice(digits.length);
}

/** Puts a wrong rate where the layout prints it: beside the money, or in the money table's first row. */
export function plantRate(record: FormRecord, random: Random): FormRecord {
  if (record.executionRate !== undefined) return { ...record, executionRate: wrongRate(record.executionRate, random) };
  const funds = record.funds.map((fund: Fund, index) =>
    index === 0 && fund.executionRate !== undefined
      ? { ...fund, executionRate: wrongRate(fund.executionRate, random) }
      : fund,
  );
  return { ...record, funds };
}
