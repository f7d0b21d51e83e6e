import { countPictures, decodePicture } from '../../images/decode.ts';
import { a4LengthPt } from '../../images/paper-size.ts';
import { ExtractionError, exitCodes, reasonOf } from '../../model/extraction-error.ts';
import type { Page, ReadDocument } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadContext } from '../format.ts';

/**
 * Reads the pages of a picture file by recognising their text. A page that cannot be decoded is a problem and the
 * others go on.
 *
 * @throws ExtractionError `image-broken`, `too-many-pages`, `ocr-off`
 */
export async function readImage(bytes: Uint8Array, { limits, recognize }: ReadContext): Promise<ReadDocument> {
  const count = await pageCountOf(bytes, limits);
  if (recognize === null) {
    throw refusal('A picture has no text without OCR, which is off', {
      code: 'ocr-off',
      hint: 'Choose an OCR engine for the stage "read" in the pipeline',
    });
  }
  const pages: Page[] = [];
  const problems: Problem[] = [];
  for (let number = 1; number <= count; number++) {
    try {
      const { picture, dpi } = await decodePicture(bytes, { page: number - 1, maxPixels: limits.maxPixels });
      const pixelsPerPt = dpi === null ? Math.max(picture.width, picture.height) / a4LengthPt : dpi / 72;
      pages.push(await recognize({ number, picture, pixelsPerPt }));
      problems.push({
        code: 'page-recognized',
        message: 'The page is a picture',
        hint: 'Review the values that are marked',
        stage: 'read',
        page: number,
      });
    } catch (cause) {
      const message = `The page cannot be read: ${reasonOf(cause)}`;
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
    throw refusal(`The picture cannot be opened: ${reasonOf(cause)}`, {
      code: 'image-broken',
      hint: 'Fetch or scan it again',
    });
  }
  if (count <= limits.maxPages) return count;
  throw refusal(`The picture has ${count} pages`, {
    code: 'too-many-pages',
    hint: 'Split the file, or raise maxPages of the stage "read" in the pipeline',
  });
}

function refusal(message: string, details: { readonly code: string; readonly hint: string }): ExtractionError {
  return new ExtractionError(message, { ...details, exitCode: exitCodes.nothingRead, stage: 'read' });
}
