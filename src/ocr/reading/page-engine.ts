import type { RepairedPage } from '../../images/repair.ts';
import { turnPage } from '../../images/turn-page.ts';
import type { Box } from '../../model/geometry.ts';
import type { OcrEngine, PageReading, ReadLine } from '../engine.ts';
import { continuesColumn } from './column-parts.ts';
import { isColumn } from './draw-window.ts';
import { readEllipses } from './ellipses.ts';
import { detectionPixelsPerPt, findLines, type FoundLines } from './find-lines.ts';
import { findLoneInk, inkPieces } from './lone-ink.ts';
import { certaintyOf, longest, mayStandOnHead } from './orientation.ts';
import { readBoxes, type RecognizedLine } from './read-lines.ts';
import type { PageReaders } from './readers.ts';
import { type LookedAt, lookAgain } from './second-look.ts';

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
  const pieces = inkPieces({
    picture: found.upright,
    pixelsPerPt: detectionPixelsPerPt,
    rulings: found.page.rulings,
    found: found.boxes,
  });
  const lone = findLoneInk(pieces);
  const loneLines = await readBoxes(readers, { ...found, boxes: lone });
  const lines = [
    ...sample,
    ...(await readBoxes(readers, { ...found, boxes: rest })),
    ...loneLines.filter((line) => isSureOfLone(line) || continuesColumn(line, [...found.boxes, ...lone])),
    ...readEllipses(pieces),
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

/** What detection missed is taken for text only if each character is likelier than this on average, */
const minLone = 0.6;
/** and it is a number, or a column of characters: nothing else is so small. */
const loneText = /^[≥≤<>=]?\d[\d.,%]*$/;

function isSureOfLone({ box, characters }: RecognizedLine): boolean {
  const sum = characters.reduce((total, { probability }) => total + probability, 0);
  const text = characters.map((character) => character.text).join('');
  return sum > minLone * characters.length && (isColumn(box) ? characters.length > 1 : loneText.test(text));
}

function holdsMiddle({ left, top, right, bottom }: Box, box: Box): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x > left && x < right && y > top && y < bottom;
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
