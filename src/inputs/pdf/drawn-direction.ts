import { type Pdfium, release, reserve } from './pdfium-module.ts';

/**
 * Clockwise quarter turns, beyond /Rotate, after which most of a page's text reads upright: what `turnUpright` gives
 * the page's boxes, asked of PDFium. `page` is a page that PDFium has open.
 *
 * The two count characters slightly differently (text outside the clip, characters without a code): a page with
 * as many characters sideways as upright may be turned by the one and not by the other.
 */
export function quarterTurnsOf(pdfium: Pdfium, page: number): number {
  const { calls } = pdfium;
  const text = calls.FPDFText_LoadPage(page);
  const matrix = reserve(pdfium, matrixBytes);
  try {
    const rotation = calls.FPDFPage_GetRotation(page);
    const counts = [0, 0, 0, 0];
    const characters = calls.FPDFText_CountChars(text);
    for (let index = 0; index < characters; index++) {
      if (calls.FPDFText_IsGenerated(text, index) === 1 || !calls.FPDFText_GetMatrix(text, index, matrix)) continue;
      const [, , c = 0, d = 0] = pdfium.memory.HEAPF32.subarray(matrix / 4, matrix / 4 + 4);
      const turns = (turnsOfUp(c, -d) - rotation + 4) % 4;
      counts[turns] = (counts[turns] ?? 0) + 1;
    }
    return counts.indexOf(Math.max(...counts));
  } finally {
    release(pdfium, matrix);
    calls.FPDFText_ClosePage(text);
  }
}

/** FS_MATRIX: six floats. */
const matrixBytes = 24;

/** Clockwise turns that bring a character whose top points to `x`, `y` (y downwards) upright. */
function turnsOfUp(x: number, y: number): number {
  if (Math.abs(x) > Math.abs(y)) return x < 0 ? 1 : 3;
  return y <= 0 ? 0 : 2;
}
