import { ExtractionError, exitCodes } from '../../model/extraction-error.ts';
import type { DrawnPage, Page, ReadDocument } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadLimits } from '../limits.ts';
import type { PdfFont } from './graphics-state.ts';
import { toMatrix } from './matrix.ts';
import { interpretPage } from './page-content.ts';
import { loadPdfjs, openPdf, type PDFDocumentProxy, type Pdfjs, type PDFPageProxy } from './pdfjs.ts';
import { toTextItems } from './text-items.ts';
import { judgeText } from './text-quality.ts';
import { turnUpright } from './upright.ts';

/**
 * Reads the text and the rulings of every page of a PDF.
 *
 * A page that cannot be read is a problem and the others go on.
 *
 * @throws ExtractionError `pdf-encrypted`, `pdf-broken` or `too-many-pages` where nothing can be read at all.
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<ReadDocument> {
  const pdfjs = await loadPdfjs();
  const document = await open(bytes, limits);
  const pages: Page[] = [];
  const problems: Problem[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const { page, problem } = await readPage(pdfjs, document, number);
      pages.push(page);
      if (problem !== null) problems.push(problem);
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return { pages, problems };
}

async function open(bytes: Uint8Array, { maxPages }: ReadLimits): Promise<PDFDocumentProxy> {
  try {
    return await openPdf(bytes, maxPages);
  } catch (cause) {
    throw openError(cause);
  }
}

function openError(cause: unknown): ExtractionError {
  const name = cause instanceof Error ? cause.name : '';
  const reason = cause instanceof Error ? cause.message : String(cause);
  const details = { exitCode: exitCodes.nothingRead, stage: 'read', cause } as const;
  if (name === 'PasswordException') {
    return new ExtractionError('The PDF is encrypted and opens only with a password', {
      ...details,
      code: 'pdf-encrypted',
      hint: 'Save a copy without a password, for instance with `qpdf --decrypt --password=… in.pdf out.pdf`',
    });
  }
  if (cause instanceof RangeError) {
    return new ExtractionError(`The PDF is refused: ${reason}`, {
      ...details,
      code: 'too-many-pages',
      hint: 'Split the file, or raise maxPages of the stage "read" in the pipeline if the number is true',
    });
  }
  return new ExtractionError(`The PDF cannot be opened: ${reason}`, {
    ...details,
    code: 'pdf-broken',
    hint: 'Fetch the file again; if it opens in a viewer, repair it, for instance with `qpdf in.pdf out.pdf`',
  });
}

interface PageResult {
  readonly page: DrawnPage;
  readonly problem: Problem | null;
}

async function readPage(pdfjs: Pdfjs, document: PDFDocumentProxy, number: number): Promise<PageResult> {
  try {
    const proxy = await document.getPage(number);
    try {
      const page = await drawnPage(pdfjs, proxy, number);
      const problem = judgeText(page);
      return { page: problem?.code === 'text-not-decodable' ? distrust(page) : page, problem };
    } finally {
      proxy.cleanup();
    }
  } catch (cause) {
    const message = `The page cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    const hint = 'Repair the file, for instance with `qpdf in.pdf out.pdf`, and extract it again';
    return { page: blankPage(number), problem: { code: 'page-broken', message, hint, stage: 'read', page: number } };
  }
}

/** A page of which nothing can be trusted. */
function distrust(page: DrawnPage): DrawnPage {
  const textItems = page.textItems.map((item) => ({ ...item, confidence: Math.min(item.confidence, 0.5) }));
  return { ...page, textItems };
}

async function drawnPage(pdfjs: Pdfjs, proxy: PDFPageProxy, number: number): Promise<DrawnPage> {
  const viewport = proxy.getViewport({ scale: 1 });
  const list = await proxy.getOperatorList();
  const content = interpretPage(list, pdfjs.OPS, {
    base: toMatrix(viewport.transform),
    bounds: { left: 0, top: 0, right: viewport.width, bottom: viewport.height },
    fontNamed: (name) => fontNamed(proxy, name),
  });
  const upright = turnUpright({ widthPt: viewport.width, heightPt: viewport.height, ...content });
  return {
    kind: 'drawn',
    number,
    widthPt: upright.widthPt,
    heightPt: upright.heightPt,
    textItems: toTextItems(upright.glyphs),
    rulings: upright.rulings,
  };
}

function blankPage(number: number): DrawnPage {
  return { kind: 'drawn', number, widthPt: 0, heightPt: 0, textItems: [], rulings: [] };
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
  };
}
