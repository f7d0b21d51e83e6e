import type { FormStyle } from '../form-style.ts';
import type { FormRecord, Fund } from '../record.ts';
import { type Cell, cell, type PrintedForm, type Table } from '../table.ts';
import { columnShares, footLines, headLines, sectionCell, withSection } from './head.ts';
import { type IndicatorRow, levelCells, withUnusedRows } from './indicator-rows.ts';

/** How many columns of the grid each part takes, right of the first column. */
interface Grid {
  readonly widths: readonly number[];
  /** 一级, 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因 */
  readonly indicator: readonly [number, number, number, number, number, number, number, number];
  /** Name, 年初, 全年预算, 全年执行, 分值, 执行率, 得分 */
  readonly funds: readonly [number, number, number, number, number, number, number];
  readonly supervising: number;
  readonly expected: number;
}

const grids: readonly Grid[] = [
  {
    widths: [8, 9, 10, 17, 12, 12, 7, 7, 12],
    indicator: [1, 1, 1, 1, 1, 1, 1, 1],
    funds: [2, 1, 1, 1, 1, 1, 1],
    supervising: 4,
    expected: 4,
  },
  {
    widths: [7, 10, 11, 10, 10, 12, 12, 7, 7, 13],
    indicator: [1, 1, 2, 1, 1, 1, 1, 1],
    funds: [2, 2, 1, 1, 1, 1, 1],
    supervising: 4,
    expected: 5,
  },
  {
    widths: [7, 10, 11, 18, 12, 12, 7, 7, 7, 8],
    indicator: [1, 1, 1, 1, 1, 1, 1, 2],
    funds: [2, 1, 1, 1, 1, 1, 2],
    supervising: 3,
    expected: 4,
  },
  {
    widths: [8, 9, 10, 9, 9, 11, 12, 7, 9, 12],
    indicator: [1, 1, 2, 1, 1, 1, 1, 1],
    funds: [3, 1, 1, 1, 1, 1, 1],
    supervising: 4,
    expected: 4,
  },
];

/** 项目支出绩效自评表 of the Ministry of Finance (财预〔2020〕10号). */
export function layOutMinistry(record: FormRecord, style: FormStyle): PrintedForm {
  const grid = grids[style.grid % grids.length];
  if (grid === undefined) throw new RangeError('the layout has no grid');
  const above = [...basicRows(record, grid, style), ...fundRows(record, grid, style), ...goalRows(record, grid, style)];
  const below = indicatorRows(record, grid, style);
  const shares = columnShares(grid.widths, style);
  const table = (rows: readonly (readonly Cell[])[], headerRows: number): Table => ({
    kind: 'table',
    columnShares: shares,
    rows,
    headerRows,
  });
  const tables = style.splitTable
    ? [table(above, 0), table(below, style.repeatHead ? 1 : 0)]
    : [table([...above, ...below], style.repeatHead ? 2 : 0)];
  return { blocks: [...headLines(record, style, false), ...tables, ...footLines(record, style)] };
}

function basicRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const inner = grid.widths.length - 1;
  const supervising = style.fundLabels === 3 ? '主管部门\n及代码' : '主管部门';
  return [
    [cell('heading', '项目名称'), cell('name', record.projectName, { columnSpan: inner })],
    [
      cell('heading', supervising),
      cell('name', record.supervisingUnit, { columnSpan: grid.supervising }),
      cell('heading', '实施单位'),
      cell('name', record.implementingUnit, { columnSpan: inner - grid.supervising - 1 }),
    ],
  ];
}

function fundRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const [name, ...spans] = grid.funds;
  const bare = record.funds.some((fund) => /^\d+\.\d\d$/.test(fund.executionRate ?? ''));
  const heads = fundHeads(style, bare, record.funds[0]?.weight ?? '').map((text, index) =>
    cell('heading', text, { columnSpan: spans[index] ?? 1 }),
  );
  const rows = record.funds.map((fund) => {
    const amounts = [fund.initial, fund.budgeted, fund.executed].map((text) => text ?? style.blankAmount);
    const first = fund.source === 'total';
    const marks = [fund.weight, fund.executionRate, fund.score].map((text) => text ?? (first ? '' : style.blankMark));
    const texts = [...amounts, ...marks];
    return [
      cell('heading', fundLabel(fund, style), { columnSpan: name }),
      ...texts.map((text, index) => cell('number', text, { columnSpan: spans[index] ?? 1 })),
    ];
  });
  const unit = style.label(`(${record.amountUnit ?? ''})`);
  const label = ['项目资金', '项目资金\n', '项目资金 ', '项目资金\n'][style.fundHeads] ?? '项目资金';
  const section = sectionCell(label + unit, rows.length + 1, style);
  return [[section, cell('heading', '', { columnSpan: name }), ...heads], ...rows];
}

