import { meshOf } from '../images/mesh.ts';
import { type Corner, type PageFrame, type Sheet, sheetWithin } from '../images/page-frame.ts';
import { pointsPerPaperPoint } from '../images/paper-size.ts';
import { repairPage } from '../images/repair.ts';
import { turnPage } from '../images/turn-page.ts';
import type { ScannedPage } from '../images/scanned-page.ts';
import { holds, scaledBox } from '../model/geometry.ts';
import type { DrawnPage, Ruling, TextItem } from '../model/page.ts';
import { confidenceOf, isSpeck } from './confidence.ts';
import type { OcrEngine, ReadLine } from './engine.ts';
import { otherTextsOf } from './other-texts.ts';

/**
 * Reads a scanned page: repairs it, finds its rulings, recognises its text. Places are in points as the file has them.
 */
export async function recognizePage(engine: OcrEngine, scan: ScannedPage): Promise<DrawnPage> {
  const { width, height } = scan.picture;
  const factor = pointsPerPaperPoint(Math.max(width, height) / scan.pixelsPerPt);
  const pixelsPerPt = scan.pixelsPerPt * factor;
  const repaired = repairPage(scan.picture, pixelsPerPt);
  const { quarterTurns, lines, rulings } = await engine.read(repaired);
  const { frame, picture } = turnPage(repaired, quarterTurns);
  const items = lines.flatMap((line) => toTextItem(line, pixelsPerPt) ?? []);
  const sheet = sheetAround(items, frame, sheetOf(scan, { quarterTurns, pixelsPerPt }));
  const place = { dx: -sheet.left, dy: -sheet.top, factor };
  return {
    kind: 'drawn',
    number: scan.number,
    widthPt: sheet.widthPt * factor,
    heightPt: sheet.heightPt * factor,
    quarterTurns,
    textItems: items.map((item) => ({
      ...placedItem(item, place),
      confidence: Math.min(engine.mostSure, item.confidence),
    })),
    rulings: rulings.map((ruling) => placedRuling(ruling, place)),
    mesh: meshOf(sheet, picture),
  };
}

/**
 * The sheet that a scan shows: as large as its picture, around the same middle. Straightening turns a sheet about its
 * middle, so that this is where it lay: pages of one document stay comparable, and what stands in a picture that lies
 * straight stays in its place.
 */
function sheetOf(
  { picture: { width, height } }: ScannedPage,
  { quarterTurns, pixelsPerPt }: { readonly quarterTurns: number; readonly pixelsPerPt: number },
): Sheet {
  const [acrossPx, downPx] = quarterTurns % 2 === 0 ? [width, height] : [height, width];
  return {
    widthPt: acrossPx / pixelsPerPt,
    heightPt: downPx / pixelsPerPt,
    middle: [(width - 1) / 2, (height - 1) / 2],
  };
}

/** The part of the frame that the sheet takes up, or all of the frame where texts lie beyond: of a photograph, say. */
function sheetAround(items: readonly TextItem[], frame: PageFrame, paper: Sheet): PageFrame & Corner {
  const sheet = sheetWithin(frame, paper);
  const bounds = {
    left: sheet.left,
    top: sheet.top,
    right: sheet.left + sheet.widthPt,
    bottom: sheet.top + sheet.heightPt,
  };
  return items.every(({ box }) => holds(bounds, box, 0)) ? sheet : { ...frame, left: 0, top: 0 };
}

/** From the frame's points to the file's: moved, then stretched. */
interface Placing {
  readonly dx: number;
  readonly dy: number;
  readonly factor: number;
}

function placedItem({ box, charEdges, ...item }: TextItem, { dx, dy, factor }: Placing): TextItem {
  const { left, top, right, bottom } = box;
  const moved = { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
  return { ...item, box: scaledBox(moved, factor), charEdges: charEdges.map((x) => (x + dx) * factor) };
}

function placedRuling({ position, start, end, ...ruling }: Ruling, { dx, dy, factor }: Placing): Ruling {
  const [along, across] = ruling.orientation === 'horizontal' ? [dx, dy] : [dy, dx];
  return {
    ...ruling,
    position: (position + across) * factor,
    start: (start + along) * factor,
    end: (end + along) * factor,
  };
}

function toTextItem(line: ReadLine, pixelsPerPt: number): TextItem | null {
  const { box, characters } = line;
  const text = characters.map((character) => character.text).join('');
  if (text.trim() === '' || isSpeck(characters)) return null;
  const confidence = confidenceOf(line, pixelsPerPt);
  return { text, box, charEdges: edgesOf(box, characters), confidence, others: otherTextsOf(line) };
}

/**
 * Between two characters half way between their middles, within the text's box: an engine tells middles roughly. A
 * character of two UTF-16 units has its edge twice.
 */
function edgesOf(box: ReadLine['box'], characters: ReadLine['characters']): number[] {
  const edges = characters.flatMap(({ text, x }, index) => {
    const before = characters[index - 1];
    const between = before === undefined ? box.left : (before.x + x) / 2;
    const edge = Math.min(box.right, Math.max(box.left, between));
    return Array.from({ length: text.length }, () => edge);
  });
  return [...edges, box.right];
}
