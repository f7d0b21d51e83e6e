/** What people write on forms, as SVG strokes in points from the mark's own top left corner. */
import type { Random } from '../../random.ts';
import { between } from '../sheet.ts';
import { glyph } from './svg.ts';

/** A mark and the size of the box that it needs, strokes included. */
export interface PenMark {
  readonly kind: 'tick' | 'cross' | 'ring' | 'underline' | 'scribble' | 'signature' | 'date' | 'highlight';
  readonly widthPt: number;
  readonly heightPt: number;
  readonly svg: string;
}

const handFamilies = ['LXGW WenKai', 'LXGW WenKai Light', 'AR PL KaitiM GB', 'TW-Kai'] as const;

function stroke(path: string, widthPt: number): string {
  return `<path d="${path}" fill="none" stroke="white" stroke-width="${widthPt.toFixed(2)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A tick or a cross beside something that was checked. */
export function drawTick(random: Random): PenMark {
  const size = between(random, 8, 16);
  const pen = between(random, 0.7, 1.8);
  const wobble = (): number => between(random, -1, 1);
  const at = (x: number, y: number): string =>
    `${(x * size + 2 + wobble()).toFixed(1)} ${(y * size + 2 + wobble()).toFixed(1)}`;
  const isCross = random.chance(0.2);
  const path = isCross
    ? `M${at(0, 0)} Q${at(0.5, 0.4)} ${at(1, 1)} M${at(1, 0)} Q${at(0.5, 0.6)} ${at(0, 1)}`
    : `M${at(0, 0.6)} Q${at(0.15, 0.7)} ${at(0.3, 1)} Q${at(0.6, 0.4)} ${at(1, 0)}`;
  return { kind: isCross ? 'cross' : 'tick', widthPt: size + 5, heightPt: size + 5, svg: stroke(path, pen) };
}

/** A ring around something `widthPt` wide, not quite closed. */
export function drawRing(random: Random, widthPt: number, heightPt: number): PenMark {
  const [width, height] = [widthPt + 14, heightPt + 10];
  const turns = between(random, 1.02, 1.25);
  const start = between(random, 0, 6.28);
  const drift = between(random, -1.5, 1.5);
  const points = Array.from({ length: 28 }, (_, index) => {
    const angle = start + (index / 27) * turns * 2 * Math.PI;
    const reach = 1 - (index / 27) * 0.05;
    const x = width / 2 + Math.cos(angle) * (width / 2 - 2) * reach + drift * (index / 27);
    return `${x.toFixed(1)} ${(height / 2 + Math.sin(angle) * (height / 2 - 2) * reach).toFixed(1)}`;
  });
  return {
    kind: 'ring',
    widthPt: width,
    heightPt: height,
    svg: stroke(`M${points.join(' L')}`, between(random, 0.7, 1.5)),
  };
}

/** A line below something `widthPt` wide. */
export function drawUnderline(random: Random, widthPt: number): PenMark {
  const y = (): string => between(random, 1.5, 3.5).toFixed(1);
  const path = `M1 ${y()} Q${(widthPt * 0.4).toFixed(1)} ${y()} ${(widthPt + 3).toFixed(1)} ${y()}`;
  return { kind: 'underline', widthPt: widthPt + 5, heightPt: 6, svg: stroke(path, between(random, 0.6, 1.3)) };
}

/** Loops such as a hurried hand makes of its initials. */
export function drawScribble(random: Random): PenMark {
  const width = between(random, 35, 90);
  const height = between(random, 14, 30);
  const count = random.int(5, 11);
  const points = Array.from({ length: count * 3 }, (_, index) => {
    const x = 4 + ((width - 8) * Math.floor(index / 3 + random.next() * 1.5)) / count;
    return `${Math.min(width - 3, x).toFixed(1)} ${between(random, 3, height - 3).toFixed(1)}`;
  });
  const curves = Array.from(
    { length: count - 1 },
    (_, index) => `C${points.slice(index * 3 + 1, index * 3 + 4).join(' ')}`,
  );
  const path = `M${points[0] ?? '0 0'} ${curves.join(' ')}`;
  return { kind: 'scribble', widthPt: width, heightPt: height, svg: stroke(path, between(random, 0.6, 1.4)) };
}

/** A name or a date by hand: slanted, uneven characters of a brush-like face. */
export function drawHandwriting(random: Random, text: string, kind: 'signature' | 'date'): PenMark {
  const size = between(random, 13, 22);
  const family = random.pick(handFamilies);
  const slant = between(random, -14, 4);
  const advance = kind === 'date' ? 0.55 : 0.92;
  let x = size * 0.7;
  const characters = [...text].map((character) => {
    const own = size * between(random, 0.85, 1.15);
    const mark = glyph({
      text: character,
      x,
      y: size * 0.8 + between(random, -1.5, 1.5),
      size: own,
      family,
      degrees: between(random, -9, 6),
      stretch: between(random, 0.8, 1.05),
    });
    x += own * advance;
    return mark;
  });
  const svg = `<g transform="skewX(${slant})" stroke="white" stroke-width="0.25">${characters.join('')}</g>`;
  return {
    kind,
    widthPt: x + size * 0.3,
    heightPt: size * 1.7,
    svg: `<g transform="translate(${(size * 0.35).toFixed(1)} 0)">${svg}</g>`,
  };
}

/** A broad, translucent stroke over something. */
export function drawHighlight(random: Random, widthPt: number, heightPt: number): PenMark {
  const wobble = (): number => between(random, -1.2, 1.2);
  const [left, right, top, bottom] = [2, widthPt + 8, 2, heightPt + 4];
  const corner = (x: number, y: number): string => `${(x + wobble()).toFixed(1)} ${(y + wobble()).toFixed(1)}`;
  const middle = `Q${corner((left + right) / 2, bottom)} ${corner(left, bottom)}`;
  const path = `M${corner(left, top)} Q${corner((left + right) / 2, top)} ${corner(right, top)} L${corner(right, bottom)} ${middle} Z`;
  return { kind: 'highlight', widthPt: widthPt + 10, heightPt: heightPt + 6, svg: `<path d="${path}" fill="white"/>` };
}
