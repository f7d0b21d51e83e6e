/** What happens to sheets of paper: holes, staples, folds, corners, spots. SVG in points of the page. */
import type { Box } from '../../../../src/model/geometry.ts';
import type { Random } from '../../random.ts';
import type { PrintedPage } from '../source-pages.ts';
import { isFree } from '../free-places.ts';
import { between } from '../sheet.ts';

/** A shape that is painted over the page rather than inked: it hides what lies under it. */
export interface PaperMark {
  readonly kind: 'hole' | 'staple' | 'fold' | 'corner' | 'stain';
  readonly svg: string;
  /** Around all of it. */
  readonly box: Box;
}

/** Two or four punched holes on the left or at the top; a dark or white lid is seen through them. */
export function drawHoles(random: Random, page: PrintedPage, lid: number): PaperMark[] {
  const count = random.pick([2, 2, 4]);
  const radius = between(random, 7.5, 9);
  const inset = between(random, 26, 36);
  const isTop = random.chance(0.2);
  const middle = (isTop ? page.widthPt : page.heightPt) / 2 + between(random, -20, 20);
  const centres = Array.from({ length: count }, (_, index) => {
    const along = middle + (index - (count - 1) / 2) * 226.8;
    return isTop ? { x: along, y: inset } : { x: inset, y: along };
  });
  return centres.flatMap(({ x, y }): PaperMark[] => {
    const box = boxAround(x, y, radius + 1);
    const rim = `M${x - radius} ${y} A${radius} ${radius} 0 0 1 ${x} ${y - radius}`;
    const svg = `<circle cx="${x}" cy="${y}" r="${radius}" fill="${grey(lid)}"/><path d="${rim}" fill="none" stroke="${grey(Math.max(0, lid - 90))}" stroke-width="1.4" opacity="0.7"/>`;
    return isFree(page, box) ? [{ kind: 'hole', svg, box }] : [];
  });
}

/** A staple in the top left corner, or the two holes that it left. */
export function drawStaple(random: Random, page: PrintedPage): PaperMark[] {
  const [x, y] = [between(random, 14, 40), between(random, 14, 40)];
  const degrees = random.pick([0, 45, -45, 90]) + between(random, -8, 8);
  const box = boxAround(x, y, 18);
  if (!isFree(page, box)) return [];
  const metal = random.chance(0.7);
  const shape = metal
    ? `<rect x="-16" y="0.9" width="32" height="1.6" fill="#000" opacity="0.35"/><rect x="-16" y="-0.9" width="32" height="1.7" rx="0.8" fill="#8a8d92"/><rect x="-15" y="-0.7" width="30" height="0.5" fill="#e8eaec"/>`
    : `<ellipse cx="-15" cy="0" rx="1.3" ry="0.9" fill="#3a3632"/><ellipse cx="15" cy="0.4" rx="1.2" ry="0.9" fill="#3a3632"/>`;
  return [{ kind: 'staple', box, svg: `<g transform="translate(${x} ${y}) rotate(${degrees})">${shape}</g>` }];
}

/** One to three creases: a thin shadow beside a thin light. */
export function drawFolds(random: Random, page: PrintedPage): PaperMark[] {
  const count = random.weighted<number>([
    [1, 60],
    [2, 30],
    [3, 10],
  ]);
  return Array.from({ length: count }, (_, index): PaperMark => {
    const y = (page.heightPt * (index + 1)) / (count + 1) + between(random, -8, 8);
    const tilt = between(random, -4, 4);
    const line = (shift: number, color: string, opacity: number): string =>
      `<line x1="0" y1="${y + shift}" x2="${page.widthPt}" y2="${y + tilt + shift}" stroke="${color}" stroke-width="${between(random, 0.5, 1.3)}" opacity="${opacity}"/>`;
    const svg = line(0, '#000', between(random, 0.08, 0.3)) + line(0.9, '#fff', between(random, 0.2, 0.5));
    return { kind: 'fold', svg, box: { left: 0, top: y - 6, right: page.widthPt, bottom: y + 7 } };
  });
}

/** A corner that was bent over: the lid is seen where it was, and the paper's back beside it. */
export function drawCorner(random: Random, page: PrintedPage, lid: number): PaperMark[] {
  const size = between(random, 14, 60);
  const [right, bottom] = [random.chance(0.7), random.chance(0.5)];
  const x = right ? page.widthPt : 0;
  const y = bottom ? page.heightPt : 0;
  const [inX, inY] = [x + (right ? -size : size), y + (bottom ? -size : size)];
  const box = { left: Math.min(x, inX), top: Math.min(y, inY), right: Math.max(x, inX), bottom: Math.max(y, inY) };
  if (!isFree(page, box)) return [];
  const gone = `<polygon points="${x},${y} ${inX},${y} ${x},${inY}" fill="${grey(lid)}"/>`;
  const flap = `<polygon points="${inX},${inY} ${inX},${y} ${x},${inY}" fill="#e4e2de"/><line x1="${inX}" y1="${y}" x2="${x}" y2="${inY}" stroke="#555" stroke-width="0.8"/>`;
  return [{ kind: 'corner', svg: gone + flap, box }];
}

/** A pale, irregular spot of tea or water, its rim a little darker. */
export function drawStain(random: Random, page: PrintedPage): PaperMark[] {
  const [x, y] = [between(random, 0, page.widthPt), between(random, 0, page.heightPt)];
  const radius = between(random, 15, 80);
  const color = random.pick(['#a87838', '#9a8a58', '#8c8478']);
  const strength = between(random, 0.05, 0.16);
  const points = Array.from({ length: 14 }, (_, index) => {
    const angle = (index / 14) * 2 * Math.PI;
    const reach = radius * between(random, 0.72, 1.12);
    return { x: Math.cos(angle) * reach, y: Math.sin(angle) * reach };
  });
  // Smooth through the middles of the sides, the points pull.
  const middle = (index: number): string => {
    const one = points[index % 14] ?? { x: 0, y: 0 };
    const other = points[(index + 1) % 14] ?? one;
    return `${((one.x + other.x) / 2).toFixed(1)} ${((one.y + other.y) / 2).toFixed(1)}`;
  };
  const curves = points.map((_, index) => {
    const { x: pullX, y: pullY } = points[(index + 1) % 14] ?? { x: 0, y: 0 };
    return `Q${pullX.toFixed(1)} ${pullY.toFixed(1)} ${middle(index + 1)}`;
  });
  const path = `M${middle(0)} ${curves.join(' ')} Z`;
  const blur = `<filter id="soak"><feGaussianBlur stdDeviation="${between(random, 0.8, 3)}"/></filter>`;
  const shapes = `<path d="${path}" fill="${color}" opacity="${strength}"/><path d="${path}" fill="none" stroke="${color}" stroke-width="${between(random, 1.5, 5)}" opacity="${strength}"/>`;
  const svg = `${blur}<g transform="translate(${x} ${y})" filter="url(#soak)">${shapes}</g>`;
  return [{ kind: 'stain', svg, box: boxAround(x, y, radius * 1.2 + 10) }];
}

function boxAround(x: number, y: number, reach: number): Box {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

function grey(shade: number): string {
  return `rgb(${shade},${shade},${shade})`;
}
