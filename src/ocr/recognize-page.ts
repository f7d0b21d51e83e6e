import { meshOf } from '../images/mesh.ts';
import { pointsPerPaperPoint } from '../images/paper-size.ts';
import { repairPage } from '../images/repair.ts';
import { turnPage } from '../images/turn-page.ts';
import type { ScannedPage } from '../images/scanned-page.ts';
import { scaledBox } from '../model/geometry.ts';
import type { DrawnPage, TextItem } from '../model/page.ts';
import { confidenceOf, isSpeck } from './confidence.ts';
import type { OcrEngine, ReadLine } from './engine.ts';
import { otherTextsOf } from './other-texts.ts';

/** Reads a scanned page: repairs it, finds its rulings, recognises its text. Places are in points as the file has them. */
export async function recognizePage(engine: OcrEngine, scan: ScannedPage): Promise<DrawnPage> {
  const { width, height } = scan.picture;
  const factor = pointsPerPaperPoint(Math.max(width, height) / scan.pixelsPerPt);
  const pixelsPerPt = scan.pixelsPerPt * factor;
  const repaired = repairPage(scan.picture, pixelsPerPt);
  const { quarterTurns, lines } = await engine.read(repaired);
  const { frame, picture, rulings } = turnPage(repaired, quarterTurns);
  return {
    kind: 'drawn',
    number: scan.number,
    widthPt: frame.widthPt * factor,
    heightPt: frame.heightPt * factor,
    quarterTurns,
    textItems: lines
      .flatMap((line) => toTextItem(line, pixelsPerPt) ?? [])
      .map(({ box, charEdges, confidence, ...item }) => ({
        ...item,
        confidence: Math.min(engine.mostSure, confidence),
        box: scaledBox(box, factor),
        charEdges: charEdges.map((x) => x * factor),
      })),
    rulings: rulings.map(({ position, start, end, ...ruling }) => ({
      ...ruling,
      position: position * factor,
      start: start * factor,
      end: end * factor,
    })),
    mesh: meshOf(frame, picture),
  };
}

function toTextItem(line: ReadLine, pixelsPerPt: number): TextItem | null {
  const { box, characters } = line;
  const text = characters.map((character) => character.text).join('');
  if (text.trim() === '' || isSpeck(characters)) return null;
  const confidence = confidenceOf(line, pixelsPerPt);
  return { text, box, charEdges: edgesOf(box, characters), confidence, others: otherTextsOf(line) };
}

/** Between two characters half way between their middles; a character of two UTF-16 units has its edge twice. */
function edgesOf(box: ReadLine['box'], characters: ReadLine['characters']): number[] {
  const edges = characters.flatMap(({ text, x }, index) => {
    const before = characters[index - 1];
    const edge = before === undefined ? box.left : (before.x + x) / 2;
    return Array.from({ length: text.length }, () => edge);
  });
  return [...edges, box.right];
}
