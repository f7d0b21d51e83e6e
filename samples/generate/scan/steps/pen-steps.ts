import type { Box } from '../../../../src/model/geometry.ts';
import type { TextItem } from '../../../../src/model/page.ts';
import type { Random } from '../../random.ts';
import { drawFreePlace, isFree } from '../free-places.ts';
import { type Color, layInk } from '../marks/ink.ts';
import {
  drawHandwriting,
  drawHighlight,
  drawRing,
  drawScribble,
  drawTick,
  drawUnderline,
  type PenMark,
} from '../marks/pen.ts';
import { drawMask } from '../marks/svg.ts';
import { between, mmToPx, noiseSeed, type Sheet } from '../sheet.ts';
import type { Step } from '../step.ts';

const pens: readonly Color[] = [
  { red: 30, green: 50, blue: 150 },
  { red: 20, green: 30, blue: 110 },
  { red: 25, green: 25, blue: 30 },
  { red: 60, green: 60, blue: 70 },
  { red: 200, green: 30, blue: 40 },
];

const markers: readonly Color[] = [
  { red: 255, green: 244, blue: 90 },
  { red: 170, green: 245, blue: 120 },
  { red: 255, green: 170, blue: 200 },
  { red: 150, green: 220, blue: 250 },
];

/**
 * What a reader's pen left: ticks, rings, lines, a signature, a date, scribbles. Print is never covered so that it
 * cannot be read.
 */
export function drawPenMarks(random: Random, sheet: Sheet): Step[] {
  const color = random.pick(pens);
  const count = random.weighted<number>([
    [1, 30],
    [2, 30],
    [4, 25],
    [8, 15],
  ]);
  return Array.from({ length: count }, (_, index) => {
    const own = random.fork(`mark-${index}`);
    const placed = placeMark(own, sheet);
    const ink = { color, opacity: between(own, 0.75, 0.95), unevenness: between(own, 0.05, 0.35) };
    return placed === null ? [] : [markStep(placed, ink, { sheet, seed: noiseSeed(own) })];
  }).flat();
}

/** Marker pen over labels, texts and numbers. */
export function drawHighlights(random: Random, sheet: Sheet): Step[] {
  const color = random.pick(markers);
  return Array.from({ length: random.int(1, 4) }, (_, index) => {
    const own = random.fork(`highlight-${index}`);
    const item = drawItem(own, sheet.page.texts);
    if (item === null) return [];
    const mark = drawHighlight(own, item.box.right - item.box.left, item.box.bottom - item.box.top);
    const ink = { color, opacity: between(own, 0.7, 1), unevenness: between(own, 0.05, 0.25) };
    const placed = { mark, left: item.box.left - 5, top: item.box.top - 3 };
    return [markStep(placed, ink, { sheet, seed: noiseSeed(own) })];
  }).flat();
}

interface PlacedMark {
  readonly mark: PenMark;
  /** Of the mark's box, in points of the page. */
  readonly left: number;
  readonly top: number;
}

function drawItem(random: Random, texts: readonly TextItem[]): TextItem | null {
  return texts.length === 0 ? null : random.pick(texts);
}

function placeMark(random: Random, sheet: Sheet): PlacedMark | null {
  const kind = random.weighted([
    ['tick', 40],
    ['ring', 12],
    ['underline', 16],
    ['scribble', 12],
    ['signature', 12],
    ['date', 8],
  ]);
  const item = drawItem(random, sheet.page.texts);
  if (kind === 'tick') return item === null ? null : besideItem(random, sheet, item);
  if (kind === 'ring' && item !== null) {
    const mark = drawRing(random, item.box.right - item.box.left, item.box.bottom - item.box.top);
    return { mark, left: item.box.left - 7, top: item.box.top - 5 };
  }
  if (kind === 'underline' && item !== null) {
    const mark = drawUnderline(random, item.box.right - item.box.left);
    return { mark, left: item.box.left - 2, top: item.box.bottom - 0.5 };
  }
  return inFreePlace(random, sheet, kind === 'signature' || kind === 'date' ? kind : 'scribble');
}

function inFreePlace(random: Random, sheet: Sheet, kind: 'signature' | 'date' | 'scribble'): PlacedMark | null {
  const date = `${random.int(2019, 2023)}.${random.int(1, 12)}.${random.int(1, 28)}`;
  const mark =
    kind === 'scribble'
      ? drawScribble(random)
      : drawHandwriting(random, kind === 'date' ? date : sheet.names.person, kind);
  // Numbers by hand stay out of the table, where they would be values.
  const { content } = sheet.page;
  const place = drawFreePlace(random, sheet.page, mark);
  if (place === null || (kind === 'date' && place.top < content.bottom && place.bottom > content.top)) return null;
  return { mark, left: place.left, top: place.top };
}

/** A tick right or left of a text, where nothing else is printed. */
function besideItem(random: Random, sheet: Sheet, item: TextItem): PlacedMark | null {
  const mark = drawTick(random);
  const top = (item.box.top + item.box.bottom - mark.heightPt) / 2 + between(random, -3, 3);
  const lefts = random.shuffle([item.box.right + 3, item.box.left - mark.widthPt - 3]);
  const left = lefts.find((each) => isFree(sheet.page, boxOf({ mark, left: each, top }), 0.5));
  return left === undefined ? null : { mark, left, top };
}

function boxOf({ mark, left, top }: PlacedMark): Box {
  return { left, top, right: left + mark.widthPt, bottom: top + mark.heightPt };
}

function markStep(
  placed: PlacedMark,
  ink: { color: Color; opacity: number; unevenness: number },
  { sheet, seed }: { sheet: Sheet; seed: number },
): Step {
  const { mark } = placed;
  const unitPx = sheet.paperDpi / 72;
  const spread = { cellPx: mmToPx(2, sheet.paperDpi), spreadPx: mmToPx(0.05, sheet.paperDpi), seed };
  return {
    name: mark.kind === 'highlight' ? 'highlighter' : 'pen',
    parameters: { kind: mark.kind, ...ink, boxPt: boxOf(placed) },
    apply: async (capture) => {
      const mask = await drawMask({ widthUnits: mark.widthPt, heightUnits: mark.heightPt, unitPx }, mark.svg);
      const place = { xPx: placed.left * unitPx, yPx: placed.top * unitPx };
      return { ...capture, raster: await layInk(capture.raster, mask, { ...ink, ...spread, ...place }) };
    },
  };
}
