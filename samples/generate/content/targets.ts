import type { Random } from '../random.ts';
import { type Decimal, readDecimal, spellNumber } from './decimals.ts';
import type { IndicatorTemplate } from './projects.ts';

/** A target and what was achieved, as printed. */
export interface Outcome {
  readonly target: string;
  readonly actual: string;
  /** The achieved value does not reach the target. */
  readonly missed: boolean;
}

interface NumericTarget {
  readonly comparator: '≥' | '≤' | '=';
  readonly value: Decimal;
  readonly unit: string;
}

const plain = { keepZeros: true, thousands: false };

/** How real forms spell a comparator: before the number, or after it. `#` stands for number and unit. */
const spellings: Record<NumericTarget['comparator'], readonly (readonly [string, number])[]> = {
  '≥': [
    ['≥#', 50],
    ['>=#', 5],
    ['≧#', 4],
    ['≥ #', 6],
    ['不少于#', 7],
    ['不低于#', 7],
    ['#以上', 9],
    ['#', 9],
    ['大于等于#', 1],
    ['达到#以上', 1],
    ['#及以上', 1],
  ],
  '≤': [
    ['≤#', 50],
    ['<=#', 5],
    ['≦#', 2],
    ['≤ #', 6],
    ['不超过#', 9],
    ['不高于#', 5],
    ['#以内', 9],
    ['#以下', 5],
    ['控制在#以内', 4],
    ['#', 4],
  ],
  '=': [
    ['#', 70],
    ['=#', 12],
    ['＝#', 6],
    ['等于#', 2],
    ['全年#', 2],
  ],
};

/** Draws how the target is spelled and what was achieved; a miss is drawn with probability `missRate`. */
export function drawOutcome(template: IndicatorTemplate, missRate: number, random: Random): Outcome {
  const numeric = readTarget(template.target);
  if (numeric === null) return { target: template.target, actual: template.achieved, missed: false };
  const missed = random.chance(missRate) && numeric.value.count > 0;
  const achieved = achievedValue(numeric, missed, random);
  const unit = random.chance(0.06) ? '' : numeric.unit;
  return {
    target: spellTarget(numeric, template.name, random),
    actual: random.chance(0.02) ? wordsFor(missed) : spellValue(achieved, unit, random),
    missed,
  };
}

function readTarget(text: string): NumericTarget | null {
  const match = /^([≥≤=]?)([\d,]+(?:\.\d+)?)(\D.*)?$/.exec(text);
  if (match === null || /[月日]/.test(match[3] ?? '')) return null;
  const comparator = match[1] === '≥' || match[1] === '≤' ? match[1] : '=';
  return { comparator, value: readDecimal(match[2] ?? ''), unit: match[3] ?? '' };
}

function achievedValue({ comparator, value, unit }: NumericTarget, missed: boolean, random: Random): Decimal {
  const isRate = unit === '%' || unit === '‰';
  const decimals = Math.max(
    value.decimals,
    random.weighted([
      [0, 5],
      [1, 2],
      [2, 2],
    ]),
  );
  const count = value.count * 10 ** (decimals - value.decimals);
  const better = comparator === '≤' ? random.step(0.8, 1, 0.005) : comparator === '=' ? 1 : random.step(1, 1.18, 0.005);
  const worse = comparator === '≤' ? random.step(1.05, 1.4, 0.01) : random.step(0.6, 0.95, 0.01);
  const drawn = Math.round(count * (missed ? worse : better));
  if (isPieces(unit) && value.decimals === 0) return { count: Math.round(drawn / 10 ** decimals), decimals: 0 };
  const capped = isRate && unit === '%' && comparator !== '≤' ? Math.min(drawn, 100 * 10 ** decimals) : drawn;
  return capped === count && !missed ? value : { count: capped, decimals };
}

function isPieces(unit: string): boolean {
  return /^[^%‰万亿元]*$/.test(unit) && !/公里|公顷|平方|小时|公斤|年$/.test(unit);
}

function spellTarget(target: NumericTarget, name: string, random: Random): string {
  const value = spellNumber(target.value, { keepZeros: true, thousands: random.chance(0.02) });
  const unit = target.unit === '%' && random.chance(0.05) ? '％' : random.chance(0.04) ? '' : target.unit;
  const spelled = random.weighted(spellings[target.comparator]).replace('#', value + unit);
  if (random.chance(0.03)) return `${name}${spelled}`;
  if (random.chance(0.02) && !name.startsWith('本年')) return `本年${name}${spelled}`;
  return spelled;
}

function spellValue(value: Decimal, unit: string, random: Random): string {
  const number = spellNumber(value, { ...plain, thousands: random.chance(0.03) });
  if (unit !== '%') return number + unit;
  if (random.chance(0.04))
    return spellNumber({ count: value.count, decimals: value.decimals + 2 }, { keepZeros: false, thousands: false });
  if (random.chance(0.06)) return `${number}％`;
  return value.decimals === 0 && random.chance(0.12) ? `${number}.00%` : `${number}%`;
}

function wordsFor(missed: boolean): string {
  return missed ? '未完成' : '已完成';
}
