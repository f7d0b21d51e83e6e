import type { FormChecks } from '../model/form-checks.ts';
import type { FormRecord } from '../model/record.ts';
import { compare, decimalOf, formatDecimal, sum, type Decimal } from '../text/decimal.ts';
import { foldText } from '../text/fold.ts';
import { level1Groups } from './facts/level1-groups.ts';
import { marksColumn, spellSum } from './facts/marks.ts';
import type { PrintedNumber } from './facts/printed-number.ts';
import { defineSumRule, type Equation, type SumRule } from './rule.ts';

/**
 * 财预〔2020〕10号: 分值 of execution and indicators is 100 in all; in layouts without that column the weights of the
 * 一级指标. A blank weight leaves it open. So does whatever has two readings of which one is right: a group whose name
 * comes back may be one group cut in two, and an execution row may stand in both tables.
 */
export const weightsNot100: SumRule = defineSumRule({
  id: 'weights-not-100',
  severity: 'error',
  title: 'The weights do not add up to full marks',
  titleZh: '分值（权重）之和不等于满分',
  equations,
});

interface Weights {
  readonly heading: string;
  readonly numbers: readonly PrintedNumber[];
  readonly complete: boolean;
  /** The sums that the printed weights may stand for; the first is the one to state. */
  readonly totals: readonly Decimal[];
}

function equations(form: FormRecord, checks: FormChecks): readonly Equation[] {
  const weights =
    [rowWeights(form, checks), groupWeights(form, checks)].find((candidate) => candidate !== null) ?? null;
  const full = decimalOf(checks.fullMarks);
  const [stated] = weights?.totals ?? [];
  if (weights === null || stated === undefined) return [];
  const holds = weights.totals.some((total) => compare(total, full) === 0);
  if (!holds && !weights.complete && weights.totals.some((total) => compare(total, full) < 0)) return [];
  const spelled = spellSum({ numbers: weights.numbers, total: stated });
  return [
    {
      message: `${weights.heading}: the weights ${spelled}, full marks are ${formatDecimal(full)}`,
      fields: weights.numbers.map(({ pointer }) => pointer),
      holds,
    },
  ];
}

/** The 分值 column, execution included; `null` where no indicator carries one. */
function rowWeights(form: FormRecord, checks: FormChecks): Weights | null {
  const { numbers, complete, totals } = marksColumn(form, checks, 'weight');
  const inTable = numbers.filter(({ pointer }) => pointer.startsWith('/indicators/'));
  return inTable.length === 0 ? null : { heading: '分值', numbers, complete, totals };
}

/** The weights printed on the 一级指标; `null` where one of the groups has none. */
function groupWeights(form: FormRecord, checks: FormChecks): Weights | null {
  const groups = level1Groups(form);
  const weighed = groups.flatMap(({ name, weight }) => (weight === null ? [] : [{ name, weight }]));
  const grouped = groups.reduce((count, { indices }) => count + indices.length, 0);
  if (weighed.length === 0 || weighed.length < groups.length || grouped < form.indicators.length) return null;
  const money = marksColumn(form, checks, 'weight');
  const numbers = [...weighed.map(({ weight }) => weight), ...money.numbers];
  const once = new Map(weighed.map(({ name, weight }) => [`${foldText(name)} ${formatDecimal(weight.value)}`, weight]));
  return {
    heading: '一级指标',
    numbers,
    complete: checks.executionScore === 'not-defined' || money.numbers.length > 0,
    totals: [
      sum(numbers.map(({ value }) => value)),
      sum([...once.values(), ...money.numbers].map(({ value }) => value)),
    ],
  };
}
