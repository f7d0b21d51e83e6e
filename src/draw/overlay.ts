import { type Box, heightOf, widthOf } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';
import { usualReviewBelow } from '../model/record.ts';
import type { CellMark, PageMarks } from './page-marks.ts';
import { strokedDigits } from './stroked-digits.ts';

/** The size of the picture that an overlay lies on, in pixels, and what points of the page become there. */
export interface OverlayFrame {
  readonly width: number;
  readonly height: number;
  /** Pixels for a point. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** Colours of the drawing; README and `drawDocument` explain them. */
export const overlayColors = {
  textItem: '#0064ff',
  doubtful: '#c800c8',
  horizontal: '#ff0000',
  vertical: '#00b400',
  line: '#ff8c00',
  cut: '#b400ff',
  label: '#a00050',
  /** Neighbouring cells of a table differ, and so do tables that follow one another. */
  cells: [
    ['#ffd200', '#00c8c8'],
    ['#ff78c8', '#8cdc00'],
  ],
} as const;

const labelHeightPt = 3.5;
/** Cells smaller than a label go without. */
const labelRoomPt = 8;

/** Keeps the box of a line clear of those of its text items. */
const lineMarginPt = 1.5;

/** An SVG document of the picture's size with all marks of a page. */
export function overlayOf(marks: PageMarks, frame: OverlayFrame): string {
  const cells = marks.cells.map((cell) => cellShape(cell, frame));
  const labels = marks.cells.map((cell) => cellLabel(cell, frame));
  const lines = marks.lines.map((box) => rectangle(grown(box, lineMarginPt), frame));
  const itemsThat = (isDoubtful: boolean): string[] =>
    marks.textItems
      .filter(({ confidence }) => confidence < usualReviewBelow === isDoubtful)
      .map((item) => rectangle(item.box, frame));
  const rulingsOf = (orientation: Ruling['orientation']): string[] =>
    marks.rulings.filter((ruling) => ruling.orientation === orientation).map((ruling) => rulingShape(ruling, frame));
  const outlined = (color: string, width: number, shapes: readonly string[]): string =>
    `<g fill="none" stroke="${color}" stroke-width="${width}">${shapes.join('')}</g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}">`,
    cells.join(''),
    outlined(overlayColors.line, 2, lines),
    outlined(overlayColors.textItem, 1, itemsThat(false)),
    outlined(overlayColors.doubtful, 2, itemsThat(true)),
    outlined(overlayColors.horizontal, 1.5, rulingsOf('horizontal')),
    outlined(overlayColors.vertical, 1.5, rulingsOf('vertical')),
    outlined(overlayColors.label, 0.9, labels),
    '</svg>',
  ].join('\n');
}

function cellShape(cell: CellMark, frame: OverlayFrame): string {
  const colors = overlayColors.cells[cell.table % 2] ?? overlayColors.cells[0];
  const fill = colors[(cell.row + cell.column) % 2] ?? colors[0];
  const outline = cell.isCut ? ` stroke="${overlayColors.cut}" stroke-width="3" stroke-dasharray="8 4"` : '';
  return rectangle(cell.box, frame, ` fill="${fill}" fill-opacity="0.25"${outline}`);
}

function cellLabel({ box, row, column }: CellMark, { scaleX, scaleY }: OverlayFrame): string {
  if (widthOf(box) < labelRoomPt || heightOf(box) < labelRoomPt) return '';
  const place = { x: pixels((box.left + 1.5) * scaleX), y: pixels((box.top + 1.5) * scaleY) };
  return strokedDigits(`${row},${column}`, { ...place, height: pixels(labelHeightPt * scaleY) });
}

function rulingShape({ orientation, position, start, end }: Ruling, { scaleX, scaleY }: OverlayFrame): string {
  if (orientation === 'horizontal') {
    return `<path d="M${pixels(start * scaleX)} ${pixels(position * scaleY)}H${pixels(end * scaleX)}"/>`;
  }
  return `<path d="M${pixels(position * scaleX)} ${pixels(start * scaleY)}V${pixels(end * scaleY)}"/>`;
}

function rectangle(box: Box, { scaleX, scaleY }: OverlayFrame, attributes = ''): string {
  const corner = `x="${pixels(box.left * scaleX)}" y="${pixels(box.top * scaleY)}"`;
  const size = `width="${pixels(widthOf(box) * scaleX)}" height="${pixels(heightOf(box) * scaleY)}"`;
  return `<rect ${corner} ${size}${attributes}/>`;
}

function grown({ left, top, right, bottom }: Box, marginPt: number): Box {
  return { left: left - marginPt, top: top - marginPt, right: right + marginPt, bottom: bottom + marginPt };
}

/** Hundredths of a pixel: SVG needs no more, and the same page gives the same bytes. */
function pixels(value: number): number {
  return Math.round(value * 100) / 100;
}
