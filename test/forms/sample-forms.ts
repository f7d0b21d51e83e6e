import type { Table, TextLine } from '../../src/model/table.ts';
import { line, ruledTable, type SpanningCell } from './table-builder.ts';

type Row = (string | SpanningCell)[];
type Blocks = (TextLine | Table)[];

/** Rows of the table of Shijiazhuang by section; a test changes or drops what it is about. */
export const shijiazhuangRows: Readonly<
  Record<'basics' | 'funds' | 'goals' | 'indicators' | 'issues', readonly Row[]>
> = {
  basics: [
    [
      '一、基本情况',
      { text: '项目名称', across: 2 },
      { text: '教育经费', across: 2 },
      '实施(主管)单位',
      { text: '市教育局', across: 2 },
    ],
  ],
  funds: [
    [
      { text: '二、预算执行情况', down: 4 },
      { text: '预算安排情况(调整后)', across: 2 },
      { text: '资金到位情况', across: 2 },
      { text: '资金执行情况', across: 2 },
      '预算执行进度',
    ],
    ['预算数:', '82', '到位数:', '82', '执行数:', '78.67', { text: '95.94%', down: 3 }],
    ['其中:财政资金', '82', '其中:财政资金', '82', '其中:财政资金', '78.67'],
    ['其他', '', '其他', '', '其他', ''],
  ],
  goals: [
    [
      { text: '三、目标完成情况', down: 2 },
      { text: '年度预期目标', across: 3 },
      { text: '具体完成情况', across: 3 },
      '总体完成率',
    ],
    [{ text: '印刷材料', across: 3 }, { text: '已经印刷', across: 3 }, '100%'],
  ],
  indicators: [
    [
      { text: '四、年度绩效指标完成情况', down: 4 },
      '一级指标',
      '二级指标',
      { text: '三级指标', across: 2 },
      '预期指标值',
      '实际完成值',
      '自评得分',
    ],
    [{ text: '产出指标(60)', down: 1 }, '数量指标', { text: '印刷数量', across: 2 }, '≥100份', '120份', '60'],
    ['满意度指标(40)', '满意度', { text: '群众满意度', across: 2 }, '≥90%', '95%', '40'],
    [{ text: '总分', across: 6 }, '100'],
  ],
  issues: [['五、存在问题、原因及下一步整改措施', { text: '进一步完善', across: 7 }]],
};

export type SectionName = keyof typeof shijiazhuangRows;

/** One form's table with these sections, in this order. */
export function shijiazhuangTable(
  changed: Partial<Record<SectionName, readonly Row[]>> = {},
  pages: readonly number[] = [],
): Table {
  const rows = { ...shijiazhuangRows, ...changed };
  return ruledTable([...rows.basics, ...rows.funds, ...rows.goals, ...rows.indicators, ...rows.issues], pages);
}

export const title = '市级部门预算项目绩效自评表';

/** One whole form with what stands above and below its table. */
export function shijiazhuangForm(table: Table = shijiazhuangTable()): Blocks {
  return [
    line('附件2'),
    line(title),
    line('(2019年度)'),
    line('填报单位:市教育局', '金额单位:万元'),
    table,
    line('填报人:马建尧', '联系电话:86686104'),
  ];
}

/** So many forms of the ministry in one table, without a row for the total: it stands in a field of its own. */
export function ministryTable(count = 1): Table {
  const one: Row[] = [
    ['项目名称', { text: '体育经费', across: 7 }],
    ['主管部门', { text: '市体育局', across: 3 }, '实施单位', { text: '体育馆', across: 3 }],
    ['联系电话', { text: '85012345', across: 3 }, '自评得分', { text: '97.5', across: 3 }],
    ['项目资金', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['', '年度资金总额', '100', '100', '90', '10', '90%', '9'],
    ['年度总体目标', { text: '预期目标', across: 4 }, { text: '实际完成情况', across: 3 }],
    ['', { text: '修缮', across: 4 }, { text: '已经修缮', across: 3 }],
    ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['', '产出指标', '数量指标', '修缮数量', '1座', '1座', '90', '88.5'],
  ];
  return ruledTable(Array.from({ length: count }, () => one).flat());
}
