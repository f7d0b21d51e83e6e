import type { RepairedPage } from '../../images/repair.ts';
import { drawUpright } from '../../images/warp.ts';
import type { Box } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { turnPage } from '../../images/turn-page.ts';
import type { OcrEngine, PageReading, ReadLine } from '../engine.ts';
import { clipToCells } from '../text-windows.ts';
import { detectText } from './detect.ts';
import { certaintyOf, lieOnSide, longest, mayStandOnHead } from './orientation.ts';
import { loadPaddleModels, type PaddleModels } from './models.ts';
import { lineHeightPx, type RecognizedCharacter, recognizeLines } from './recognize.ts';

/** Text is found best at this resolution, whatever the scan's (measured at 100 to 300 dpi). */
const detectionPixelsPerPt = 200 / 72;
/** A line is widened by this share of its height, since its first and last strokes lie at the edge of what is found. */
const widening = 0.2;

/** PP-OCRv4 (mobile) on ONNX Runtime: finds lines on the whole page, reads each within its cell. */
export function paddleEngine(threads: number, load = loadPaddleModels): OcrEngine {
  let loading: Promise<PaddleModels> | null = null;
  return {
    name: 'paddle',
    read: async (page) => {
      loading ??= load({ threads });
      return readPage(await loading, page);
    },
  };
}

async function readPage(models: PaddleModels, page: RepairedPage): Promise<PageReading> {
  const { found, sample, quarterTurns } = await findUpright(models, page);
  const rest = found.boxes.filter((box) => !sample.boxes.includes(box));
  return { quarterTurns, lines: [...sample.lines, ...(await readLines(models, { ...found, boxes: rest }))] };
}

/** A page's lines, some of them read, the page turned so that they are upright. */
interface UprightLines {
  readonly found: FoundLines;
  readonly sample: ReadSample;
  readonly quarterTurns: number;
}

/** Turns a page upright: its lines run across it, and the longest are read better than upside down. */
async function findUpright(models: PaddleModels, page: RepairedPage): Promise<UprightLines> {
  const asScanned = await findLines(models, page);
  const quarterTurns = asScanned.areOnSide ? 1 : 0;
  const found = asScanned.areOnSide ? await findLines(models, turnPage(page, quarterTurns)) : asScanned;
  const sample = await readLongest(models, found);
  if (!mayStandOnHead(sample.lines)) return { found, sample, quarterTurns };
  const turned = await findLines(models, turnPage(page, quarterTurns + 2));
  const turnedSample = await readLongest(models, turned);
  return certaintyOf(turnedSample.lines) > certaintyOf(sample.lines)
    ? { found: turned, sample: turnedSample, quarterTurns: quarterTurns + 2 }
    : { found, sample, quarterTurns };
}

/** The longest lines of a page: their boxes, and what was read in them. */
interface ReadSample {
  readonly boxes: readonly Box[];
  readonly lines: readonly ReadLine[];
}

async function readLongest(models: PaddleModels, found: FoundLines): Promise<ReadSample> {
  const boxes = longest(found.boxes);
  return { boxes, lines: await readLines(models, { ...found, boxes }) };
}

/** A page with the boxes of its lines, each within one cell, in points. */
interface FoundLines {
  readonly page: RepairedPage;
  readonly boxes: readonly Box[];
  /** Whether they run down the page, before rulings cut them. */
  readonly areOnSide: boolean;
}

async function findLines({ detection }: PaddleModels, page: RepairedPage): Promise<FoundLines> {
  const { widthPt, heightPt } = page.frame;
  const whole = { left: 0, top: 0, right: widthPt, bottom: heightPt };
  const upright = drawUpright(page.picture, page.frame, { ...whole, ...sizeAt(whole, detectionPixelsPerPt) });
  const found = await detectText(detection, upright);
  const boxes = found.flatMap((box) => clipToCells(toPoints(box), page.rulings));
  return { page, boxes, areOnSide: lieOnSide(found) };
}

async function readLines(models: PaddleModels, { page, boxes }: FoundLines): Promise<ReadLine[]> {
  const read = await recognizeLines(
    models,
    boxes.map((box) => drawLine(page, box)),
  );
  return boxes.flatMap((box, index) => toReadLine(box, read[index] ?? []) ?? []);
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

/** A line in the height that it is recognised in. */
function drawLine(page: RepairedPage, box: Box): GreyRaster {
  const widthPx = Math.max(8, Math.round((box.right - box.left) * lineScale(box)));
  return drawUpright(page.picture, page.frame, { ...box, widthPx, heightPx: lineHeightPx });
}

function lineScale(box: Box): number {
  return lineHeightPx / (box.bottom - box.top);
}

function toReadLine(box: Box, read: readonly RecognizedCharacter[]): ReadLine | null {
  if (read.length === 0) return null;
  const characters = read.map(({ text, probability, x, others }) => ({
    text,
    confidence: probability,
    x: box.left + x / lineScale(box),
    others: others.map((other) => ({ text: other.text, confidence: other.probability })),
  }));
  return { box, characters };
}
