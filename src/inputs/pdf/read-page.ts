import type { DrawnPage } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadLimits } from '../limits.ts';
import type { PdfFont } from './graphics-state.ts';
import { toMatrix } from './matrix.ts';
import { PageTooLarge, readOperators } from './operator-list.ts';
import { interpretPage } from './page-content.ts';
import type { PDFDocumentProxy, Pdfjs, PDFPageProxy } from './pdfjs.ts';
import { type Slice, slicesOf } from './sliced-lines.ts';
import { toTextItems } from './text-items.ts';
import { judgeText } from './text-quality.ts';
import { judgeUnseenText } from './unseen-text.ts';
import { turnUpright } from './upright.ts';

/** A document that is open for reading. */
export interface OpenPdf {
  readonly pdfjs: Pdfjs;
  readonly document: PDFDocumentProxy;
  /** Which of its layers are switched on as it is opened. */
  readonly layers: Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;
  readonly limits: ReadLimits;
}

/** A page, blank where it could not be read, and what is wrong with it. */
export interface PageResult {
  readonly page: DrawnPage;
  /** Lines that its edge cuts, to be laid against those of the next page. */
  readonly slices: readonly Slice[];
  /** Why its text as the file spells it cannot be relied on, so that its picture tells more; `null` where it can. */
  readonly textProblem: Problem | null;
  /** What else is wrong with it. */
  readonly problems: readonly Problem[];
  /** Whether it passed a limit: then the document is to be opened anew, since only so pdfjs lets go of the page. */
  readonly isTooLarge: boolean;
}

/** Reads the text and the rulings of one page, counted from 1. Whatever is wrong with it is a problem. */
export async function readPage(open: OpenPdf, number: number): Promise<PageResult> {
  try {
    const proxy = await open.document.getPage(number);
    try {
      const { page, slices, unseen } = await drawnPage(open, proxy, number);
      const textProblem = judgeText(page);
      const kept = textProblem?.code === 'text-not-decodable' ? distrust(page) : page;
      return { page: kept, slices, textProblem, problems: unseen === null ? [] : [unseen], isTooLarge: false };
    } finally {
      proxy.cleanup();
    }
  } catch (cause) {
    const isTooLarge = cause instanceof PageTooLarge;
    const problems = [problemOf(cause, number)];
    return { page: blankPage(number), slices: [], textProblem: null, problems, isTooLarge };
  }
}

function problemOf(cause: unknown, page: number): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof PageTooLarge) {
    return {
      code: 'page-too-large',
      message: `The page is left unread: it has ${reason}`,
      hint: 'If it is a form all the same, raise maxOperators and maxMarks of the stage "read" in the pipeline',
      stage: 'read',
      page,
    };
  }
  return {
    code: 'page-broken',
    message: `The page cannot be read: ${reason}`,
    hint: 'Repair the file, for instance with `qpdf in.pdf out.pdf`, and extract it again',
    stage: 'read',
    page,
  };
}

/** A page of which nothing can be trusted. */
function distrust(page: DrawnPage): DrawnPage {
  const textItems = page.textItems.map((item) => ({ ...item, confidence: Math.min(item.confidence, 0.5) }));
  return { ...page, textItems };
}

interface Drawn extends Pick<PageResult, 'slices'> {
  readonly page: DrawnPage;
  /** What the page holds and does not show. */
  readonly unseen: Problem | null;
}

async function drawnPage(open: OpenPdf, proxy: PDFPageProxy, number: number): Promise<Drawn> {
  const { pdfjs, layers, limits } = open;
  const viewport = proxy.getViewport({ scale: 1 });
  const list = await readOperators(proxy, limits.maxOperators);
  const content = interpretPage(list, pdfjs.OPS, {
    base: toMatrix(viewport.transform),
    bounds: { left: 0, top: 0, right: viewport.width, bottom: viewport.height },
    fontNamed: (name) => fontNamed(proxy, name),
    isLayerOn: (layer) => Boolean(layers.isVisible(layer)),
    maxMarks: limits.maxMarks,
  });
  const upright = turnUpright({ widthPt: viewport.width, heightPt: viewport.height, ...content });
  const page: DrawnPage = {
    kind: 'drawn',
    number,
    widthPt: upright.widthPt,
    heightPt: upright.heightPt,
    quarterTurns: upright.quarterTurns,
    textItems: toTextItems(upright.glyphs),
    rulings: upright.rulings,
  };
  return { page, slices: slicesOf(upright.glyphs), unseen: judgeUnseenText(content.glyphs, number) };
}

function blankPage(number: number): DrawnPage {
  return { kind: 'drawn', number, widthPt: 0, heightPt: 0, quarterTurns: 0, textItems: [], rulings: [] };
}

/** Glyph space is a thousandth of text space for all fonts but Type 3 (ISO 32000-2, 9.2.4). */
const standardUnitScale = 0.001;

function fontNamed(proxy: PDFPageProxy, name: string): PdfFont | null {
  if (!proxy.commonObjs.has(name)) return null;
  const font: unknown = proxy.commonObjs.get(name);
  if (typeof font !== 'object' || font === null) return null;
  const hasMatrix = 'fontMatrix' in font && Array.isArray(font.fontMatrix);
  const unitScale = hasMatrix ? Math.abs(toMatrix(font.fontMatrix)[0]) : 0;
  return {
    name,
    unitScale: unitScale === 0 ? standardUnitScale : unitScale,
    isVertical: 'vertical' in font && font.vertical === true,
    isDrawn: 'isType3Font' in font && font.isType3Font === true,
  };
}
