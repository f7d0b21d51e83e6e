import { countPictures, decodePicture } from '../../images/decode.ts';
import { ExtractionError, exitCodes } from '../../model/extraction-error.ts';
import type { Page, ReadDocument } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadContext } from '../format.ts';

/** A page of paper is about this long; what a picture claims less than 100 dpi of was not measured. */
const pageLengthPt = 842;

/**
 * Reads the pages of a picture file by recognising their text. A page that cannot be decoded is a problem and the
 * others go on.
 *
 * @throws ExtractionError `image-broken`, `too-many-pages`, `ocr-off`
 */
export async function readImage(bytes: Uint8Array, { limits, recognize }: ReadContext): Promise<ReadDocument> {
  const count = await pageCountOf(bytes, limits);
  if (recognize === null)
    throw refusal('ocr-off', 'A picture has no text without OCR, which is off', 'Choose an OCR engine');
  const pages: Page[] = [];
  const problems: Problem[] = [];
  for (let number = 1; number <= count; number++) {
    try {
      const { picture, dpi } = await decodePicture(bytes, { page: number - 1, maxPixels: limits.maxPixels });
      const pixelsPerPt = dpi === null ? Math.max(picture.width, picture.height) / pageLengthPt : dpi / 72;
      pages.push(await recognize({ number, picture, pixelsPerPt }));
      problems.push({
        code: 'page-recognized',
        message: 'The page is a picture',
        hint: 'Review the values that are marked',
        stage: 'read',
        page: number,
      });
    } catch (cause) {
      const message = `The page cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
      pages.push({ kind: 'drawn', number, widthPt: 0, heightPt: 0, quarterTurns: 0, textItems: [], rulings: [] });
      problems.push({ code: 'page-broken', message, hint: 'Scan the page again', stage: 'read', page: number });
    }
  }
  return { pages, problems };
}

async function pageCountOf(bytes: Uint8Array, limits: ReadContext['limits']): Promise<number> {
  let count: number;
  try {
    count = await countPictures(bytes, limits.maxPixels);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refusal('image-broken', `The picture cannot be opened: ${reason}`, 'Fetch or scan it again');
  }
  if (count <= limits.maxPages) return count;
  throw refusal(
    'too-many-pages',
    `The picture has ${count} pages`,
    'Split the file, or raise maxPages of the stage "read"',
  );
}

function refusal(code: string, message: string, hint: string): ExtractionError {
  return new ExtractionError(message, { code, exitCode: exitCodes.nothingRead, stage: 'read', hint });
}
