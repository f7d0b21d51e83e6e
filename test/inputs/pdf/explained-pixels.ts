import type { Box } from '../../../src/model/geometry.ts';
import type { DrawnPage, Ruling } from '../../../src/model/page.ts';
import type { PagePicture } from '../../../src/inputs/pdf/render.ts';

/** How the pixels of a page agree with what was read from it. */
export interface PixelAgreement {
  /** The share of dark pixels that lie in no text box and on no ruling. */
  readonly unexplained: number;
  /** Texts in whose box no pixel is inked. */
  readonly blankTexts: readonly string[];
}

const darkBelow = 128;
/** Thin strokes of small print are lighter. */
const inkedBelow = 224;
/** Antialiasing, and half a line. */
const tolerancePixels = 1.5;

/** Compares a grey picture of a page with the page's text items and rulings. */
export function compareWithPixels(page: DrawnPage, picture: PagePicture): PixelAgreement {
  const scale = picture.width / page.widthPt;
  const isExplained = new Uint8Array(picture.width * picture.height);
  const boxes = [...page.textItems.map((item) => item.box), ...page.rulings.map(boxOfRuling)];
  for (const box of boxes) {
    for (const index of pixelsIn(box, picture, { scale, grow: tolerancePixels })) isExplained[index] = 1;
  }
  const dark = [...picture.data.keys()].filter((index) => greyAt(picture, index) < darkBelow);
  return {
    unexplained: dark.filter((index) => isExplained[index] === 0).length / dark.length,
    blankTexts: page.textItems
      .filter(
        (item) => !pixelsIn(item.box, picture, { scale, grow: 0 }).some((index) => greyAt(picture, index) < inkedBelow),
      )
      .map((item) => item.text),
  };
}

function greyAt(picture: PagePicture, index: number): number {
  return picture.data[index] ?? 255;
}

function boxOfRuling({ orientation, position, start, end, thicknessPt }: Ruling): Box {
  const [from, to] = [position - thicknessPt / 2, position + thicknessPt / 2];
  return orientation === 'horizontal'
    ? { left: start, top: from, right: end, bottom: to }
    : { left: from, top: start, right: to, bottom: end };
}

/** Indices of the pixels in a box given in points. */
function pixelsIn(
  box: Box,
  { width, height }: PagePicture,
  { scale, grow }: { readonly scale: number; readonly grow: number },
): number[] {
  const range = (from: number, to: number, end: number): number[] => {
    const first = Math.max(0, Math.floor(from * scale - grow));
    const last = Math.min(end - 1, Math.ceil(to * scale + grow));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  };
  const columns = range(box.left, box.right, width);
  return range(box.top, box.bottom, height).flatMap((y) => columns.map((x) => y * width + x));
}
