import type { Ruling } from '../../model/page.ts';
import type { Box } from '../../model/geometry.ts';
import type { GraphicsState } from './graphics-state.ts';
import { apply, scaleOf } from './matrix.ts';

/** A filled rectangle at most this thick is a line: Word, Chromium and LibreOffice draw borders so. */
const maxThicknessPt = 4;
/** Shorter pieces are dots, ticks and parts of characters. */
const minLengthPt = 1.5;
/** How far a line may rise or fall over its length and still be straight, in points. */
const maxSlantPt = 1;

/** Segment codes in the path data of pdfjs (`DrawOPS`), with the number of coordinates that follow each. */
const segments = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, closePath: 4 } as const;
/** Paint operators of pdfjs (`OPS`) that stroke, and those that fill. */
const strokes = new Set([20, 21, 24, 25, 26, 27]);
const fills = new Set([22, 23, 24, 25, 26, 27]);

/** Whether a paint operator of pdfjs (`OPS`) fills. */
export function isFilling(paint: number): boolean {
  return fills.has(paint);
}

type Point = readonly [x: number, y: number];
interface Subpath {
  readonly points: Point[];
  hasCurve: boolean;
  isClosed: boolean;
}

/** The rulings that one path draws in `state`, in the page's frame; none where it paints white or nothing. */
export function pathRulings(path: Float32Array, paint: number, state: GraphicsState): Ruling[] {
  const isStroked = strokes.has(paint) && !state.isStrokeWhite;
  const isFilled = fills.has(paint) && !state.isFillWhite;
  if (!isStroked && !isFilled) return [];
  const subpaths = subpathsOf(path, state);
  const strokeWidthPt = Math.max(0.1, state.lineWidth * scaleOf(state.ctm));
  const drawn = [
    ...(isStroked ? subpaths.flatMap((subpath) => strokedLines(subpath, strokeWidthPt)) : []),
    ...(isFilled ? [...subpaths.flatMap(filledLine), ...framesOf(subpaths)] : []),
  ];
  return drawn.flatMap((ruling) => clipRuling(ruling, state.clip));
}

function subpathsOf(path: Float32Array, { ctm }: GraphicsState): Subpath[] {
  const subpaths: Subpath[] = [];
  let at = 0;
  const point = (): Point => apply(ctm, path[at++] ?? 0, path[at++] ?? 0);
  while (at < path.length) {
    const code = path[at++];
    const current = subpaths.at(-1);
    if (code === segments.moveTo) subpaths.push({ points: [point()], hasCurve: false, isClosed: false });
    else if (current === undefined) break;
    else if (code === segments.lineTo) current.points.push(point());
    else if (code === segments.closePath) current.isClosed = true;
    else {
      at += code === segments.curveTo ? 4 : 2;
      current.points.push(point());
      current.hasCurve = true;
    }
  }
  return subpaths;
}

function strokedLines({ points, isClosed, hasCurve }: Subpath, thicknessPt: number): Ruling[] {
  const [first] = points;
  const ends = isClosed && first !== undefined ? [...points, first] : points;
  if (hasCurve && points.length < 5) return [];
  return ends.slice(1).flatMap((to, index) => lineBetween(ends[index] ?? to, to, thicknessPt));
}

function lineBetween([x0, y0]: Point, [x1, y1]: Point, thicknessPt: number): Ruling[] {
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  if (dy <= maxSlantPt && dx >= minLengthPt) {
    return [horizontal((y0 + y1) / 2, [x0, x1], thicknessPt)];
  }
  if (dx <= maxSlantPt && dy >= minLengthPt) return [vertical((x0 + x1) / 2, [y0, y1], thicknessPt)];
  return [];
}

function filledLine(subpath: Subpath): Ruling[] {
  if (subpath.hasCurve || subpath.points.length < 3) return [];
  return thinBox(boundsOf(subpath));
}

/** A box as a line along its longer side, where it is thin enough to be one. */
function thinBox({ left, top, right, bottom }: Box): Ruling[] {
  const width = right - left;
  const height = bottom - top;
  if (height <= maxThicknessPt && width >= minLengthPt && width > height) {
    return [horizontal((top + bottom) / 2, [left, right], height)];
  }
  if (width <= maxThicknessPt && height >= minLengthPt) {
    return [vertical((left + right) / 2, [top, bottom], width)];
  }
  return [];
}

/** A frame drawn as the area between two rectangles, one just inside the other. */
function framesOf(subpaths: readonly Subpath[]): Ruling[] {
  const boxes = subpaths.filter((subpath) => !subpath.hasCurve && subpath.points.length >= 4).map(boundsOf);
  const frames: Ruling[] = [];
  for (let index = 0; index + 1 < boxes.length; index += 2) {
    const [inner, outer] = [boxes[index], boxes[index + 1]].sort((a, b) => areaOf(a) - areaOf(b));
    if (inner === undefined || outer === undefined) continue;
    frames.push(
      ...thinBox({ ...outer, bottom: inner.top }),
      ...thinBox({ ...outer, top: inner.bottom }),
      ...thinBox({ ...outer, right: inner.left }),
      ...thinBox({ ...outer, left: inner.right }),
    );
  }
  return frames;
}

function areaOf(box: Box | undefined): number {
  return box === undefined ? 0 : (box.right - box.left) * (box.bottom - box.top);
}

function boundsOf({ points }: Subpath): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function horizontal(position: number, ends: Point, thicknessPt: number): Ruling {
  return { orientation: 'horizontal', position, start: Math.min(...ends), end: Math.max(...ends), thicknessPt };
}

function vertical(position: number, ends: Point, thicknessPt: number): Ruling {
  return { ...horizontal(position, ends, thicknessPt), orientation: 'vertical' };
}

function clipRuling(line: Ruling, clip: Box): Ruling[] {
  const [low, high, from, to] =
    line.orientation === 'horizontal'
      ? [clip.top, clip.bottom, clip.left, clip.right]
      : [clip.left, clip.right, clip.top, clip.bottom];
  const start = Math.max(line.start, from);
  const end = Math.min(line.end, to);
  const isOutside = line.position < low - maxSlantPt || line.position > high + maxSlantPt || end - start < minLengthPt;
  return isOutside ? [] : [{ ...line, start, end }];
}
