import type { DrawnPage } from '../../model/page.ts';
import { type EmbeddedScan, embeddedScan } from './embedded-scan.ts';
import { type Pdfium, release, reserve } from './pdfium-module.ts';
import { guarded, notDrawn, refusal } from './pdfium-failure.ts';
import { loadPdfium } from './pdfium.ts';

/** The pixels of a page: rows from the top, without padding; one byte of grey or three of red, green, blue a pixel. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
  /** Less than was asked for where the page is so large that it would pass a limit. */
  readonly dpi: number;
}

export interface RenderOptions {
  readonly dpi: number;
  /** Default: rgb. */
  readonly color?: 'rgb' | 'grey';
  /** Default: `defaultRenderLimits`. */
  readonly limits?: RenderLimits;
}

/** How large a picture may become; a page that would be larger is drawn at fewer dpi. */
export interface RenderLimits {
  readonly maxPixels: number;
  readonly maxSidePixels: number;
}

/** A4 at 300 dpi has 9 million pixels, A3 at 450 dpi 39 million; A0 at 400 dpi is 18,724 pixels high. */
const defaultRenderLimits: RenderLimits = { maxPixels: 50_000_000, maxSidePixels: 20_000 };

/** Which page is to be drawn, and how it was read: its size, and the turns that brought it upright. */
export type PageToDraw = Pick<DrawnPage, 'number' | 'widthPt' | 'heightPt' | 'quarterTurns'>;

/** A PDF that is open for drawing. */
export interface PdfRenderer {
  readonly pageCount: number;
  /**
   * Draws one page as it was read, so that the picture covers its boxes exactly: points times dpi / 72. A page of
   * which nothing could be read, not even its size, is drawn as large as the file says.
   * @throws ExtractionError `page-not-drawn`
   */
  readonly render: (page: PageToDraw, options: RenderOptions) => PagePicture;
  /**
   * The scan that a page, counted from 1, consists of, pixel by pixel; `null` where the page is more than one image.
   * @throws ExtractionError `page-not-drawn`
   */
  readonly scan: (pageNumber: number) => EmbeddedScan | null;
  /** Gives the memory back; afterwards nothing can be drawn. */
  readonly close: () => void;
}

/**
 * Opens a PDF for drawing its pages with PDFium. The caller closes it.
 *
 * Chinese fonts that are not embedded are drawn with another (`fallback-fonts.ts`). Not handled: pages made to take
 * forever, which only another process ends.
 * @throws ExtractionError `pdf-encrypted` or `pdf-broken`
 */
export async function openRenderer(bytes: Uint8Array): Promise<PdfRenderer> {
  const pdfium = await loadPdfium();
  const { calls } = pdfium;
  const { FPDF_GetLastError: lastCode } = calls;
  const address = reserve(pdfium, bytes.length);
  pdfium.memory.HEAPU8.set(bytes, address);
  const document = guarded(() => calls.FPDF_LoadMemDocument(address, bytes.length, ''), null);
  if (document === 0) {
    const code = lastCode();
    release(pdfium, address);
    throw refusal(code);
  }
  return {
    pageCount: calls.FPDF_GetPageCount(document),
    render: (page, options) => guarded(() => renderOpen({ pdfium, document }, page, options), page.number),
    scan: (number) => guarded(() => onPage({ pdfium, document }, number, (page) => embeddedScan(pdfium, page)), number),
    close: () => {
      calls.FPDF_CloseDocument(document);
      release(pdfium, address);
    },
  };
}

/** One page of a PDF, as `PdfRenderer.render` draws it. */
export async function renderPage(bytes: Uint8Array, page: PageToDraw, options: RenderOptions): Promise<PagePicture> {
  const renderer = await openRenderer(bytes);
  try {
    return renderer.render(page, options);
  } finally {
    renderer.close();
  }
}

interface OpenDocument {
  readonly pdfium: Pdfium;
  readonly document: number;
}

/** Does something with a page, counted from 1, by its address. */
function onPage<Result>(open: OpenDocument, number: number, work: (page: number) => Result): Result {
  const { calls } = open.pdfium;
  const address = calls.FPDF_LoadPage(open.document, number - 1);
  if (address === 0) throw notDrawn(number, 'it is missing or damaged');
  try {
    return work(address);
  } finally {
    calls.FPDF_ClosePage(address);
  }
}

function renderOpen(open: OpenDocument, page: PageToDraw, options: RenderOptions): PagePicture {
  const { pdfium } = open;
  const { calls } = pdfium;
  return onPage(open, page.number, (address) => {
    // PDFium knows no /UserUnit: the size that was read has it.
    const widthPt = page.widthPt > 0 ? page.widthPt : calls.FPDF_GetPageWidthF(address);
    const heightPt = page.heightPt > 0 ? page.heightPt : calls.FPDF_GetPageHeightF(address);
    const dpi = affordableDpi(widthPt, heightPt, options);
    const size = { width: toPixels(widthPt, dpi), height: toPixels(heightPt, dpi) };
    const channels = options.color === 'grey' ? 1 : 3;
    const canvas = { ...size, channels, turns: page.quarterTurns } as const;
    return { ...size, channels, dpi, data: paint(pdfium, address, canvas) };
  });
}

function affordableDpi(widthPt: number, heightPt: number, options: RenderOptions): number {
  const { maxPixels, maxSidePixels } = options.limits ?? defaultRenderLimits;
  const byArea = 72 * Math.sqrt(maxPixels / Math.max(1, widthPt * heightPt));
  const bySide = (72 * maxSidePixels) / Math.max(1, widthPt, heightPt);
  return Math.min(options.dpi, byArea, bySide);
}

function toPixels(lengthPt: number, dpi: number): number {
  return Math.max(1, Math.round((lengthPt * dpi) / 72));
}

/** FPDFBitmap_Gray and FPDFBitmap_BGR, by channels. */
const bitmapFormats = { 1: 1, 3: 2 } as const;
/** FPDF_ANNOT with FPDF_GRAYSCALE or FPDF_REVERSE_BYTE_ORDER (red first), by channels. */
const renderFlags = { 1: 0x01 | 0x08, 3: 0x01 | 0x10 } as const;
const white = 0xff_ff_ff_ff;

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly turns: number;
}

function paint(pdfium: Pdfium, page: number, { width, height, channels, turns }: Canvas): Uint8Array {
  const { calls } = pdfium;
  const stride = width * channels;
  const pixels = reserve(pdfium, stride * height);
  const bitmap = calls.FPDFBitmap_CreateEx(width, height, bitmapFormats[channels], pixels, stride);
  try {
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turns, renderFlags[channels]);
    return pdfium.memory.HEAPU8.slice(pixels, pixels + stride * height);
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
    release(pdfium, pixels);
  }
}
