import type { Indicator } from '../../model/record.ts';
import { compareWithTarget, type Comparison } from '../../text/comparison.ts';
import { compare, zero } from '../../text/decimal.ts';
import { foldText } from '../../text/fold.ts';
import { readQuantities, readQuantity, type Quantity } from '../../text/quantity.ts';
import { directionOf } from './direction.ts';
import { judgeDeadline } from './deadline-verdict.ts';
import { pairQuantities, sharesWord, speaksOfOther, topicOf } from './paired-quantities.ts';

/*
 * Whether an indicator's actual value meets its target, judged with what the row says about itself: its names tell
 * whether less is worse, and whether a bare number beside a share can be a share. A target such as ≥5% asks for what
 * it says whatever the row is called; only targets without a comparator need the row's names.
 *   1. a quantity against a quantity;
 *   2. several against several, each with its own, where it is clear which that is;
 *   3. a deadline against a date.
 */

/** What a bare number must be called to stand beside a share: 满意程度≥90 against 100%. */
const shareName = /(?:率|度|占比|比重|比例|比值|百分比)(?:指标)?(?:$|[^\p{L}])/u;
/** Words that make a number a change, or one per something, and no level: 提高2%, 每月2次. */
const changedBasis =
  /较|同比|环比|比上|提高|增长|增加|上升|提升|下降|降低|减少|压减|缩短|每|人均|户均|亩均|年均|月均|日均|平均/g;

/** How the row's actual value compares with its target; `null` where either is blank or says nothing to compare. */
export function judgeTarget(row: Indicator, fiscalYear: number | null): Comparison | null {
  if (row.target === null || row.actual === null) return null;
  const target = readQuantity(row.target);
  const actual = readQuantity(row.actual);
  if (target.kind === 'quantity' && actual.kind === 'quantity') return judge(row, target, actual);
  return judgeSeveral(row) ?? judgeDeadline(row, fiscalYear);
}

/** The worst of the pairs that are clear: one missed part misses the target. */
function judgeSeveral(row: Indicator): Comparison | null {
  const targets = readQuantities(row.target ?? '');
  const actuals = readQuantities(row.actual ?? '');
  if (targets === null || actuals === null) return null;
  const judged = pairQuantities(targets, actuals).map(([target, actual]) => judge(row, target, actual));
  return judged.find(({ verdict }) => verdict === 'missed') ?? judged.find(({ verdict }) => verdict === 'met') ?? null;
}

function judge(row: Indicator, target: Quantity, actual: Quantity): Comparison {
  const comparison = compareWithTarget(target, actual, directionOf(row, target));
  if (comparison.verdict !== 'missed') return comparison;
  const names = foldText([row.level1, row.level2, row.level3].join(';'));
  const atMost = target.comparator === '<=' || target.comparator === '<';
  const isNone = compare(target.high, zero) === 0;
  const doubtful =
    speaksOfOther(actual, target) ||
    (target.about === '' && namesOtherRatio(actual, names)) ||
    hasOtherBasis(actual, names + target.about) ||
    // A whole of so much per something is never less than one share of it, but it may well be more.
    (atMost && hasOtherBasis(target, names + actual.about)) ||
    (isShare(actual) && target.unit === null && !isNone && !shareName.test(target.about === '' ? names : target.about));
  return doubtful ? { verdict: 'not-comparable', reason: 'undecided' } : comparison;
}

/** Whether the words before the quantity give it a basis that the other side says nothing of. */
function hasOtherBasis(quantity: Quantity, otherWords: string): boolean {
  return (quantity.about.match(changedBasis) ?? []).some((word) => !otherWords.includes(word));
}

/** Whether the actual value names a ratio (覆盖率93%) that the row's names share no word with. */
function namesOtherRatio({ about }: Quantity, names: string): boolean {
  return /[率度]$/.test(topicOf(about)) && !sharesWord(topicOf(about), names);
}

function isShare({ unit }: Quantity): boolean {
  return unit?.dimension === 'share';
}
