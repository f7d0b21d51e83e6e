import type { FormStyle, MergeMode } from '../form-style.ts';
import type { Indicator } from '../record.ts';
import { type Cell, cell } from '../table.ts';

/** A row of the indicator table before it is cut into cells: a real one, or an unused row of the template. */
export interface IndicatorRow {
  readonly record: Indicator;
  readonly unused: boolean;
}

/** The indicators with unused template rows (指标2：, ……) put behind some level-2 groups. */
export function withUnusedRows(indicators: readonly Indicator[], style: FormStyle): IndicatorRow[] {
  return indicators.flatMap((record, index) => {
    const row = { record, unused: false };
    const next = indicators[index + 1];
    const last = next === undefined || next.level1 !== record.level1 || next.level2 !== record.level2;
    const count = last && (style.jitter[index % style.jitter.length] ?? 0) < 0.6 ? style.unusedRows : 0;
    const texts = count === 1 ? ['……'] : count === 2 ? ['指标2：', '……'] : ['指标1：', '指标2：', '……'].slice(0, count);
    const { level1, level1Weight, level2 } = record;
    return [row, ...texts.map((level3) => ({ record: { level1, level1Weight, level2, level3 }, unused: true }))];
  });
}

/** The cells of the first two columns for each row: merged, repeated in each row, or only in the first. */
export function levelCells(rows: readonly IndicatorRow[], style: FormStyle): Cell[][] {
  const names = rows.map(({ record }) => ({
    level1: (record.level1 ?? '') + (record.level1Weight === undefined ? '' : style.weight(record.level1Weight)),
    level2: record.level2 ?? '',
  }));
  const starts1 = starts(rows.map(({ record }) => record.level1 ?? ''));
  const starts2 = starts(rows.map(({ record }) => `${record.level1}/${record.level2}`));
  // Spelled once a group, so that a repeated name reads the same in every row.
  const spelled = names.map((_, row) => names[starts1.lastIndexOf(true, row)]?.level1 ?? '');
  const first = columnCells(spelled, starts1, style.level1);
  const second = columnCells(
    names.map((each) => each.level2),
    starts2,
    style.level2,
  );
  return rows.map((_, row) => [...(first[row] ?? []), ...(second[row] ?? [])]);
}

function starts(keys: readonly string[]): boolean[] {
  return keys.map((key, row) => row === 0 || key !== keys[row - 1]);
}

function columnCells(texts: readonly string[], isStart: readonly boolean[], mode: MergeMode): Cell[][] {
  return texts.map((text, row) => {
    if (mode === 'repeated') return [cell('name', text)];
    if (isStart[row] !== true) return mode === 'merged' ? [] : [cell('name', '')];
    if (mode === 'first-only') return [cell('name', text)];
    const next = isStart.indexOf(true, row + 1);
    return [cell('name', text, { rowSpan: (next < 0 ? texts.length : next) - row })];
  });
}
