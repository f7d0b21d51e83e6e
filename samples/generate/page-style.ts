import { pageOdds as odds } from './data/odds.ts';
import type { Random } from './random.ts';
import type { Align, CellRole } from './table.ts';

/** How one file looks on paper. All lengths are points. */
export interface PageStyle {
  readonly font: string;
  readonly titleFont: string;
  /** For digits and Latin letters; `null` takes those of `font`. */
  readonly latinFont: string | null;
  readonly sizePt: number;
  readonly titleSizePt: number;
  readonly titleBold: boolean;
  readonly headingBold: boolean;
  readonly lineHeight: number;
  readonly lineWidthPt: number;
  readonly outerLineWidthPt: number;
  readonly lineColor: string;
  readonly paddingXPt: number;
  readonly paddingYPt: number;
  readonly minRowHeightPt: number;
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  readonly aligns: Readonly<Record<CellRole, Align>>;
  readonly justify: boolean;
  readonly indentText: boolean;
  /** Background of headings and labels; empty for none. */
  readonly shade: string;
  readonly landscape: boolean;
  readonly marginXPt: number;
  readonly marginYPt: number;
  readonly collapse: boolean;
  readonly spacingPt: number;
  /** Each form begins a page, or follows the one before. */
  readonly pagePerForm: boolean;
  readonly rowsBreak: boolean;
  readonly runningHead: string;
  readonly pageNumber: '' | '#' | '- # -' | '第 # 页' | '— # —' | '第#页 共*页';
}

/** The Chinese families that are installed where samples are made, as fontconfig names them. */
const fonts = [
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'WenQuanYi Micro Hei',
  'WenQuanYi Zen Hei',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'AR PL SungtiL GB',
  'AR PL KaitiM GB',
] as const;

const latinFonts = ['Nimbus Roman', 'Nimbus Sans', 'DejaVu Serif', 'DejaVu Sans'] as const;

/** A4, upright. */
export const paperPt = { width: 595.28, height: 841.89 } as const;

/** Draws the look of one file. */
export function drawPageStyle(random: Random): PageStyle {
  const font = random.pick(fonts);
  const landscape = random.chance(0.22);
  const sizePt = random.step(8, 12, 0.5);
  const dense = random.chance(0.3);
  const lineWidthPt = random.weighted(odds.lineWidthPt);
  return {
    font,
    titleFont: random.chance(0.5) ? font : random.pick(fonts),
    latinFont: random.chance(0.4) ? random.pick(latinFonts) : null,
    sizePt: dense ? Math.min(sizePt, 9) : sizePt,
    titleSizePt: random.step(14, 22, 0.5),
    titleBold: random.chance(0.6),
    headingBold: random.chance(0.25),
    lineHeight: random.step(1.1, 1.7, 0.05),
    lineWidthPt,
    outerLineWidthPt: random.chance(0.15) ? Math.max(lineWidthPt, 1.5) : lineWidthPt,
    lineColor: random.weighted(odds.lineColor),
    paddingXPt: dense ? random.step(0, 2, 0.25) : random.step(1, 6, 0.25),
    paddingYPt: dense ? random.step(0, 1, 0.25) : random.step(0.5, 6, 0.25),
    minRowHeightPt: random.chance(0.5) ? random.int(16, 34) : 0,
    verticalAlign: random.weighted(odds.verticalAlign),
    aligns: drawAligns(random),
    justify: random.chance(0.2),
    indentText: random.chance(0.12),
    shade: random.weighted(odds.shade),
    landscape,
    marginXPt: random.step(28, 80, 1),
    marginYPt: random.step(30, 75, 1),
    collapse: random.chance(0.85),
    spacingPt: random.weighted(odds.spacingPt),
    pagePerForm: random.chance(0.55),
    rowsBreak: random.chance(0.7),
    runningHead: random.weighted(odds.runningHead),
    pageNumber: random.weighted(odds.pageNumber),
  };
}

function drawAligns(random: Random): Record<CellRole, Align> {
  return {
    label: random.weighted(odds.aligns.label),
    heading: random.weighted(odds.aligns.heading),
    name: random.weighted(odds.aligns.name),
    text: random.weighted(odds.aligns.text),
    number: random.weighted(odds.aligns.number),
  };
}
