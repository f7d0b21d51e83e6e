import type { PageStyle } from '../page-style.ts';
import { isNarrow, textWidthPt } from '../render/measure.ts';
import type { PlainFonts } from './fonts.ts';
import { latinWidthPt } from './latin-widths.ts';
import type { PlainStyle } from './plain-style.ts';
import type { BoxMark, Marks, TextMark } from './strip.ts';

/** What a page's operators need to know. The frame's y grows upwards unless the style is `flipped`. */
export interface Frame {
  readonly heightPt: number;
  readonly marginXPt: number;
  readonly marginYPt: number;
  /** Every length is multiplied by this; the page's matrix divides by it again. */
  readonly scale: number;
  readonly flipped: boolean;
}

interface Segment {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The content stream of one page. */
export function drawPage(
  marks: Marks,
  fonts: PlainFonts,
  look: { page: PageStyle; plain: PlainStyle; frame: Frame },
): string {
  const shades = marks.boxes.filter((box) => box.shade !== '').map((box) => drawShade(box, look.frame));
  const rulings = drawRulings(marks.boxes, look);
  const texts = marks.texts.flatMap((mark) => drawText(mark, fonts, look));
  const [first, second] = look.plain.rulingsFirst ? [rulings, texts] : [texts, rulings];
  return [...shades, ...first, ...second].join('\n');
}

type Look = { page: PageStyle; plain: PlainStyle; frame: Frame };

function place(frame: Frame, xPt: number, yPt: number): [number, number] {
  const x = xPt + frame.marginXPt;
  const y = yPt + frame.marginYPt;
  return [x * frame.scale, (frame.flipped ? y : frame.heightPt - y) * frame.scale];
}

function spell(...values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(3)).toString()).join(' ');
}

function color(hexColor: string): string {
  return [1, 3, 5].map((from) => (Number.parseInt(hexColor.slice(from, from + 2), 16) / 255).toFixed(3)).join(' ');
}

function rectangle(frame: Frame, box: Pick<BoxMark, 'leftPt' | 'topPt' | 'rightPt' | 'bottomPt'>): string {
  const [left, top] = place(frame, box.leftPt, box.topPt);
  const [right, bottom] = place(frame, box.rightPt, box.bottomPt);
  return `${spell(left, Math.min(top, bottom), right - left, Math.abs(bottom - top))} re`;
}

function drawShade(box: BoxMark, frame: Frame): string {
  return `${color(box.shade)} rg ${rectangle(frame, box)} f 0 g`;
}

function drawRulings(boxes: readonly BoxMark[], { page, plain, frame }: Look): string[] {
  const pen = `q ${spell(page.lineWidthPt * frame.scale)} w ${color(page.lineColor)} RG ${color(page.lineColor)} rg`;
  const open = (box: BoxMark): boolean => !plain.closeCuts && (box.openTop || box.openBottom);
  const segments = boxes.flatMap((box) => edges(box, plain.closeCuts));
  switch (plain.rulings) {
    case 'edges':
      return [pen, ...segments.map((each) => strokeSegment(each, frame)), 'Q'];
    case 'joined':
      return [pen, ...joinSegments(segments).map((each) => strokeSegment(each, frame)), 'Q'];
    case 'filled':
      return [pen, ...joinSegments(segments).map((each) => fillSegment(each, page.lineWidthPt, frame)), 'Q'];
    case 'boxes':
    case 'polygons':
      return [
        pen,
        ...boxes.flatMap((box) =>
          open(box) ? edges(box, false).map((each) => strokeSegment(each, frame)) : [wholeBox(box, plain, frame)],
        ),
        'Q',
      ];
    case 'doubled':
      return [
        pen,
        ...boxes.flatMap((box) =>
          edges(inset(box, page.lineWidthPt / 2 + 0.3), plain.closeCuts).map((each) => strokeSegment(each, frame)),
        ),
        'Q',
      ];
  }
}

function wholeBox(box: BoxMark, plain: PlainStyle, frame: Frame): string {
  if (plain.rulings === 'boxes') return `${rectangle(frame, box)} S`;
  const corners = [
    place(frame, box.leftPt, box.topPt),
    place(frame, box.rightPt, box.topPt),
    place(frame, box.rightPt, box.bottomPt),
    place(frame, box.leftPt, box.bottomPt),
  ];
  return `${corners.map((corner, index) => `${spell(...corner)} ${index === 0 ? 'm' : 'l'}`).join(' ')} h S`;
}

function inset(box: BoxMark, byPt: number): BoxMark {
  return {
    ...box,
    leftPt: box.leftPt + byPt,
    topPt: box.topPt + byPt,
    rightPt: box.rightPt - byPt,
    bottomPt: box.bottomPt - byPt,
  };
}

function edges(box: BoxMark, closeCuts: boolean): Segment[] {
  const level = (at: number): Segment => ({ horizontal: true, at, from: box.leftPt, to: box.rightPt });
  const upright = (at: number): Segment => ({ horizontal: false, at, from: box.topPt, to: box.bottomPt });
  const top = closeCuts || !box.openTop ? [level(box.topPt)] : [];
  const bottom = closeCuts || !box.openBottom ? [level(box.bottomPt)] : [];
  return [...top, ...bottom, upright(box.leftPt), upright(box.rightPt)];
}

/** Joins segments of one line that touch or overlap, so that a table's lines are drawn once and long. */
function joinSegments(segments: readonly Segment[]): Segment[] {
  const sorted = segments.toSorted(
    (one, other) => Number(one.horizontal) - Number(other.horizontal) || one.at - other.at || one.from - other.from,
  );
  const joined: Segment[] = [];
  for (const segment of sorted) {
    const last = joined.at(-1);
    const touches =
      last?.horizontal === segment.horizontal &&
      Math.abs(last.at - segment.at) < 0.05 &&
      segment.from <= last.to + 0.05;
    if (last !== undefined && touches) joined[joined.length - 1] = { ...last, to: Math.max(last.to, segment.to) };
    else joined.push(segment);
  }
  return joined;
}

function strokeSegment(segment: Segment, frame: Frame): string {
  const ends = segment.horizontal
    ? [place(frame, segment.from, segment.at), place(frame, segment.to, segment.at)]
    : [place(frame, segment.at, segment.from), place(frame, segment.at, segment.to)];
  return `${spell(...(ends[0] ?? []))} m ${spell(...(ends[1] ?? []))} l S`;
}

function fillSegment(segment: Segment, thicknessPt: number, frame: Frame): string {
  const half = thicknessPt / 2;
  const box = segment.horizontal
    ? { leftPt: segment.from - half, rightPt: segment.to + half, topPt: segment.at - half, bottomPt: segment.at + half }
    : {
        leftPt: segment.at - half,
        rightPt: segment.at + half,
        topPt: segment.from - half,
        bottomPt: segment.to + half,
      };
  return `${rectangle(frame, box)} f`;
}

function drawText(mark: TextMark, fonts: PlainFonts, look: Look): string[] {
  const once = drawRuns(mark, fonts, look);
  if (!mark.bold) return once;
  if (look.plain.bold === 'twice') return [...once, ...drawRuns({ ...mark, leftPt: mark.leftPt + 0.3 }, fonts, look)];
  return [`q 2 Tr ${spell(mark.sizePt * 0.03 * look.frame.scale)} w`, ...once, 'Q'];
}

/** A line's runs: by font, and by character where the style says so. Each run is placed where the measure says it begins. */
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
