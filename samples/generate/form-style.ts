import { formOdds as odds, weightSpellings, yearSpellings } from './data/odds.ts';
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
  /** Where the year's line stands: above or below the title, or between its lines. */
  readonly yearPlace: 'above' | 'between' | 'below';
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
  const own = random.pick(weightSpellings);
  const mixed = random.chance(0.15);
  return {
    label: (text: string) => (full ? text.replaceAll('(', '（').replaceAll(')', '）') : text).replaceAll(':', colon),
    weight: (points: string) => (mixed ? random.pick(weightSpellings) : own).replace('#', points),
    implementingLabel: random.weighted(odds.implementingLabel),
    totalLabel: random.weighted(odds.totalLabel),
    totalSpan: random.weighted(odds.totalSpan),
    blankAmount: random.weighted(odds.blankAmount),
    blankMark: random.weighted(odds.blankMark),
    blankText: random.weighted(odds.blankText),
    fundHeads: random.int(0, 3),
    fundLabels: random.int(0, 3),
  };
}

function drawHeadStyle(random: Random) {
  const yearPlace = random.weighted(odds.yearPlace);
  return {
    titleGap: random.weighted(odds.titleGap),
    titleLines: yearPlace === 'between' ? 2 : random.weighted(odds.titleLines),
    yearSpelling: random.pick(yearSpellings),
    yearPlace,
    annex: random.weighted(odds.annex),
    metaOnOneLine: random.chance(0.7),
    footOnOneLine: random.chance(0.8),
  };
}

function drawGrid(random: Random) {
  const vertical = random.chance(0.15);
  return {
    verticalLabels: vertical,
    stackedLabels: vertical && random.chance(0.5),
    level1: random.weighted(odds.level1),
    level2: random.weighted(odds.level2),
    sectionMerged: random.chance(0.95),
    progressMerged: random.chance(0.8),
    dropEmpty: random.chance(0.6),
    unusedRows: random.weighted(odds.unusedRows),
    splitTable: random.chance(0.15),
    repeatHead: random.chance(0.3),
    grid: random.int(0, 5),
    jitter: Array.from({ length: 12 }, () => random.next()),
  };
}