function fundHeads(style: FormStyle, bareRate: boolean, weight: string): string[] {
  const rate = bareRate ? style.label('执行率(%)') : '执行率';
  const spelled = [
    ['年初预算数', '全年预算数', '全年执行数', '分值', rate, '得分'],
    ['年初\n预算数', '全年\n预算数', '全年\n执行数', '分值', rate, '得分'],
    [
      '年初预算数',
      style.label('全年预算数(A)'),
      style.label('全年执行数(B)'),
      '分值',
      bareRate ? rate : style.label('执行率(B/A)'),
      '得分',
    ],
    ['年初预算数', '全年预算数', '全年执行数', style.label(`分值(${weight}分)`), rate, '得分'],
  ];
  return spelled[style.fundHeads === 3 && weight === '' ? 0 : style.fundHeads] ?? [];
}

function fundLabel(fund: Fund, style: FormStyle): string {
  const spelled: Record<Fund['source'], readonly string[]> = {
    total: ['年度资金总额', '年度资金总额:', '年度资金总额', '年度资金总额:'],
    fiscal: ['其中:当年财政拨款', '其中: 当年财政拨款', '其中:财政拨款', '其中:当年财政拨款'],
    carryover: ['上年结转资金', '      上年结转资金', '上年结转', '上年结转资金'],
    other: ['其他资金', '      其他资金', '其他资金', '其他资金'],
  };
  return style.label(spelled[fund.source][style.fundLabels] ?? '');
}

function goalRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const rest = grid.widths.length - 1 - grid.expected;
  const heads = [
    cell('heading', '预期目标', { columnSpan: grid.expected }),
    cell('heading', '实际完成情况', { columnSpan: rest }),
  ];
  const rows = record.goals.map((goal) => [
    cell('text', goal.expected ?? style.blankText, { columnSpan: grid.expected }),
    cell('text', goal.actual ?? style.blankText, { columnSpan: rest }),
  ]);
  return [[sectionCell('年度总体目标', rows.length + 1, style), ...heads], ...rows];
}

function indicatorRows(record: FormRecord, grid: Grid, style: FormStyle): Cell[][] {
  const deviation = style.fundHeads === 1 ? '偏差原因分析\n及改进措施' : '偏差原因分析及改进措施';
  const names = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', deviation];
  const heads = names.map((text, index) => cell('heading', text, { columnSpan: grid.indicator[index] ?? 1 }));
  const all = withUnusedRows(record.indicators, style);
  const levels = levelCells(all, style);
  const rows = all.map((row, index) => [...(levels[index] ?? []), ...valueCells(row, grid, style)]);
  const body = [heads, ...rows];
  return [...withSection('绩效指标', body, style), totalCells(record, grid, style)];
}

function valueCells({ record, unused }: IndicatorRow, grid: Grid, style: FormStyle): Cell[] {
  const [, , third, target, actual, weight, score, deviation] = grid.indicator;
  const blank = unused ? '' : style.blankText;
  return [
    cell('text', record.level3, { columnSpan: third }),
    cell('name', record.target ?? blank, { columnSpan: target }),
    cell('name', record.actual ?? blank, { columnSpan: actual }),
    cell('number', record.weight, { columnSpan: weight }),
    cell('number', record.score, { columnSpan: score }),
    cell('text', record.deviation ?? blank, { columnSpan: deviation }),
  ];
}

function totalCells(record: FormRecord, grid: Grid, style: FormStyle): Cell[] {
  const [first, second, third, target, actual, weight, score, deviation] = grid.indicator;
  const names = 1 + first + second + third + target + actual;
  return [
    cell('heading', style.totalLabel, { columnSpan: names }),
    cell('number', '100', { columnSpan: weight }),
    cell('number', record.totalScore, { columnSpan: score }),
    cell('text', '', { columnSpan: deviation }),
  ];
}
