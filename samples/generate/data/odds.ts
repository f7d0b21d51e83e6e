/**
 * How often each way of printing is drawn: pairs of what is printed and its share. Shares need not add up to anything.
 */

/** Spellings of a weight behind a level-1 name. */
export const weightSpellings = [
  '(#)',
  '（#）',
  '(#分)',
  '（#分）',
  '( #分 )',
  ' (#)',
  ' (#分)',
  '（ #分）',
  '\n(#分)',
  '\n（#分）',
] as const;

/** Spellings of the year below the title. */
export const yearSpellings = [
  '(# 年度)',
  '（# 年度）',
  '（#年度）',
  '(#年度)',
  '( #年度 )',
  '（  # 年度）',
  '#年度',
  '（#年）',
] as const;

export const formOdds = {
  yearPlace: [
    ['below', 90],
    ['above', 6],
    ['between', 4],
  ],
  implementingLabel: [
    ['实施(主管)单位', 40],
    ['实施（主管）单位', 35],
    ['实施(主管) 单位', 10],
    ['实施（主管）\n单位', 10],
    ['实施单位', 5],
  ],
  totalLabel: [
    ['总分', 70],
    ['总 分', 12],
    ['总  分', 8],
    ['总　分', 5],
    ['总  分：', 2],
    ['合计', 3],
  ],
  totalSpan: [
    ['merged', 85],
    ['label-only', 15],
  ],
  blankAmount: [
    ['', 80],
    ['—', 5],
    ['/', 5],
    ['-', 5],
    ['无', 5],
  ],
  blankMark: [
    ['—', 45],
    ['', 30],
    ['-', 10],
    ['/', 10],
    ['－', 5],
  ],
  blankText: [
    ['', 90],
    ['—', 5],
    ['/', 5],
  ],
  titleGap: [
    ['', 80],
    [' ', 14],
    ['  ', 4],
    ['　', 2],
  ],
  titleLines: [
    [1, 94],
    [2, 6],
  ],
  annex: [
    ['', 35],
    ['附件2:', 30],
    ['附件2：', 10],
    ['附件2', 10],
    ['附件1', 5],
    ['附表3：', 5],
    ['附件：', 5],
  ],
  level1: [
    ['merged', 78],
    ['repeated', 11],
    ['first-only', 11],
  ],
  level2: [
    ['merged', 55],
    ['repeated', 30],
    ['first-only', 15],
  ],
  unusedRows: [
    [0, 65],
    [1, 15],
    [2, 12],
    [3, 8],
  ],
} as const;

export const pageOdds = {
  lineWidthPt: [
    [0.25, 15],
    [0.5, 40],
    [0.75, 25],
    [1, 12],
    [1.5, 8],
  ],
  lineColor: [
    ['#000000', 85],
    ['#333333', 8],
    ['#808080', 4],
    ['#1f4e79', 3],
  ],
  verticalAlign: [
    ['middle', 82],
    ['top', 12],
    ['bottom', 6],
  ],
  shade: [
    ['', 85],
    ['#f2f2f2', 6],
    ['#d9e2f3', 4],
    ['#ffff99', 2],
    ['#cccccc', 3],
  ],
  spacingPt: [
    [0, 5],
    [0.75, 3],
    [1.5, 2],
  ],
  runningHead: [
    ['', 85],
    ['2019年度市级部门决算公开', 5],
    ['部门整体绩效自评材料汇编', 5],
    ['附件', 5],
  ],
  pageNumber: [
    ['', 60],
    ['#', 10],
    ['- # -', 10],
    ['第 # 页', 7],
    ['— # —', 8],
    ['第#页 共*页', 5],
  ],
  aligns: {
    label: [
      ['center', 90],
      ['left', 10],
    ],
    heading: [
      ['center', 92],
      ['left', 8],
    ],
    name: [
      ['center', 75],
      ['left', 25],
    ],
    text: [
      ['left', 80],
      ['center', 20],
    ],
    number: [
      ['center', 75],
      ['right', 15],
      ['left', 10],
    ],
  },
} as const;

/** For what forms say, not how they look. */
export const textOdds = {
  goalLength: [
    [0, 45],
    [1, 25],
    [3, 20],
    [6, 10],
  ],
  goalList: [
    ['none', 70],
    ['circled', 12],
    ['dotted', 8],
    ['bracketed', 5],
    ['named', 5],
  ],
  shortResult: [
    ['已完成', 30],
    ['全部完成年度目标任务。', 40],
    ['已按计划完成。', 30],
  ],
  completionRate: [
    ['100%', 55],
    ['100.00%', 12],
    ['98%', 9],
    ['95.5%', 6],
    ['96.32%', 4],
    ['100％', 4],
    ['１００％', 2],
    ['', 8],
  ],
  yuanDecimals: [
    [2, 6],
    [0, 4],
  ],
  amountDecimals: [
    [0, 22],
    [1, 10],
    [2, 40],
    [3, 4],
    [4, 8],
    [5, 3],
    [6, 13],
  ],
  rateStyle: [
    ['0.00%', 60],
    ['0%', 14],
    ['0.0%', 8],
    ['0.00％', 8],
    ['0.0000', 2],
  ],
  executionTarget: [
    ['≥95%', 40],
    ['执行率≥80%', 25],
    ['100%', 20],
    ['≥90%', 15],
  ],
  executionName: [
    ['全年执行金额占预算金额百分比', 80],
    ['预算执行率', 20],
  ],
  /** How fine full marks are, in hundredths of a mark. */
  markStep: [
    [100, 66],
    [50, 16],
    [10, 10],
    [1, 8],
  ],
  /** How often a form's rows miss their targets. */
  missRate: [
    [0, 30],
    [0.1, 50],
    [0.3, 20],
  ],
} as const;
