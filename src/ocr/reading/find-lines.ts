import type { RepairedPage } from '../../images/repair.ts';
import { drawUpright } from '../../images/warp.ts';
import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { clipToCells } from '../text-windows.ts';
import { withoutBackRulings } from './back-rulings.ts';
import { detectText } from './detect.ts';
import { areInPrint, mayBeLightPrint, partFaintText, type PrintAndFaint, withoutBack } from './faint-text.ts';
import { joinBoxes } from './join-boxes.ts';
import { certaintyOf, lieOnSide, longest } from './orientation.ts';
import { partLines } from './part-lines.ts';
import { readBoxes } from './read-lines.ts';
import type { PageReaders } from './readers.ts';
import { withWallsBetweenTexts } from './walls-between-texts.ts';
import { withoutWallsThroughText } from './walls-through-text.ts';

/** Text is found best at this resolution, whatever the scan's (measured at 100 to 300 dpi). */
export const detectionPixelsPerPt = 200 / 72;
/** A line is widened by this share of its height, since its first and last strokes lie at the edge of what is found. */
const widening = 0.2;

/** What is lower, widened as it is found, is a dash or a speck: the digits of the smallest print are 4 points high. */
const leastPt = 4.4;

/** A page with the boxes of its lines, each within one cell, in points. */
export interface FoundLines {
  readonly page: RepairedPage;
  /** The page as it was looked at, at `detectionPixelsPerPt`. */
  readonly upright: GreyRaster;
  readonly boxes: readonly Box[];
  /** Where print is faint. */
  readonly faint: readonly Box[];
  /** Whether they run down the page, before rulings cut them. */
  readonly areOnSide: boolean;
}

/** Finds the lines of a page; where its back shows through, those of the page without it. */
export async function findLines(readers: PageReaders, page: RepairedPage): Promise<FoundLines> {
  const { backDarkness, ...found } = await findPrint(readers, page);
  if (backDarkness === null) return found;
  const seen = { picture: found.upright, pixelsPerPt: detectionPixelsPerPt };
  const rulings = withoutBackRulings(found.page.rulings, backDarkness, seen);
  return findPrint(readers, { ...page, rulings, picture: withoutBack(page.picture, backDarkness) });
}

interface FoundPrint extends FoundLines {
  /** How dark (0 to 255) what shows through from the page's back is, where it does so all over; else `null`. */
  readonly backDarkness: number | null;
}

async function findPrint(readers: PageReaders, page: RepairedPage): Promise<FoundPrint> {
  const { widthPt, heightPt } = page.frame;
  const whole = { left: 0, top: 0, right: widthPt, bottom: heightPt };
  const upright = drawUpright(page.picture, page.frame, { ...whole, ...sizeAt(whole, detectionPixelsPerPt) });
  const found = await detectText(readers.detection, upright);
  const lines = found.map(toPoints).filter((box) => Math.min(widthOf(box), heightOf(box)) >= leastPt);
  const parted = partFaintText(lines, upright, detectionPixelsPerPt);
  const isLight = await isInLightPrint(readers, page, parted);
  const text = { boxes: isLight ? lines : parted.print, picture: upright, pixelsPerPt: detectionPixelsPerPt };
  const rulings = withWallsBetweenTexts({
    ...text,
    rulings: withoutWallsThroughText({ ...text, rulings: page.rulings }),
  });
  return {
    page: { ...page, rulings },
    upright,
    boxes: partLines(joinBoxes(text.boxes.flatMap((box) => clipToCells(box, rulings)))),
    faint: isLight ? parted.faint : [],
    areOnSide: lieOnSide(found),
    backDarkness: isLight ? null : parted.faintDarkness,
  };
}

/** Whether the faint texts of a page are many, and can be read nearly as well as the others. */
async function isInLightPrint(readers: PageReaders, page: RepairedPage, parted: PrintAndFaint): Promise<boolean> {
  if (!mayBeLightPrint(parted)) return false;
  const certainty = async (boxes: readonly Box[]): Promise<number> =>
    certaintyOf(await readBoxes(readers, { page, boxes: longest(boxes) }));
  return areInPrint(await certainty(parted.faint), await certainty(parted.print));
}

function toPoints({ left, top, right, bottom }: Box): Box {
  const by = (right - left > bottom - top ? bottom - top : right - left) * widening;
  const scale = 1 / detectionPixelsPerPt;
  return { left: (left - by) * scale, top: top * scale, right: (right + by) * scale, bottom: bottom * scale };
}

function sizeAt(box: Box, pixelsPerPt: number): { readonly widthPx: number; readonly heightPx: number } {
  return {
    widthPx: Math.max(1, Math.round((box.right - box.left) * pixelsPerPt)),
    heightPx: Math.max(1, Math.round((box.bottom - box.top) * pixelsPerPt)),
  };
}
