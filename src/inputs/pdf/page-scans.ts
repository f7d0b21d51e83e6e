import { greyWithoutSeals } from '../../images/grey.ts';
import { pointsPerPaperPoint } from '../../images/paper-size.ts';
import type { ScannedPage } from '../../images/scanned-page.ts';
import { reasonOf } from '../../model/extraction-error.ts';
import type { DrawnPage } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadContext } from '../format.ts';
import { openRenderer, type PdfRenderer } from './render.ts';

/** A page as it was recognised, or as it was where that failed, and what is to be told of it. */
export interface RecognizedPage {
  readonly page: DrawnPage;
  readonly problems: readonly Problem[];
}

/** Recognises pages of one PDF from their pictures. */
export interface PageScans {
  /**
   * The page read from its picture, since `reason` says that its own text is missing or not to be relied on. A blank
   * page, and one that cannot be drawn, stays as it was read.
   */
  readonly recognize: (page: DrawnPage, reason: Problem) => Promise<RecognizedPage>;
  readonly close: () => void;
}

/** Pages that are not a scan are drawn at so many dots an inch of paper: small print is 30 pixels high. */
const drawnDpi = 300;

/** The PDF is opened for drawing when the first page asks for it. */
export function pageScans(bytes: Uint8Array, recognize: NonNullable<ReadContext['recognize']>): PageScans {
  let opened: PdfRenderer | null = null;
  return {
    recognize: async (page, reason) => {
      try {
        opened ??= await openRenderer(bytes);
        const scan = scanOf(opened, page);
        if (isBlank(scan)) return { page, problems: [reason] };
        return { page: await recognize(scan), problems: [noteOf(reason)] };
      } catch (cause) {
        return { page, problems: [reason, failureOf(cause, page.number)] };
      }
    },
    close: () => opened?.close(),
  };
}

/** What led to recognising the page, told with it. */
function noteOf(reason: Problem): Problem {
  return { ...reason, code: 'page-recognized', hint: 'Review the values that are marked' };
}

function failureOf(cause: unknown, page: number): Problem {
  return {
    code: 'page-not-recognized',
    message: `The text of the page cannot be recognised: ${reasonOf(cause)}`,
    hint: 'Repair the file, for instance with `qpdf in.pdf out.pdf`, or scan the page again',
    stage: 'read',
    page,
  };
}

/** The picture that a page is recognised from: its scan pixel by pixel, or as it is drawn where it is no mere scan. */
export function scanOf(renderer: PdfRenderer, page: DrawnPage): ScannedPage {
  const { number } = page;
  const embedded = renderer.scan(number);
  if (embedded !== null) return { number, ...embedded };
  const dpi = drawnDpi / pointsPerPaperPoint(Math.max(page.widthPt, page.heightPt));
  const drawn = renderer.render(asFiled(page), { dpi });
  return { number, picture: greyWithoutSeals(drawn.data, drawn), pixelsPerPt: drawn.dpi / 72 };
}

/** The page as its file says it lies: a hidden text that reads sideways may be as wrong as the rest of it. */
function asFiled(page: DrawnPage): DrawnPage {
  const isSideways = page.quarterTurns % 2 === 1;
  const [widthPt, heightPt] = isSideways ? [page.heightPt, page.widthPt] : [page.widthPt, page.heightPt];
  return { ...page, widthPt, heightPt, quarterTurns: 0 };
}

/** A page all of one grey has nothing to read. */
function isBlank({ picture: { data } }: ScannedPage): boolean {
  const first = data[0];
  return data.every((level) => level === first);
}
