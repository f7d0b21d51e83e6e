import { meshOf } from '../images/mesh.ts';
import { repairPage } from '../images/repair.ts';
import { turnPage } from '../images/turn-page.ts';
import type { ScannedPage } from '../images/scanned-page.ts';
import type { DrawnPage, TextItem } from '../model/page.ts';
import { confidenceOf, isSpeck } from './confidence.ts';
import type { OcrEngine, ReadLine } from './engine.ts';
import { otherTextsOf } from './other-texts.ts';

/** Reads a scanned page: repairs it, finds its rulings, recognises its text. */
export async function recognizePage(engine: OcrEngine, scan: ScannedPage): Promise<DrawnPage> {
  const repaired = repairPage(scan.picture, scan.pixelsPerPt);
  const { quarterTurns, lines } = await engine.read(repaired);
  const page = turnPage(repaired, quarterTurns);
  return {
    kind: 'drawn',
    number: scan.number,
    widthPt: page.frame.widthPt,
    heightPt: page.frame.heightPt,
    quarterTurns,
    textItems: lines.flatMap((line) => toTextItem(line, scan.pixelsPerPt) ?? []),
    rulings: page.rulings,
    mesh: meshOf(page.frame, page.picture),
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
