import type { FormRecord, Indicator } from '../../model/record.ts';
import { foldText } from '../../text/fold.ts';
import { printedNumber, type PrintedNumber } from './printed-number.ts';

/** Consecutive indicators under one 一级指标. */
export interface Level1Group {
  readonly name: string;
  /** Of its first row; `null` where none is printed or its rows disagree. */
  readonly weight: PrintedNumber | null;
  /** From 0, ascending, at least one. */
  readonly indices: readonly number[];
  /** True where the name comes back further down: one group that is cut, or two of one name, nothing tells which. */
  readonly recurs: boolean;
}

/** The groups in the form's order; rows without a 一级指标 belong to none. */
export function level1Groups(form: FormRecord): readonly Level1Group[] {
  const runs: { readonly key: string; readonly indices: number[] }[] = [];
  for (const [index, row] of form.indicators.entries()) {
    if (row.level1 === null) continue;
    const key = foldText(row.level1);
    const last = runs.at(-1);
    if (last?.key === key && last.indices.at(-1) === index - 1) last.indices.push(index);
    else runs.push({ key, indices: [index] });
  }
  return runs.map(({ key, indices }) => ({
    name: form.indicators[indices[0] ?? 0]?.level1 ?? key,
    weight: weightOf(form, indices),
    indices,
    recurs: runs.filter((run) => run.key === key).length > 1,
  }));
}

/** The group that the indicator at `index` belongs to. */
export function groupOf(form: FormRecord, index: number): Level1Group | null {
  return level1Groups(form).find(({ indices }) => indices.includes(index)) ?? null;
}

function weightOf(form: FormRecord, indices: readonly number[]): PrintedNumber | null {
  const rows: readonly (Indicator | undefined)[] = indices.map((index) => form.indicators[index]);
  const weight = rows[0]?.level1Weight ?? null;
  if (rows.some((row) => row?.level1Weight !== weight)) return null;
  return printedNumber(form, `/indicators/${indices[0] ?? 0}/level1Weight`, weight);
}
