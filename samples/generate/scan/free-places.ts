import type { Box } from '../../../src/model/geometry.ts';
import type { Random } from '../random.ts';
import { between } from './sheet.ts';
import type { PrintedPage } from './source-pages.ts';

/** True where nothing is printed within `marginPt` of the box; rulings may cross it. */
export function isFree({ texts, widthPt, heightPt }: PrintedPage, box: Box, marginPt = 2): boolean {
  if (box.left < 0 || box.top < 0 || box.right > widthPt || box.bottom > heightPt) return false;
  return texts.every(
    ({ box: text }) =>
      text.right + marginPt < box.left ||
      text.left - marginPt > box.right ||
      text.bottom + marginPt < box.top ||
      text.top - marginPt > box.bottom,
  );
}

/** A random place for something of a size where nothing is printed; `null` where none was found. */
export function drawFreePlace(
  random: Random,
  page: PrintedPage,
  size: { widthPt: number; heightPt: number },
): Box | null {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const left = between(random, 12, page.widthPt - size.widthPt - 12);
    const top = between(random, 12, page.heightPt - size.heightPt - 12);
    const box = { left, top, right: left + size.widthPt, bottom: top + size.heightPt };
    if (isFree(page, box)) return box;
  }
  return null;
}
