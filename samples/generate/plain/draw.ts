import { isNarrow, textWidthPt } from '../render/measure.ts';
import type { PlainFonts } from './fonts.ts';
import { color, type Frame, type Look, place, rectangle, spell } from './frame.ts';
import { latinWidthPt } from './latin-widths.ts';
import type { PlainStyle } from './plain-style.ts';
import { drawRulings } from './rulings.ts';
import type { BoxMark, Marks, TextMark } from './strip.ts';

/** The content stream of one page. */
export function drawPage(marks: Marks, fonts: PlainFonts, look: Look): string {
  const shades = marks.boxes.filter((box) => box.shade !== '').map((box) => drawShade(box, look.frame));
  const rulings = drawRulings(marks.boxes, look);
  const texts = marks.texts.flatMap((mark) => drawText(mark, fonts, look));
  const [first, second] = look.plain.rulingsFirst ? [rulings, texts] : [texts, rulings];
  return [...shades, ...first, ...second].join('\n');
}

function drawShade(box: BoxMark, frame: Frame): string {
  return `${color(box.shade)} rg ${rectangle(frame, box)} f 0 g`;
}

function drawText(mark: TextMark, fonts: PlainFonts, look: Look): string[] {
  const once = drawRuns(mark, fonts, look);
  if (!mark.bold) return once;
  if (look.plain.bold === 'twice') return [...once, ...drawRuns({ ...mark, leftPt: mark.leftPt + 0.3 }, fonts, look)];
  return [`q 2 Tr ${spell(mark.sizePt * 0.03 * look.frame.scale)} w`, ...once, 'Q'];
}

/**
 * A line's runs: by font, and by character where the style says so. Each run is placed where the measure says it
 * begins.
 */
function drawRuns(mark: TextMark, fonts: PlainFonts, { plain, frame }: Look): string[] {
  const runs = splitRuns(mark.text, plain);
  let leftPt = mark.leftPt;
  return runs.map((run) => {
    const [x, y] = place(frame, leftPt, mark.topPt + mark.sizePt * 0.86);
    const latin = plain.latinFont !== null && isNarrow(run);
    leftPt +=
      latin && plain.latinFont !== null
        ? latinWidthPt(run, plain.latinFont, mark.sizePt)
        : textWidthPt(run, mark.sizePt);
    const operand = latin ? fonts.latin(run) : fonts.chinese(run);
    const shown = plain.text === 'adjusted' && !latin && [...run].length > 1 ? adjusted(run, fonts) : `${operand} Tj`;
    const size = spell(mark.sizePt * frame.scale);
    return `BT /${latin ? 'F2' : 'F1'} ${size} Tf ${frame.flipped ? `1 0 0 -1 ${spell(x, y)} Tm` : `${spell(x, y)} Td`} ${shown} ET`;
  });
}

function splitRuns(text: string, plain: PlainStyle): string[] {
  if (plain.text === 'characters') return [...text];
  if (plain.latinFont === null) return [text];
  return text.match(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g) ?? [];
}

function adjusted(run: string, fonts: PlainFonts): string {
  return `[${[...run].map((character, index) => `${fonts.chinese(character)}${index % 3 === 0 ? ' -12' : ' 4'}`).join(' ')}] TJ`;
}
