import type { Random } from './random.ts';

export type MergeMode = 'merged' | 'repeated' | 'first-only';

/** How one form spells its labels and cuts its grid. What it says is none of its business. */
export interface FormStyle {
  /** A label in the form's brackets and colons, from one written with half-width ones. */
  label(text: string): string;
  /** The weight behind a level-1 name: ` (40)`, `（40分）`, `\n( 10分 )`. */
  weight(points: string): string;
  readonly implementingLabel: string;
  readonly totalLabel: string;
  readonly totalSpan: 'merged' | 'label-only';
  readonly titleGap: string;
  readonly titleLines: 1 | 2;
  readonly yearSpelling: string;
  readonly yearFirst: boolean;
  readonly annex: string;
  readonly metaOnOneLine: boolean;
  readonly footOnOneLine: boolean;
  readonly verticalLabels: boolean;
  /** Vertical by hard line breaks instead of a writing direction. */
  readonly stackedLabels: boolean;
  readonly level1: MergeMode;
  readonly level2: MergeMode;
  readonly sectionMerged: boolean;
  readonly progressMerged: boolean;
  /** Stands where an amount, rate or mark is blank. */
  readonly blankAmount: string;
  readonly blankMark: string;
  readonly blankText: string;
  /** Drop sections and columns of which nothing is filled in. */
  readonly dropEmpty: boolean;
  /** Unused template rows after each level-2 group, at most. */
  readonly unusedRows: number;
  readonly splitTable: boolean;
  readonly repeatHead: boolean;
  /** Which of a layout's grids to take. */
  readonly grid: number;
  /** Shifts each column's share a little; from 0 to 1 for each column. */
  readonly jitter: readonly number[];
  readonly fundHeads: number;
  readonly fundLabels: number;
}

/** Draws how a form is spelled and cut. */
export function drawFormStyle(random: Random): FormStyle {
  return {
    ...drawSpelling(random.fork('spelling')),
    ...drawHeadStyle(random.fork('head')),
    ...drawGrid(random.fork('grid')),
  };
}

function drawSpelling(random: Random) {
  const full = random.chance(0.5);
  const colon = random.weighted([
    [':', full ? 1 : 5],
    [': ', full ? 0 : 4],
    ['：', full ? 8 : 2],
  ]);
  const weights = [
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
    '#分',
  ];
  const own = random.pick(weights);
  const mixed = random.chance(0.15);
  return {
    label: (text: string) => (full ? text.replaceAll('(', '（').replaceAll(')', '）') : text).replaceAll(':', colon),
    weight: (points: string) => (mixed ? random.pick(weights) : own).replace('#', points),
    implementingLabel: random.weighted([
      ['实施(主管)单位', 40],
      ['实施（主管）单位', 35],
      ['实施(主管) 单位', 10],
      ['实施（主管）\n单位', 10],
      ['实施单位', 5],
    ]),
    totalLabel: random.weighted([
      ['总分', 70],
      ['总 分', 12],
      ['总  分', 8],
      ['总　分', 5],
      ['总  分：', 2],
      ['合计', 3],
    ]),
    totalSpan: random.weighted<FormStyle['totalSpan']>([
      ['merged', 85],
      ['label-only', 15],
    ]),
    blankAmount: random.weighted([
      ['', 80],
      ['—', 5],
      ['/', 5],
      ['-', 5],
      ['无', 5],
    ]),
    blankMark: random.weighted([
      ['—', 45],
      ['', 30],
      ['-', 10],
      ['/', 10],
      ['－', 5],
    ]),
    blankText: random.weighted([
      ['', 90],
      ['—', 5],
      ['/', 5],
    ]),
    fundHeads: random.int(0, 3),
    fundLabels: random.int(0, 3),
  };
}

function drawHeadStyle(random: Random) {
  const years = ['(# 年度)', '（# 年度）', '（#年度）', '(#年度)', '( #年度 )', '（  # 年度）', '#年度', '（#年）'];
  return {
    titleGap: random.weighted([
      ['', 80],
      [' ', 14],
      ['  ', 4],
      ['　', 2],
    ]),
    titleLines: random.weighted<1 | 2>([
      [1, 94],
      [2, 6],
    ]),
    yearSpelling: random.pick(years),
    yearFirst: random.chance(0.06),
    annex: random.weighted([
      ['', 35],
      ['附件2:', 30],
      ['附件2：', 10],
      ['附件2', 10],
      ['附件1', 5],
      ['附表3：', 5],
      ['附件：', 5],
    ]),
    metaOnOneLine: random.chance(0.7),
    footOnOneLine: random.chance(0.8),
  };
}

function drawGrid(random: Random) {
  const vertical = random.chance(0.15);
  return {
    verticalLabels: vertical,
    stackedLabels: vertical && random.chance(0.5),
    level1: random.weighted<MergeMode>([
      ['merged', 78],
      ['repeated', 11],
      ['first-only', 11],
    ]),
    level2: random.weighted<MergeMode>([
      ['merged', 55],
      ['repeated', 30],
      ['first-only', 15],
    ]),
    sectionMerged: random.chance(0.95),
    progressMerged: random.chance(0.8),
    dropEmpty: random.chance(0.6),
    unusedRows: random.weighted<number>([
      [0, 65],
      [1, 15],
      [2, 12],
      [3, 8],
    ]),
    splitTable: random.chance(0.15),
    repeatHead: random.chance(0.3),
    grid: random.int(0, 5),
    jitter: Array.from({ length: 12 }, () => random.next()),
  };
}
