import type { GreyRaster } from '../../model/raster.ts';
import { type InkShape, inkLevel, inkRunsOf } from './ink-runs.ts';
import type { RecognizedCharacter } from './readers.ts';

/** Parts of a worn bar, less than this apart, are one; less ink than this either way is a speck. */
const gapPx = 3;
const speckPx = 3;
/** A bar is at least so long, at most so thick against its length, and so full of ink; */
const minLengthPx = 12;
const maxShape = 0.3;
const minFill = 0.6;
/** one that lies is at most so thick against the line: bold signs run together. */
const maxThickness = 0.25;
/** Signs that are flat themselves. */
const flat = /^[-_~一—–―－ー＿]+$/u;
/** How sure a bar that lies is a dash, and one that stands a 1: it may be what is left of a ruling. */
const sure = 0.97;
const unsure = 0.5;

/**
 * Reads a line whose ink is nothing but a bar by how it lies: a dash, which is how forms say that a cell is blank, or
 * 1. The model, to which a text without any other sign tells no size, takes each for the other now and then, and is
 * sure of it.
 */
export function readLoneStroke(
  line: GreyRaster,
  characters: readonly RecognizedCharacter[],
): readonly RecognizedCharacter[] {
  const text = characters.map((character) => character.text).join('');
  const runs = inkRunsOf(line, gapPx).filter(
    ({ from, to, top, bottom }) => Math.max(to - from, bottom - top) > speckPx,
  );
  const [bar] = runs;
  if (text === '' || bar === undefined || runs.length > 1 || !isBar(line, bar)) return characters;
  const [width, height] = [bar.to - bar.from, bar.bottom - bar.top];
  const isLying = width > height;
  if (isLying === flat.test(text) || (isLying && height > maxThickness * line.height)) return characters;
  const probability = isLying ? sure : unsure;
  const others = [{ text, probability: 1 - probability }];
  return [{ text: isLying ? '—' : '1', probability, x: (bar.from + bar.to) / 2, others }];
}

function isBar({ width, data }: GreyRaster, { from, to, top, bottom }: InkShape): boolean {
  const [length, thickness] = [Math.max(to - from, bottom - top), Math.min(to - from, bottom - top)];
  if (length < minLengthPx || thickness > maxShape * length) return false;
  let inked = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = from; x < to; x++) if ((data[y * width + x] ?? 255) < inkLevel) inked++;
  }
  return inked >= minFill * length * thickness;
}
