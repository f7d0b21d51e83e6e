import type { FormRecord, Fund, Indicator } from '../index.ts';
import { printRows } from './print-rows.ts';

const sourceLabels = { total: '总额', fiscal: '财政资金', carryover: '结转资金', other: '其他资金' } as const;

const fundColumns = [
  ['initial', '年初预算数'],
  ['budgeted', '预算数'],
  ['received', '到位数'],
  ['executed', '执行数'],
  ['executionRate', '执行率%'],
  ['weight', '分值'],
  ['score', '得分'],
] as const satisfies readonly (readonly [keyof Fund, string])[];

const indicatorColumns = [
  ['level1', '一级指标'],
  ['level2', '二级指标'],
  ['level3', '三级指标'],
  ['target', '指标值'],
  ['actual', '完成值'],
  ['weight', '分值'],
  ['score', '得分'],
  ['deviation', '偏差原因'],
] as const satisfies readonly (readonly [keyof Indicator, string])[];

/** The money table; "" where the form has none. */
export function printFunds({ funds }: FormRecord, width: number): string {
  const columns = fundColumns.filter(([key]) => funds.some((fund) => fund[key] !== null));
  if (columns.length === 0) return '';
  const filled = funds.filter((fund) => columns.some(([key]) => fund[key] !== null));
  return printRows(
    {
      columns: ['资金', ...columns.map(([, label]) => label)],
      rows: filled.map((fund) => [sourceLabels[fund.source], ...columns.map(([key]) => fund[key])]),
    },
    width,
  );
}

/** The indicators, with the weight of a level 1 behind its name; "" where the form has none. */
export function printIndicators({ indicators }: FormRecord, width: number): string {
  const columns = indicatorColumns.filter(([key]) => indicators.some((indicator) => indicator[key] !== null));
  if (columns.length === 0) return '';
  return printRows(
    {
      columns: columns.map(([, label]) => label),
      rows: indicators.map((indicator) =>
        columns.map(([key]) => (key === 'level1' ? level1Of(indicator) : indicator[key])),
      ),
    },
    width,
  );
}

function level1Of({ level1, level1Weight }: Indicator): string | null {
  return level1 === null || level1Weight === null ? level1 : `${level1}(${level1Weight})`;
}
