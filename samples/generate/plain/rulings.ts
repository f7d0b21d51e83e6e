import { color, type Frame, type Look, place, rectangle, spell } from './frame.ts';
import type { PlainStyle } from './plain-style.ts';
import type { BoxMark } from './strip.ts';

interface Segment {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The operators that draw the cells' boxes, in the style's way. */
export function drawRulings(boxes: readonly BoxMark[], { page, plain, frame }: Look): string[] {
  const pen = `q ${spell(page.lineWidthPt * frame.scale)} w ${color(page.lineColor)} RG ${color(page.lineColor)} rg`;
  return [pen, ...strokes(boxes, { page, plain, frame }), 'Q'];
}

function strokes(boxes: readonly BoxMark[], { page, plain, frame }: Look): string[] {
  const stroke = (segment: Segment): string => strokeSegment(segment, frame);
  const segments = boxes.flatMap((box) => edges(box, plain.closeCuts));
  if (plain.rulings === 'edges') return segments.map(stroke);
  if (plain.rulings === 'joined') return joinSegments(segments).map(stroke);
  if (plain.rulings === 'filled')
    return joinSegments(segments).map((each) => fillSegment(each, page.lineWidthPt, frame));
  if (plain.rulings === 'doubled') {
    const insets = boxes.map((box) => inset(box, page.lineWidthPt / 2 + 0.3));
    return insets.flatMap((box) => edges(box, plain.closeCuts).map(stroke));
  }
  return boxes.flatMap((box) => {
    const open = !plain.closeCuts && (box.openTop || box.openBottom);
    return open ? edges(box, false).map(stroke) : [wholeBox(box, plain, frame)];
  });
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
  const sorted = segments.toSorted((one, other) => compareSegments(one, other));
  const joined: Segment[] = [];
  for (const segment of sorted) {
    const last = joined.at(-1);
    const touches =
      last?.horizontal === segment.horizontal && laneOf(last) === laneOf(segment) && segment.from <= last.to + 0.05;
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

function compareSegments(one: Segment, other: Segment): number {
  if (one.horizontal !== other.horizontal) return one.horizontal ? 1 : -1;
  const apart = laneOf(one) - laneOf(other);
  return apart === 0 ? one.from - other.from : apart;
}

/** Segments of one line differ by rounding noise alone. */
function laneOf(segment: Segment): number {
  return Math.round(segment.at * 10);
}
