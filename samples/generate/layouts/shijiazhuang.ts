import type { FormStyle } from '../form-style.ts';
import type { FormRecord, Fund } from '../record.ts';
import { type Cell, cell, type PrintedForm, type Table } from '../table.ts';
import { columnShares, footLines, headLines, sectionCell, withSection } from './head.ts';
import { levelCells } from './indicator-rows.ts';

/** How many columns of the grid each part takes, right of the column of section names. */
interface Grid {
  readonly widths: readonly number[];
  /** 一级, 二级, 三级, 预期指标值, 实际完成值, 自评得分 */
  readonly indicator: readonly [number, number, number, number, number, number];
  readonly projectName: number;
  readonly expected: number;
  readonly actual: number;
}

const withProgress: readonly Grid[] = [
  { widths: [10, 11, 11, 11, 11, 13, 12, 11], indicator: [1, 1, 2, 1, 1, 1], projectName: 3, expected: 3, actual: 2 },
  { widths: [9, 10, 11, 12, 12, 14, 13, 10], indicator: [1, 1, 2, 1, 1, 1], projectName: 2, expected: 2, actual: 3 },
  { widths: [10, 11, 12, 18, 10, 9, 13, 11], indicator: [1, 1, 1, 2, 1, 1], projectName: 3, expected: 3, actual: 3 },
  { widths: [8, 12, 13, 19, 13, 10, 10, 10], indicator: [1, 1, 1, 1, 2, 1], projectName: 2, expected: 3, actual: 3 },
];

const withoutProgress: readonly Grid[] = [
  { widths: [10, 12, 14, 20, 17, 15, 10], indicator: [1, 1, 1, 1, 1, 1], projectName: 2, expected: 2, actual: 2 },
  { widths: [8, 12, 13, 22, 18, 14, 10], indicator: [1, 1, 1, 1, 1, 1], projectName: 3, expected: 3, actual: 2 },
  ...withProgress.slice(0, 2),
];

/** 市级部门预算项目绩效自评表, sections 一 to 五. */
export function layOutShijiazhuang(record: FormRecord, style: FormStyle): PrintedForm {
  const progress = record.executionRate !== undefined || !style.dropEmpty;
  const grids = progress ? withProgress : withoutProgress;
  const grid = grids[style.grid % grids.length];
  if (grid === undefined) throw new RangeError('the layout has no grid');
  const inner = grid.widths.length - 1;
  const above = [
    ...basicRows(record, grid, style),
    ...fundRows(record, { inner, progress }, style),
    ...goalRows(record, grid, style),
  ];
  const below = [...indicatorRows(record, grid, style), ...issueRows(record, inner, style)];
  const shares = columnShares(grid.widths, style);
  const table = (rows: readonly (readonly Cell[])[], headerRows: number): Table => ({
    kind: 'table',
    columnShares: shares,
    rows,
    headerRows,
  });
  const headRows = style.repeatHead ? 1 : 0;
  const tables = style.splitTable ? [table(above, 0), table(below, headRows)] : [table([...above, ...below], headRows)];
  return { blocks: [...headLines(record, style, true), ...tables, ...footLines(record, style)] };
}

function basicRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const rest = grid.widths.length - 3 - grid.projectName;
  return [
    [
      cell('label', '一、基本情况'),
      cell('heading', '项目名称'),
      cell('name', record.projectName, { columnSpan: grid.projectName }),
      cell('heading', style.implementingLabel),
      cell('name', record.implementingUnit, { columnSpan: rest }),
    ],
  ];
}

function fundRows(
  record: FormRecord,
  { inner, progress }: { inner: number; progress: boolean },
  style: FormStyle,
): Cell[][] {
  const last = progress ? 1 : inner - 5;
  const heads = [
    cell('heading', style.label('预算安排情况(调整后)'), { columnSpan: 2 }),
    cell('heading', '资金到位情况', { columnSpan: 2 }),
    cell('heading', '资金执行情况', { columnSpan: 1 + last }),
    ...(progress ? [cell('heading', '预算执行进度')] : []),
  ];
  const rows = record.funds.map((fund, index) => {
    const [budgeted, received, executed] = fundLabels(fund, style);
    const amount = (value: string | undefined, columnSpan = 1): Cell =>
      cell('number', value ?? style.blankAmount, { columnSpan });
    const own = [
      cell('heading', budgeted),
      amount(fund.budgeted),
      cell('heading', received),
      amount(fund.received),
      cell('heading', executed),
      amount(fund.executed, last),
    ];
    const rate = cell('number', index === 0 ? record.executionRate : '', {
      rowSpan: style.progressMerged ? record.funds.length : 1,
    });
    return progress && (index === 0 || !style.progressMerged) ? [...own, rate] : own;
  });
  const section = sectionCell('二、预算执行情况', rows.length + 1, style);
  return [[section, ...heads], ...rows];
}

function fundLabels(fund: Fund, style: FormStyle): [string, string, string] {
  if (fund.source === 'total') return [style.label('预算数:'), style.label('到位数:'), style.label('执行数:')];
  const fiscal = ['其中:财政资金', '其中: 财政资金', '其中:\n财政资金', '其中:财政资金'][style.fundLabels] ?? '';
  const other = ['其他', '其他', '其他资金', '      其他'][style.fundLabels] ?? '';
  const text = fund.source === 'fiscal' ? style.label(fiscal) : other;
  return [text, text, text];
}

function goalRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const spans = [grid.expected, grid.actual, grid.widths.length - 1 - grid.expected - grid.actual];
  const heads = ['年度预期目标', '具体完成情况', '总体完成率'].map((text, index) =>
    cell('heading', text, { columnSpan: spans[index] ?? 1 }),
  );
  const rows = record.goals.map((goal) => [
    cell('text', goal.expected ?? style.blankText, { columnSpan: grid.expected }),
    cell('text', goal.actual ?? style.blankText, { columnSpan: grid.actual }),
    cell('number', goal.completionRate, { columnSpan: spans[2] ?? 1 }),
  ]);
  return [[sectionCell('三、目标完成情况', rows.length + 1, style), ...heads], ...rows];
}

function indicatorRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const [, , third, target, actual, score] = grid.indicator;
  const names = ['一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'];
  const heads = names.map((text, index) => cell('heading', text, { columnSpan: grid.indicator[index] ?? 1 }));
  const all = record.indicators.map((each) => ({ record: each, unused: false }));
  const levels = levelCells(all, style);
  const rows = record.indicators.map((each, row) => [
    ...(levels[row] ?? []),
    cell('text', each.level3, { columnSpan: third }),
    cell('name', each.target ?? style.blankText, { columnSpan: target }),
    cell('name', each.actual ?? style.blankText, { columnSpan: actual }),
    cell('number', each.score, { columnSpan: score }),
  ]);
  const body = [heads, ...rows, totalCells(record, grid.widths.length - 1, style)];
  return withSection('四、年度绩效指标完成情况', body, style);
}

function totalCells(record: FormRecord, inner: number, style: FormStyle): Cell[] {
  const score = cell('number', record.totalScore);
  if (style.totalSpan === 'merged') return [cell('heading', style.totalLabel, { columnSpan: inner - 1 }), score];
  return [cell('heading', style.totalLabel), ...Array.from({ length: inner - 2 }, () => cell('name', '')), score];
}

function issueRows(record: FormRecord, inner: number, style: FormStyle): Cell[][] {
  if (record.issues === undefined && style.dropEmpty) return [];
  return [
    [
      cell('label', '五、存在问题、原因及下一步整改措施'),
      cell('text', record.issues ?? style.blankText, { columnSpan: inner }),
    ],
  ];
}
