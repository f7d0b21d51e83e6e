import type { RepairedPage } from '../../images/repair.ts';
import { turnPage } from '../../images/turn-page.ts';
import { drawUpright } from '../../images/warp.ts';
import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';
import type { OcrEngine, PageReading, ReadLine } from '../engine.ts';
import { clipToCells } from '../text-windows.ts';
import { withoutBackRulings } from './back-rulings.ts';
import { continuesColumn } from './column-parts.ts';
import { detectText } from './detect.ts';
import { isColumn } from './draw-window.ts';
import type { PageReaders } from './readers.ts';
import { certaintyOf, lieOnSide, longest, mayStandOnHead } from './orientation.ts';
import { areInPrint, mayBeLightPrint, partFaintText, type PrintAndFaint, withoutBack } from './faint-text.ts';
import { joinBoxes } from './join-boxes.ts';
import { readEllipses } from './ellipses.ts';
import { findLoneInk } from './lone-ink.ts';
import { partLines } from './part-lines.ts';
import { readLines, type RecognizedLine } from './read-lines.ts';
import { type LookedAt, lookAgain } from './second-look.ts';
import { withWallsBetweenTexts } from './walls-between-texts.ts';
import { withoutWallsThroughText } from './walls-through-text.ts';

/** Text is found best at this resolution, whatever the scan's (measured at 100 to 300 dpi). */
const detectionPixelsPerPt = 200 / 72;
/** A line is widened by this share of its height, since its first and last strokes lie at the edge of what is found. */
const widening = 0.2;

/** What is lower, widened as it is found, is a dash or a speck: the digits of the smallest print are 4 points high. */
const leastPt = 4.4;

/** What makes an engine of readers. */
export interface ReadersOfEngine {
  readonly name: string;
  readonly load: () => Promise<PageReaders>;
  /** No reading is surer than this, 0 to 1. */
  readonly mostSure: number;
}

/**
 * An engine that finds lines on the whole page and reads each within its cell; its readers are loaded at the first
 * page.
 */
export function pageEngine({ name, load, mostSure }: ReadersOfEngine): OcrEngine {
  let loading: Promise<PageReaders> | null = null;
  return {
    name,
    mostSure,
    read: async (page) => {
      loading ??= load();
      return readPage(await loading, page);
    },
  };
}

async function readPage(readers: PageReaders, page: RepairedPage): Promise<PageReading> {
  const { found, sample, quarterTurns } = await findUpright(readers, page);
  const rest = found.boxes.filter((box) => !sample.some((line) => line.box === box));
  const inked = {
    picture: found.upright,
    pixelsPerPt: detectionPixelsPerPt,
    rulings: found.page.rulings,
    found: found.boxes,
  };
  const lone = findLoneInk(inked);
  const loneLines = await readBoxes(readers, { ...found, boxes: lone });
  const lines = [
    ...sample,
    ...(await readBoxes(readers, { ...found, boxes: rest })),
    ...loneLines.filter((line) => isSureOfLone(line) || continuesColumn(line, [...found.boxes, ...lone])),
    ...readEllipses(inked),
  ];
  const looked = await lookAgain(readers, found.page, lines);
  return {
    quarterTurns,
    lines: lines.flatMap(({ printBox }, index) => toReadLine(printBox, looked[index], found.faint) ?? []),
    rulings: found.page.rulings,
  };
}

/** A page's lines, the longest of them read, the page turned so that they are upright. */
interface UprightLines {
  readonly found: FoundLines;
  readonly sample: readonly RecognizedLine[];
  readonly quarterTurns: number;
}

/** Turns a page upright: its lines run across it, and the longest are read better than upside down. */
async function findUpright(readers: PageReaders, page: RepairedPage): Promise<UprightLines> {
  const asScanned = await findLines(readers, page);
  const printed = { ...page, picture: asScanned.page.picture };
  const quarterTurns = asScanned.areOnSide ? 1 : 0;
  const found = asScanned.areOnSide ? await findLines(readers, turnPage(printed, quarterTurns)) : asScanned;
  const sample = await readBoxes(readers, { ...found, boxes: longest(found.boxes) });
  if (!mayStandOnHead(sample)) return { found, sample, quarterTurns };
  const turned = await findLines(readers, turnPage(printed, quarterTurns + 2));
  const turnedSample = await readBoxes(readers, { ...turned, boxes: longest(turned.boxes) });
  return certaintyOf(turnedSample) > certaintyOf(sample)
    ? { found: turned, sample: turnedSample, quarterTurns: quarterTurns + 2 }
    : { found, sample, quarterTurns };
}

/** A page with the boxes of its lines, each within one cell, in points. */
interface FoundLines {
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
async function findLines(readers: PageReaders, page: RepairedPage): Promise<FoundLines> {
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

function readBoxes(
  readers: PageReaders,
  { page, boxes }: Pick<FoundLines, 'page' | 'boxes'>,
): Promise<RecognizedLine[]> {
  return readLines(
    readers,
    page,
    boxes.map((box) => ({ box, stretch: 1 })),
  );
}

/** What detection missed is taken for text only if each character is likelier than this on average, */
const minLone = 0.6;
/** and it is a number, or a column of characters: nothing else is so small. */
const loneText = /^[≥≤<>=]?\d[\d.,%]*$/;

function isSureOfLone({ box, characters }: RecognizedLine): boolean {
  const sum = characters.reduce((total, { probability }) => total + probability, 0);
  const text = characters.map((character) => character.text).join('');
  return sum > minLone * characters.length && (isColumn(box) ? characters.length > 1 : loneText.test(text));
}

function toPoints({ left, top, right, bottom }: Box): Box {
  const by = (right - left > bottom - top ? bottom - top : right - left) * widening;
  const scale = 1 / detectionPixelsPerPt;
  return { left: (left - by) * scale, top: top * scale, right: (right + by) * scale, bottom: bottom * scale };
}

function holdsMiddle({ left, top, right, bottom }: Box, box: Box): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x > left && x < right && y > top && y < bottom;
}

function sizeAt(box: Box, pixelsPerPt: number): { readonly widthPx: number; readonly heightPx: number } {
  return {
    widthPx: Math.max(1, Math.round((box.right - box.left) * pixelsPerPt)),
    heightPx: Math.max(1, Math.round((box.bottom - box.top) * pixelsPerPt)),
  };
}

function toReadLine(box: Box, looked: LookedAt | undefined, faint: readonly Box[]): ReadLine | null {
  if (looked === undefined || looked.characters.length === 0) return null;
  const characters = looked.characters.map(({ text, probability, x, others }) => ({
    text,
    confidence: probability,
    x,
    others: others.map((other) => ({ text: other.text, confidence: other.probability })),
  }));
  const { other, isAgreed, isWhole } = looked;
  return { box, characters, other, isAgreed, isWhole, isFaint: faint.some((one) => holdsMiddle(one, box)) };
}
