import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist/types/src/display/api.d.ts';
import { documentThatTakesFonts } from './browser-stand-ins.ts';
import { addNewerBuiltIns } from './newer-built-ins.ts';
import { WorkerPort } from './worker-port.ts';

export type { PDFDocumentProxy, PDFPageProxy };

/** pdfjs-dist as this project uses it. */
export type Pdfjs = Pick<typeof import('pdfjs-dist'), 'getDocument' | 'OPS' | 'VerbosityLevel'> & {
  /** Reads all documents, in this thread. */
  readonly worker: PDFWorker;
};

let loaded: Promise<Pdfjs> | undefined;

/** The library, loaded at its first use: it costs a tenth of a second, which text files need not pay. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfjs> {
  addNewerBuiltIns();
  const { getDocument, OPS, PDFWorker, VerbosityLevel, WorkerMessageHandler } = await import('./pdfjs-library.ts');
  const port = new WorkerPort();
  WorkerMessageHandler.initializeFromPort(port);
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  return { getDocument, OPS, VerbosityLevel, worker };
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
    worker: pdfjs.worker,
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
