/**
 * Seals as mask of ink, in millimetres: round with a star and the body's name along the ring (国发〔1999〕25号: 42 mm and
 * less, name from left to right over the star), oval with a line across, square chops with a person's name.
 */
import type { Random } from '../../random.ts';
import type { Raster } from '../raster.ts';
import { drawMask, glyph } from './svg.ts';

export const sealShapes = ['round', 'oval', 'chop'] as const;

export interface Seal {
  readonly shape: (typeof sealShapes)[number];
  /** The body's or person's name. */
  readonly name: string;
  /** Below the star or across the oval; may be empty. */
  readonly purpose: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly family: string;
  /** Width of the ring's line. */
  readonly strokeMm: number;
  readonly degrees: number;
  /** A second, thin ring inside. */
  readonly isDouble: boolean;
  /** White characters in red, for chops. */
  readonly isReversed: boolean;
}

const families = [
  'Noto Serif CJK SC',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'Noto Sans CJK SC',
  'AR PL SungtiL GB',
] as const;

/** Draws a seal of a body, or the chop of a person. */
export function drawSeal(random: Random, names: { body: string; person: string }): Seal {
  const shape = random.weighted<Seal['shape']>([
    ['round', 60],
    ['oval', 15],
    ['chop', 25],
  ]);
  const round = random.step(36, 45, 0.5);
  const chop = random.step(15, 22, 0.5);
  const width = { round, oval: random.step(40, 48, 0.5), chop }[shape];
  const height = { round, oval: random.step(28, 33, 0.5), chop: random.chance(0.7) ? chop : chop * 1.2 }[shape];
  return {
    shape,
    // Some are worn until their characters are mere boxes.
    name: shape === 'chop' ? names.person : random.chance(0.08) ? '日'.repeat([...names.body].length) : names.body,
    purpose: random.weighted([
      ['', shape === 'oval' ? 0 : 45],
      ['财务专用章', 35],
      ['绩效评价专用章', 10],
      ['业务专用章', 10],
    ]),
    widthMm: width,
    heightMm: height,
    family: random.pick(families),
    strokeMm: random.step(0.4, 1.4, 0.1),
    degrees: random.step(-18, 18, 0.5),
    isDouble: random.chance(0.15),
    isReversed: random.chance(0.3),
  };
}

/** The seal's mask, `unitPx` pixels a millimetre, with the seal's middle in the picture's middle. */
export async function drawSealMask(seal: Seal, unitPx: number): Promise<Raster> {
  const side = Math.hypot(seal.widthMm, seal.heightMm) + 2;
  const body = { round: roundBody, oval: roundBody, chop: chopBody }[seal.shape](seal);
  const placed = `<g transform="translate(${side / 2} ${side / 2}) rotate(${seal.degrees})">${body}</g>`;
  return drawMask({ widthUnits: side, heightUnits: side, unitPx }, placed);
}

function roundBody(seal: Seal): string {
  const [radiusX, radiusY] = [(seal.widthMm - seal.strokeMm) / 2, (seal.heightMm - seal.strokeMm) / 2];
  const ring = (inset: number, stroke: number): string =>
    `<ellipse rx="${radiusX - inset}" ry="${radiusY - inset}" fill="none" stroke="white" stroke-width="${stroke}"/>`;
  const inner = seal.isDouble ? ring(seal.strokeMm + 0.8, 0.25) : '';
  const middle = seal.shape === 'round' ? star(seal.heightMm * 0.155) : '';
  const size = Math.min(3.4, seal.heightMm * 0.085);
  const purposeY = seal.shape === 'round' ? seal.heightMm * 0.26 : 0;
  const purpose =
    seal.purpose === '' ? '' : glyph({ text: seal.purpose, x: 0, y: purposeY, size, family: seal.family, bold: true });
  return ring(0, seal.strokeMm) + inner + nameAlongRing(seal, radiusX, radiusY) + middle + purpose;
}

/** The name's characters spread over the upper part of the ring, feet to the middle. */
function nameAlongRing({ name, family, heightMm, strokeMm }: Seal, radiusX: number, radiusY: number): string {
  const characters = [...name];
  const size = Math.min(heightMm * 0.145, (heightMm * 3.9) / Math.max(8, characters.length) / 2.6);
  const spread = Math.min(280, characters.length * 21);
  const inset = strokeMm + size * 0.75;
  return characters
    .map((text, index) => {
      const degrees = characters.length === 1 ? 0 : (index / (characters.length - 1) - 0.5) * spread;
      const angle = (degrees * Math.PI) / 180;
      const [x, y] = [Math.sin(angle) * (radiusX - inset), -Math.cos(angle) * (radiusY - inset)];
      return glyph({ text, x, y, size: size * 1.25, family, degrees, stretch: 0.78, bold: true });
    })
    .join('');
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5;
    const reach = index % 2 === 0 ? radius : radius * 0.382;
    return `${(Math.sin(angle) * reach).toFixed(3)},${(-Math.cos(angle) * reach).toFixed(3)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="white"/>`;
}

/** A chop reads down the right column, then the left; names of two characters get 之印. */
function chopBody({ name, family, widthMm, heightMm, isReversed, strokeMm }: Seal): string {
  const four = [...(name.length >= 4 ? name : `${name}${name.length === 3 ? '印' : '之印'}`)].slice(0, 4);
  const [left, top] = [-widthMm / 2, -heightMm / 2];
  const fill = isReversed ? 'black' : 'white';
  const frame = `<rect x="${left}" y="${top}" width="${widthMm}" height="${heightMm}" rx="0.6" fill="${isReversed ? 'white' : 'none'}" stroke="white" stroke-width="${strokeMm}"/>`;
  const size = Math.min(widthMm, heightMm) * 0.43;
  const characters = four.map((text, index) => {
    const x = widthMm * (index < 2 ? 0.22 : -0.22);
    return glyph({ text, x, y: heightMm * (index % 2 === 0 ? -0.22 : 0.22), size, family, fill, bold: true });
  });
  return frame + characters.join('');
}
