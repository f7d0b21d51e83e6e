import type { Box } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import type { LinePiece } from './dashes.ts';
import type { GraphicsState } from './graphics-state.ts';
import { apply, type Matrix, scaleOf } from './matrix.ts';

/** A filled rectangle at most this thick is a line: Word, Chromium and LibreOffice draw borders so. */
const maxThicknessPt = 4;
/** What is at most this many times as long as it is thick is a dot. */
const maxDotLengths = 1.5;
/** How far a line may rise or fall over its length and still be straight, in points. */
const maxSlantPt = 1;

/** Segment codes in the path data of pdfjs (`DrawOPS`), with the number of coordinates that follow each. */
const segments = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, closePath: 4 } as const;

type Point = readonly [x: number, y: number];
interface Subpath {
  readonly points: Point[];
  hasCurve: boolean;
  isClosed: boolean;
}

/** A path in the page's frame. */
export type Path = readonly Subpath[];

/** A path as pdfjs gives it, where `ctm` puts it on the page. */
export function placePath(data: Float32Array, ctm: Matrix): Path {
  const subpaths: Subpath[] = [];
  let at = 0;
  const point = (): Point => apply(ctm, data[at++] ?? 0, data[at++] ?? 0);
  while (at < data.length) {
    const code = data[at++];
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

/** The straight lines along which a path is stroked in `state`, as far as its clip shows them. */
export function strokedPieces(path: Path, { ctm, lineWidth, clip }: GraphicsState): LinePiece[] {
  const thicknessPt = Math.max(0.1, lineWidth * scaleOf(ctm));
  return path.flatMap((subpath) => strokedLines(subpath, thicknessPt)).flatMap((piece) => clipPiece(piece, clip));
}

/** The lines that a path filled in `state` looks like, as far as its clip shows them. */
export function filledPieces(path: Path, { clip }: GraphicsState): LinePiece[] {
  return [...path.flatMap(filledLine), ...framesOf(path)].flatMap((piece) => clipPiece(piece, clip));
}

/** How far the sides of a rectangle may be off, in points. */
const maxSkewPt = 0.05;

/** The rectangle with upright sides that a path is, alone; `null` where it is anything else. */
export function rectangleOf(path: Path): Box | null {
  const [subpath, ...others] = path.filter(({ points }) => points.length > 1);
  if (subpath === undefined || others.length > 0 || subpath.hasCurve) return null;
  const corners = subpath.points.filter((point, index) => index === 0 || !isSame(point, subpath.points[index - 1]));
  if (corners.length === 5 && isSame(corners[4], corners[0])) corners.pop();
  const box = boundsOf(subpath);
  const isCorner = ([x, y]: Point): boolean =>
    Math.min(x - box.left, box.right - x) <= maxSkewPt && Math.min(y - box.top, box.bottom - y) <= maxSkewPt;
  const turnsAtEach = corners.every(([x, y], index) => {
    const [nextX = x, nextY = y] = corners[(index + 1) % corners.length] ?? [];
    return Math.abs(nextX - x) <= maxSkewPt !== Math.abs(nextY - y) <= maxSkewPt;
  });
  return corners.length === 4 && corners.every(isCorner) && turnsAtEach ? box : null;
}

function isSame(a: Point | undefined, b: Point | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function strokedLines({ points, isClosed, hasCurve }: Subpath, thicknessPt: number): LinePiece[] {
  const [first] = points;
  const ends = isClosed && first !== undefined ? [...points, first] : points;
  if (hasCurve && points.length < 5) return [];
  return ends.slice(1).flatMap((to, index) => lineBetween(ends[index] ?? to, to, thicknessPt));
}

function lineBetween([x0, y0]: Point, [x1, y1]: Point, thicknessPt: number): LinePiece[] {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (Math.min(width, height) > maxSlantPt || Math.max(width, height) === 0) return [];
  const across = { orientation: 'horizontal', position: (y0 + y1) / 2, ...spanOf(x0, x1), thicknessPt } as const;
  const down = { orientation: 'vertical', position: (x0 + x1) / 2, ...spanOf(y0, y1), thicknessPt } as const;
  const [ruling, other] = width > height ? [across, down] : [down, across];
  const half = thicknessPt / 2;
  const crossing = { ...other, start: ruling.position - half, end: ruling.position + half };
  return [pieceOf(ruling, { ...crossing, thicknessPt: ruling.end - ruling.start })];
}

function spanOf(from: number, to: number): Pick<Ruling, 'start' | 'end'> {
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

function filledLine(subpath: Subpath): LinePiece[] {
  return subpath.hasCurve || subpath.points.length < 3 ? [] : thinBox(boundsOf(subpath));
}

/** A box as a line along its longer side, where it is thin enough to be one. */
function thinBox({ left, top, right, bottom }: Box): LinePiece[] {
  const [width, height] = [right - left, bottom - top];
  if (width < 0 || height < 0 || Math.min(width, height) > maxThicknessPt || Math.max(width, height) === 0) return [];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const across = { orientation: 'horizontal', position: y, start: left, end: right, thicknessPt: height } as const;
  const down = { orientation: 'vertical', position: x, start: top, end: bottom, thicknessPt: width } as const;
  return [width > height ? pieceOf(across, down) : pieceOf(down, across)];
}

function pieceOf(ruling: Ruling, across: Ruling): LinePiece {
  const isDot = ruling.end - ruling.start <= maxDotLengths * ruling.thicknessPt;
  return { ruling, across: isDot ? across : null };
}

/** A frame drawn as the area between two rectangles, one just inside the other. */
function framesOf(path: Path): LinePiece[] {
  const boxes = path.filter((subpath) => !subpath.hasCurve && subpath.points.length >= 4).map(boundsOf);
  const frames: LinePiece[] = [];
  for (let index = 0; index + 1 < boxes.length; index += 2) {
    const [inner, outer] = [boxes[index], boxes[index + 1]].sort((a, b) => areaOf(a) - areaOf(b));
    if (inner === undefined || outer === undefined || !isInside(inner, outer)) continue;
    frames.push(
      ...thinBox({ ...outer, bottom: inner.top }),
      ...thinBox({ ...outer, top: inner.bottom }),
      ...thinBox({ ...outer, right: inner.left }),
      ...thinBox({ ...outer, left: inner.right }),
    );
  }
  return frames.filter(({ ruling }) => ruling.thicknessPt > 0);
}

function areaOf(box: Box | undefined): number {
  return box === undefined ? 0 : (box.right - box.left) * (box.bottom - box.top);
}

function isInside(inner: Box, outer: Box): boolean {
  const isWithin = inner.left >= outer.left && inner.right <= outer.right;
  return isWithin && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

function boundsOf({ points }: Subpath): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function clipPiece({ ruling, across }: LinePiece, clip: Box): LinePiece[] {
  const seen = clipRuling(ruling, clip);
  return seen === null ? [] : [{ ruling: seen, across: across && clipRuling(across, clip) }];
}

function clipRuling(ruling: Ruling, clip: Box): Ruling | null {
  const [low, high, from, to] =
    ruling.orientation === 'horizontal'
      ? [clip.top, clip.bottom, clip.left, clip.right]
      : [clip.left, clip.right, clip.top, clip.bottom];
  const [start, end] = [Math.max(ruling.start, from), Math.min(ruling.end, to)];
  const isOutside = ruling.position < low - maxSlantPt || ruling.position > high + maxSlantPt || end <= start;
  return isOutside ? null : { ...ruling, start, end };
}
