import type { TextItem } from '../../model/page.ts';
import { holdsRadicals, restoreIdeographs } from '../../text/ideographs.ts';
import type { Glyph } from './place-glyphs.ts';

/** Glyphs further apart than this many heights, or closer to the left than the second, are not one run. */
const maxGapHeights = 0.4;
const maxOverlapHeights = 0.6;
/** Baselines this many heights apart are two lines. */
const maxBaselineShift = 0.25;
/** The same character drawn twice within this many heights is one, made bold. */
const doubleStrikeHeights = 0.2;
/** The tangent of the angle up to which text counts as drawn along a side of the page: 5 degrees. */
const maxSlant = 0.0875;
/** An em box reaches this many heights below the baseline; the rest is above (usual for Chinese fonts). */
const descentHeights = 0.12;
/** Private use, replacement and control characters: what a font without a map to Unicode gives. */
const undecodable = /[\p{Co}\p{Cc}\ufffd]/u;
/** How sure a hidden layer of somebody else's OCR is: never enough to go unreviewed. */
const hiddenLayerConfidence = 0.5;

/**
 * Runs of upright glyphs as text items, in the order drawn.
 *
 * 1. Drop characters drawn aslant (watermarks, stamps) and those struck twice for boldness.
 * 2. Chain the glyphs of one text operator that follow one another on one baseline.
 * 3. Spell radicals as ideographs; keep the edge of every character, so that a run can be cut later.
 *
 * Text that is not upright (after the page was turned to its main direction) is chained along its own direction.
 */
export function toTextItems(glyphs: readonly Glyph[]): TextItem[] {
  const runs: Glyph[][] = [];
  const struck = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (!isAlongSide(glyph) || isDoubleStrike(glyph, struck)) continue;
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && follows(previous, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.flatMap(toTextItem);
}

function heightOf({ up }: Glyph): number {
  return Math.max(0.5, Math.hypot(up[0], up[1]));
}

function isDoubleStrike(glyph: Glyph, struck: Map<string, Glyph[]>): boolean {
  if (glyph.text.trim() === '') return false;
  const height = heightOf(glyph);
  const band = Math.round(glyph.start[1] / height);
  const near = (other: Glyph): boolean =>
    Math.hypot(other.start[0] - glyph.start[0], other.start[1] - glyph.start[1]) < doubleStrikeHeights * height;
  const bands = [band - 1, band, band + 1].map((at) => struck.get(`${glyph.text}@${at}`) ?? []);
  if (bands.some((glyphs) => glyphs.some(near))) return true;
  const key = `${glyph.text}@${band}`;
  const known = struck.get(key);
  if (known === undefined) struck.set(key, [glyph]);
  else known.push(glyph);
  return false;
}

/** Whether text is drawn along a side of the page; what is drawn aslant is a watermark or a stamp. */
function isAlongSide({ up }: Glyph): boolean {
  return Math.min(Math.abs(up[0]), Math.abs(up[1])) <= maxSlant * Math.max(Math.abs(up[0]), Math.abs(up[1]));
}

/** Whether `glyph` continues the run that ends with `previous`, measured along and across the writing direction. */
function follows(previous: Glyph, glyph: Glyph): boolean {
  const height = heightOf(previous);
  if (glyph.operator !== previous.operator) return false;
  const [upX, upY] = [previous.up[0] / height, previous.up[1] / height];
  const dx = glyph.start[0] - previous.end[0];
  const dy = glyph.start[1] - previous.end[1];
  const along = (dx * -upY + dy * upX) / height;
  const across = (dx * upX + dy * upY) / height;
  const isSameDirection = (glyph.up[0] * upX + glyph.up[1] * upY) / heightOf(glyph) > 0.95;
  return (
    isSameDirection && Math.abs(across) <= maxBaselineShift && along <= maxGapHeights && along >= -maxOverlapHeights
  );
}

function toTextItem(run: readonly Glyph[]): TextItem[] {
  const first = run.findIndex((glyph) => glyph.text.trim() !== '');
  const last = run.findLastIndex((glyph) => glyph.text.trim() !== '');
  const kept = run.slice(first, last + 1);
  const [start] = kept;
  if (first < 0 || start === undefined) return [];
  const drawn = kept.map((glyph) => glyph.text);
  const texts = holdsRadicals(drawn.join('')) ? drawn.map(restoreIdeographs) : drawn;
  const corners = kept.flatMap(cornersOf);
  const box = {
    left: Math.min(...corners.map(([x]) => x)),
    top: Math.min(...corners.map(([, y]) => y)),
    right: Math.max(...corners.map(([x]) => x)),
    bottom: Math.max(...corners.map(([, y]) => y)),
  };
  const seen = start.isVisible ? 1 : hiddenLayerConfidence;
  const confidence = undecodable.test(texts.join('')) ? 0 : seen;
  return [{ text: texts.join(''), box, charEdges: edgesOf(kept, texts), confidence }];
}

function cornersOf({ start, end, up }: Glyph): (readonly [x: number, y: number])[] {
  const below = descentHeights;
  const above = 1 - descentHeights;
  return [start, end].flatMap(([x, y]) => [
    [x + up[0] * above, y + up[1] * above],
    [x - up[0] * below, y - up[1] * below],
  ]);
}

/** The x of each UTF-16 unit's left edge; a glyph of several characters is shared out evenly. */
function edgesOf(run: readonly Glyph[], texts: readonly string[]): number[] {
  const edges = run.flatMap((glyph, index) => {
    const length = texts[index]?.length ?? 0;
    const step = (glyph.end[0] - glyph.start[0]) / Math.max(1, length);
    return Array.from({ length }, (_, unit) => glyph.start[0] + unit * step);
  });
  return [...edges, run.at(-1)?.end[0] ?? 0];
}
