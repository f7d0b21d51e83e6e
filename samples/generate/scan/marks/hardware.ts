/** What happens to sheets of paper: holes, staples, folds, corners, spots. SVG in points of the page. */
import type { Random } from '../../random.ts';
import type { PrintedPage } from '../source-pages.ts';
import { isFree } from '../free-places.ts';
import { between } from '../sheet.ts';

/** A shape that is painted over the page rather than inked: it hides what lies under it. */
export interface PaperMark {
  readonly kind: 'holes' | 'staple' | 'fold' | 'corner' | 'stain';
  readonly svg: string;
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
  const free = centres.filter(({ x, y }) =>
    isFree(page, { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }),
  );
  const circles = free.map(
    ({ x, y }) =>
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="${grey(lid)}"/><path d="M${x - radius} ${y} A${radius} ${radius} 0 0 1 ${x} ${y - radius}" fill="none" stroke="${grey(Math.max(0, lid - 90))}" stroke-width="1.4" opacity="0.7"/>`,
  );
  return free.length === 0 ? [] : [{ kind: 'holes', svg: circles.join('') }];
}

/** A staple in the top left corner, or the two holes that it left. */
export function drawStaple(random: Random, page: PrintedPage): PaperMark[] {
  const [x, y] = [between(random, 14, 40), between(random, 14, 40)];
  const degrees = random.pick([0, 45, -45, 90]) + between(random, -8, 8);
  if (!isFree(page, { left: x - 18, top: y - 18, right: x + 18, bottom: y + 18 })) return [];
  const metal = random.chance(0.7);
  const shape = metal
    ? `<rect x="-16" y="0.9" width="32" height="1.6" fill="#000" opacity="0.35"/><rect x="-16" y="-0.9" width="32" height="1.7" rx="0.8" fill="#8a8d92"/><rect x="-15" y="-0.7" width="30" height="0.5" fill="#e8eaec"/>`
    : `<ellipse cx="-15" cy="0" rx="1.3" ry="0.9" fill="#3a3632"/><ellipse cx="15" cy="0.4" rx="1.2" ry="0.9" fill="#3a3632"/>`;
  return [{ kind: 'staple', svg: `<g transform="translate(${x} ${y}) rotate(${degrees})">${shape}</g>` }];
}

/** One to three creases: a thin shadow beside a thin light. */
export function drawFolds(random: Random, page: PrintedPage): PaperMark[] {
  const count = random.weighted<number>([
    [1, 60],
    [2, 30],
    [3, 10],
  ]);
  const lines = Array.from({ length: count }, (_, index) => {
    const y = (page.heightPt * (index + 1)) / (count + 1) + between(random, -8, 8);
    const tilt = between(random, -4, 4);
    const line = (shift: number, color: string, opacity: number): string =>
      `<line x1="0" y1="${y + shift}" x2="${page.widthPt}" y2="${y + tilt + shift}" stroke="${color}" stroke-width="${between(random, 0.5, 1.3)}" opacity="${opacity}"/>`;
    return line(0, '#000', between(random, 0.08, 0.3)) + line(0.9, '#fff', between(random, 0.2, 0.5));
  });
  return [{ kind: 'fold', svg: lines.join('') }];
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
  return [{ kind: 'corner', svg: gone + flap }];
}

/** A pale spot with a darker rim, of tea or water. */
export function drawStain(random: Random, page: PrintedPage): PaperMark[] {
  const [x, y] = [between(random, 0, page.widthPt), between(random, 0, page.heightPt)];
  const radius = between(random, 20, 90);
  const color = random.pick(['#9a6a30', '#8a7a50', '#777777']);
  const shape = `rx="${radius}" ry="${radius * between(random, 0.7, 1)}" transform="translate(${x} ${y}) rotate(${random.int(0, 180)})"`;
  const strength = between(random, 0.04, 0.14);
  return [
    {
      kind: 'stain',
      svg: `<ellipse ${shape} fill="${color}" opacity="${strength}"/><ellipse ${shape} fill="none" stroke="${color}" stroke-width="1.6" opacity="${strength * 1.5}"/>`,
    },
  ];
}

function grey(shade: number): string {
  return `rgb(${shade},${shade},${shade})`;
}
