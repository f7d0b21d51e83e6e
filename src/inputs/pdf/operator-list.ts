import type { PDFPageProxy } from './pdfjs.ts';

/** The operator list of one page, as pdfjs gives it. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A page that draws more than is allowed to be read. */
export class PageTooLarge extends RangeError {}

/** The method of a page to which pdfjs hands operators, by the thousand, as it comes upon them. */
const takeChunk = '_renderPageChunk';

interface ChunkTaker {
  [takeChunk]: (chunk: { readonly length: number }, state: unknown) => void;
}

/**
 * What a page draws. pdfjs has no public way to stop, so operators are counted where the page takes them in. A page
 * that is refused goes on being worked at until its document is destroyed, which the caller does.
 *
 * Not handled: form XObjects that are transparency groups and paint one another again and again; pdfjs collects what
 * they draw before it hands over any of it, and only another process ends that.
 * @throws PageTooLarge as soon as there are more than `maxOperators`
 */
export function readOperators(page: PDFPageProxy, maxOperators: number): Promise<OperatorList> {
  return new Promise((resolve, reject) => {
    const taker: object = page;
    if (!takesChunks(taker)) throw new TypeError('This pdfjs hands over operators in some other way');
    const take = taker[takeChunk].bind(taker);
    let count = 0;
    taker[takeChunk] = (chunk, state) => {
      count += chunk.length;
      if (count > maxOperators) reject(new PageTooLarge(`more than ${maxOperators} drawing operators`));
      else take(chunk, state);
    };
    page.getOperatorList().then(resolve, reject);
  });
}

function takesChunks(page: object): page is ChunkTaker {
  return takeChunk in page && typeof page[takeChunk] === 'function';
}
