import { unionOf } from '../../model/geometry.ts';
import type { TextItem } from '../../model/page.ts';
import { holdsRadicals, restoreIdeographs } from '../../text/ideographs.ts';
import { withoutDoubleStrikes } from './double-strikes.ts';
import { type Glyph, heightOf, isAlongSide, isLost, isRead } from './glyph.ts';

/** Glyphs further apart than this many heights, or closer to the left than the second, are not one run. */
const maxGapHeights = 0.4;
const maxOverlapHeights = 0.6;
/** Baselines this many heights apart are two lines. */
const maxBaselineShift = 0.25;
/** Private use, replacement and control characters: what a font without a map to Unicode gives. */
const undecodable = /[\p{Co}\p{Cc}\ufffd]/u;
/** How sure a hidden layer of somebody else's OCR is: never enough to go unreviewed. */
const hiddenLayerConfidence = 0.5;
/** Nor is what is left of a text of which characters are cut off or covered: 12345 may be 1234567. */
const cutOffConfidence = 0.5;

/**
 * Runs of upright glyphs as text items, in the order drawn.
 *
 * 1. Drop characters drawn aslant (watermarks, stamps) and those struck twice for boldness.
 * 2. Chain the glyphs of one text operator that follow one another on one baseline.
 * 3. Of each run keep what is not cut off or covered, with the edge of every character, so that a run can be cut later;
 *    spell radicals as ideographs.
 *
 * Text that is not upright (after the page was turned to its main direction) is chained along its own direction.
 */
export function toTextItems(glyphs: readonly Glyph[]): TextItem[] {
  const runs: Glyph[][] = [];
  const inSight = glyphs.filter((glyph) => isAlongSide(glyph) && (isRead(glyph) || isLost(glyph)));
  for (const glyph of withoutDoubleStrikes(inSight)) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && follows(previous, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.flatMap(partsOf).flatMap(toTextItem);
}

/**
 * Whether `glyph` continues the run that ends with `previous`, measured along and across the writing direction. What
 * is lost continues what another operator drew, too: a change of font in a word begins another.
 */
function follows(previous: Glyph, glyph: Glyph): boolean {
  const height = heightOf(previous);
  const isOneLost = isLost(glyph) !== isLost(previous);
  if (glyph.operator !== previous.operator && !isOneLost) return false;
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

/** A stretch of a run that is read. */
interface Part {
  readonly glyphs: Glyph[];
  /** Whether the run goes on, before or behind it, where it is not seen. */
  isCutOff: boolean;
}

function partsOf(run: readonly Glyph[]): Part[] {
  const parts: Part[] = [];
  let previous: Glyph | undefined;
  for (const glyph of run) {
    const part = parts.at(-1);
    if (isLost(glyph)) {
      if (part !== undefined && glyph.text.trim() !== '') part.isCutOff = true;
    } else if (part === undefined || (previous !== undefined && isLost(previous))) {
      parts.push({ glyphs: [glyph], isCutOff: previous !== undefined && isLost(previous) });
    } else part.glyphs.push(glyph);
    if (glyph.text.trim() !== '') previous = glyph;
  }
  return parts;
}

function toTextItem({ glyphs, isCutOff }: Part): TextItem[] {
  const first = glyphs.findIndex((glyph) => glyph.text.trim() !== '');
  const kept = glyphs.slice(first, glyphs.findLastIndex((glyph) => glyph.text.trim() !== '') + 1);
  const box = unionOf(kept.map((glyph) => glyph.box));
  if (first < 0 || box === null) return [];
  const drawn = kept.map((glyph) => glyph.text);
  const texts = holdsRadicals(drawn.join('')) ? drawn.map(restoreIdeographs) : drawn;
  const text = texts.join('');
  const charEdges = edgesOf(kept, texts).map((x) => Math.min(Math.max(x, box.left), box.right));
  return [{ text, box, charEdges, confidence: confidenceOf(kept, text, isCutOff) }];
}

function confidenceOf(glyphs: readonly Glyph[], text: string, isCutOff: boolean): number {
  if (undecodable.test(text)) return 0;
  if (glyphs.some((glyph) => glyph.visibility === 'hidden')) return hiddenLayerConfidence;
  return isCutOff ? cutOffConfidence : 1;
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
