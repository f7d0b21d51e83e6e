import { ExtractionError, exitCodes } from '../../model/extraction-error.ts';
import type { Page, ReadDocument } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadContext } from '../format.ts';
import type { ReadLimits } from '../limits.ts';
import { type PageScans, pageScans } from './page-scans.ts';
import { loadPdfjs, openPdf } from './pdfjs.ts';
import { type OpenPdf, type PageResult, readPage } from './read-page.ts';
import { withLinesCutBelow } from './sliced-lines.ts';

/**
 * Reads the text and the rulings of every page of a PDF; a page whose text cannot be relied on is recognised from its
 * picture, and a problem says why.
 *
 * A page that cannot be read is a problem and the others go on.
 *
 * @throws ExtractionError `pdf-encrypted`, `pdf-broken` or `too-many-pages` where nothing can be read at all.
 */
export async function readPdf(bytes: Uint8Array, { limits, recognize }: ReadContext): Promise<ReadDocument> {
  const scans = recognize === null ? null : pageScans(bytes, recognize);
  let open = await openDocument(bytes, limits);
  const pages: Page[] = [];
  let before: PageResult | undefined;
  const problems: Problem[] = [];
  try {
    for (let number = 1; number <= open.document.numPages; number++) {
      const read = await fromPicture(await readPage(open, number), scans);
      if (before !== undefined) pages.push(withLinesCutBelow(before.page, before.slices, read.slices));
      before = read;
      problems.push(...read.problems);
      if (!read.isTooLarge) continue;
      await open.document.loadingTask.destroy();
      open = await openDocument(bytes, limits);
    }
  } finally {
    scans?.close();
    await open.document.loadingTask.destroy();
  }
  if (before !== undefined) pages.push(before.page);
  return { pages, problems };
}

/** The page as its picture shows it, where its own text cannot be relied on and recognition is switched on. */
async function fromPicture(read: PageResult, scans: PageScans | null): Promise<PageResult> {
  const { page, textProblem, problems } = read;
  if (textProblem === null) return read;
  if (scans === null) return { ...read, problems: [textProblem, ...problems] };
  const recognized = await scans.recognize(page, textProblem);
  // Halves of lines that the file spells belong to text that is not used.
  const slices = recognized.page === page ? read.slices : [];
  return { ...read, page: recognized.page, slices, problems: [...recognized.problems, ...problems] };
}

async function openDocument(bytes: Uint8Array, limits: ReadLimits): Promise<OpenPdf> {
  const pdfjs = await loadPdfjs();
  try {
    const document = await openPdf(bytes, limits.maxPages);
    return { pdfjs, document, layers: await document.getOptionalContentConfig(), limits };
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
