import { ExtractionError, exitCodes } from '../../model/extraction-error.ts';
import { forgetPdfium } from './pdfium.ts';

/**
 * Does something in PDFium. A fault within it becomes an error that says so, of a page or, with `null`, of the file;
 * PDFium itself is started anew for the next document.
 * @throws ExtractionError `page-not-drawn` or `pdf-broken`
 */
export function guarded<Result>(work: () => Result, pageNumber: number | null): Result {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Error) || !faults.has(cause.name)) throw cause;
    forgetPdfium();
    throw pageNumber === null ? notOpened(cause.message, cause) : notDrawn(pageNumber, cause.message, cause);
  }
}

/** WebAssembly's own (WebAssembly.RuntimeError), and memory that ran out. */
const faults: ReadonlySet<string> = new Set(['RuntimeError', 'RangeError']);
const fatal = { exitCode: exitCodes.nothingRead, stage: 'read' } as const;
const repairHint = 'Repair the file, for instance with `qpdf in.pdf out.pdf`, and try again';

/** A page that cannot be drawn, counted from 1, and why. */
export function notDrawn(page: number, reason: string, cause?: unknown): ExtractionError {
  const message = `The page cannot be drawn: ${reason}`;
  return new ExtractionError(message, { ...fatal, code: 'page-not-drawn', hint: repairHint, page, cause });
}

function notOpened(reason: string, cause?: unknown): ExtractionError {
  const message = `The PDF cannot be opened for drawing: ${reason}`;
  return new ExtractionError(message, { ...fatal, code: 'pdf-broken', hint: repairHint, cause });
}

/** FPDF_ERR_PASSWORD of public/fpdfview.h. */
const passwordError = 4;

/** Why PDFium did not open a file, by its last error. */
export function refusal(pdfiumError: number): ExtractionError {
  if (pdfiumError !== passwordError) return notOpened(`PDFium gives error ${pdfiumError}`);
  return new ExtractionError('The PDF is encrypted and opens only with a password', {
    ...fatal,
    code: 'pdf-encrypted',
    hint: 'Save a copy without a password, for instance with `qpdf --decrypt --password=… in.pdf out.pdf`',
  });
}
