import type { RepairedPage } from '../../images/repair.ts';
import { drawUpright } from '../../images/warp.ts';
import type { Box } from '../../model/geometry.ts';
import type { OcrEngine, ReadLine } from '../engine.ts';
import { clipToCells } from '../text-windows.ts';
import { detectText } from './detect.ts';
import { loadPaddleModels, type PaddleModels } from './models.ts';
import { findLoneInk } from './lone-ink.ts';
import { isColumn, readLines } from './read-lines.ts';
import type { RecognizedCharacter } from './recognize.ts';
import { type LookedAt, lookAgain } from './second-look.ts';

/** Text is found best at this resolution, whatever the scan's (measured at 100 to 300 dpi). */
const detectionPixelsPerPt = 200 / 72;
/** A line is widened by this share of its height, since its first and last strokes lie at the edge of what is found. */
const widening = 0.2;

/** PP-OCRv4 (mobile) on ONNX Runtime: finds lines on the whole page, reads each within its cell. */
export function paddleEngine(threads: number): OcrEngine {
  let loading: Promise<PaddleModels> | null = null;
  return {
    name: 'paddle',
    read: async (page) => {
      loading ??= loadPaddleModels({ threads });
      return readPage(await loading, page);
    },
  };
}

async function readPage(models: PaddleModels, page: RepairedPage): Promise<ReadLine[]> {
  const { widthPt, heightPt } = page.frame;
  const whole = { left: 0, top: 0, right: widthPt, bottom: heightPt };
  const upright = drawUpright(page.picture, page.frame, { ...whole, ...sizeAt(whole, detectionPixelsPerPt) });
  const found = await detectText(models.detection, upright);
  const boxes = found.flatMap((box) => clipToCells(toPoints(box), page.rulings));
  const lone = findLoneInk({
    picture: upright,
    pixelsPerPt: detectionPixelsPerPt,
    rulings: page.rulings,
    found: boxes,
  });
  const all = [...boxes, ...lone];
  const read = await readLines(
    models,
    page,
    all.map((box) => ({ box, stretch: 1 })),
  );
  const lines = all.map((box, index) => ({ box, characters: read[index] ?? [] }));
  const kept = lines.filter((line, index) => index < boxes.length || isSureOfLone(line));
  const looked = await lookAgain(models, page, kept);
  return kept.flatMap(({ box }, index) => toReadLine(box, looked[index]) ?? []);
}

/** What detection missed is taken for text only if each character is likelier than this on average, */
const minLone = 0.6;
/** and it is a number, or a column of characters: nothing else is so small. */
const loneText = /^[≥≤<>=]?\d[\d.,%]*$/;

function isSureOfLone({ box, characters }: { box: Box; characters: readonly RecognizedCharacter[] }): boolean {
  const sum = characters.reduce((total, { probability }) => total + probability, 0);
  const text = characters.map((character) => character.text).join('');
  return sum > minLone * characters.length && (isColumn(box) ? characters.length > 1 : loneText.test(text));
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

function toReadLine(box: Box, looked: LookedAt | undefined): ReadLine | null {
  if (looked === undefined || looked.characters.length === 0) return null;
  const characters = looked.characters.map(({ text, probability, x, others }) => ({
    text,
    confidence: probability,
    x,
    others: others.map((other) => ({ text: other.text, confidence: other.probability })),
  }));
  return { box, characters, other: looked.other, isAgreed: looked.isAgreed };
}
