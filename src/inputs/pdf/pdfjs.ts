import { createRequire } from 'node:module';
import path from 'node:path';
import { documentThatTakesFonts, standInForCanvas } from './browser-stand-ins.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';

export type { PDFDocumentProxy, PDFPageProxy };

/** pdfjs-dist as this project uses it. */
export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<Pdfjs> | undefined;

/** The library, loaded at its first use: it costs a fifth of a second, which text files need not pay. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfjs> {
  standInForCanvas();
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * Opens a PDF for reading its text and paths. Character maps come from the package, since without them text in
 * Chinese fonts that are not embedded comes back empty. Nothing is drawn here: `maxImageSize` drops images, and fonts
 * go to a document that does nothing with them.
 *
 * @throws what pdfjs throws: `PasswordException`, `InvalidPDFException` and others, told apart by `name`.
 */
export async function openPdf(bytes: Uint8Array, maxPages: number): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs();
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => `${path.join(root, name)}/`;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    disableFontFace: false,
    ownerDocument: documentThatTakesFonts(),
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages <= maxPages) return document;
    throw new RangeError(`${document.numPages} pages are claimed, ${maxPages} at most are read`);
  } catch (error) {
    // Without this, the bytes of every file that cannot be opened stay in memory.
    await task.destroy();
    throw error;
  }
}
