import type { InventedDocument } from '../documents.ts';
import type { PageStyle } from '../page-style.ts';
import type { Random } from '../random.ts';
import type { ScanPlan } from './plan.ts';
import { profiles } from './profiles/index.ts';
import type { PrintedPage } from './source-pages.ts';

/**
 * The Chinese families of the Debian packages fonts-noto-cjk(-extra), -wqy-*, -arphic-*, -lxgw-wenkai, -cns11643-*,
 * -smiley-sans.
 */
const families = [
  'Noto Sans CJK SC',
  'Noto Sans CJK SC Light',
  'Noto Sans CJK SC DemiLight',
  'Noto Sans CJK SC Medium',
  'Noto Serif CJK SC',
  'Noto Serif CJK SC Light',
  'Noto Serif CJK SC Medium',
  'Noto Serif CJK SC SemiBold',
  'WenQuanYi Micro Hei',
  'WenQuanYi Zen Hei',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'AR PL SungtiL GB',
  'AR PL KaitiM GB',
  'LXGW WenKai',
  'LXGW WenKai Light',
  'TW-Kai',
  'TW-Sung',
  'Smiley Sans',
] as const;

const latinFamilies = [
  'Nimbus Roman',
  'Nimbus Sans',
  'Nimbus Mono PS',
  'DejaVu Serif',
  'DejaVu Sans',
  'P052',
  'C059',
] as const;

/**
 * Pixels of an em below which a person no longer reads dense characters with certainty: in shades, in black and white,
 * and by the lines of a coarse fax, which is twice as fine across.
 */
const legibleEmPx = { shades: 14.5, bilevel: 20, coarse: 16 } as const;

/** The smallest print that is still legible, in half points. */
export function legibleSizePt({ profile, dpi }: Pick<ScanPlan, 'profile' | 'dpi'>): number {
  const tone = dpi < 100 ? 'coarse' : profiles[profile].isBilevel ? 'bilevel' : 'shades';
  return Math.ceil(((legibleEmPx[tone] * 72) / dpi) * 2) / 2;
}

/** True where the page's smallest print is legible, give or take how fonts fill their em. */
export function isLegible({ smallestPt }: PrintedPage, plan: ScanPlan): boolean {
  return smallestPt >= legibleSizePt(plan) * 0.9;
}

/**
 * A document as it is printed before it is scanned: more fonts, sizes and line weights than a PDF of the other kinds.
 */
export function dressForPaper(document: InventedDocument, minSizePt: number): InventedDocument {
  const random = document.random.fork('paper');
  const formCount = random.weighted<number>([
    [1, 60],
    [2, 30],
    [4, 10],
  ]);
  return {
    ...document,
    forms: document.forms.slice(0, formCount),
    printed: document.printed.slice(0, formCount),
    pageStyle: drawPaperStyle(document.pageStyle, random, minSizePt),
  };
}

function drawPaperStyle(style: PageStyle, random: Random, minSizePt: number): PageStyle {
  const font = random.pick(families);
  const lineWidthPt = random.pick([0.25, 0.35, 0.5, 0.5, 0.75, 0.75, 1, 1.25, 1.5]);
  const sizePt = Math.max(minSizePt, random.step(7.5, 12, 0.5));
  return {
    ...style,
    font,
    titleFont: random.chance(0.4) ? font : random.pick(families),
    latinFont: random.chance(0.4) ? random.pick(latinFamilies) : null,
    sizePt,
    lineWidthPt,
    outerLineWidthPt: random.chance(0.2) ? Math.max(lineWidthPt, 1.5) : lineWidthPt,
    lineColor: random.chance(0.85) ? '#000000' : '#333333',
    lineHeight: random.step(1.1, 1.5, 0.05),
    paddingYPt: Math.min(style.paddingYPt, 4),
  };
}
