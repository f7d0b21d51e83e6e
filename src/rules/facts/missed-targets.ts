import type { FormRecord } from '../../model/record.ts';
import { compare } from '../../text/decimal.ts';
import { fullMarksOf, type FullMarks } from './full-marks.ts';
import { printedNumber, type PrintedNumber } from './printed-number.ts';
import { rowName } from './row-name.ts';
import { judgeTarget } from './target-verdict.ts';

/** An indicator whose actual value misses its target, and how it was scored for that. */
export interface MissedTarget {
  /** `微信平台阅读量: 5部以上 misses 15部以上 (5 < 15)`. */
  readonly statement: string;
  /** Its actual value and its target. */
  readonly fields: readonly string[];
  readonly scored:
    | { readonly kind: 'full' | 'cut'; readonly score: PrintedNumber; readonly full: FullMarks }
    /** The full marks are not known. */
    | { readonly kind: 'unknown'; readonly score: PrintedNumber }
    | { readonly kind: 'blank' };
}

/** The missed targets, in the form's order. */
export function missedTargets(form: FormRecord): readonly MissedTarget[] {
  return form.indicators.flatMap((row, index) => {
    const comparison = judgeTarget(row, form.fiscalYear);
    if (comparison?.verdict !== 'missed') return [];
    const pointer = `/indicators/${index}`;
    return [
      {
        statement: `${rowName(row, index)}: ${row.actual ?? ''} misses ${row.target ?? ''} (${comparison.arithmetic})`,
        fields: [`${pointer}/actual`, `${pointer}/target`],
        scored: scoredFor(form, index),
      },
    ];
  });
}

function scoredFor(form: FormRecord, index: number): MissedTarget['scored'] {
  const score = printedNumber(form, `/indicators/${index}/score`, form.indicators[index]?.score ?? null);
  if (score === null) return { kind: 'blank' };
  const full = fullMarksOf(form, index);
  if (full === null) return { kind: 'unknown', score };
  return { kind: compare(score.value, full.marks) >= 0 ? 'full' : 'cut', score, full };
}
