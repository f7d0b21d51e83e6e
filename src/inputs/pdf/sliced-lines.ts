import { heightOf } from '../../model/geometry.ts';
import type { DrawnPage, TextItem } from '../../model/page.ts';
import { emBoxOf, type Glyph } from './glyph.ts';
import { toTextItems } from './text-items.ts';

/** What a page's clip leaves of a line of text that is too low to be read. */
export interface Slice {
  readonly part: 'upper' | 'lower';
  readonly item: TextItem;
  /** How high the whole line is, in points. */
  readonly emPt: number;
}

/** Calc draws a line that a break runs through on both pages, each time in the same place across. */
const maxShiftPt = 1;
/** Two slices are one line where their heights make up that of the whole, but for this share. */
const maxHeightError = 0.25;

/** The slices of lines among the glyphs of an upright page, in the order drawn. */
export function slicesOf(glyphs: readonly Glyph[]): Slice[] {
  return (['upper', 'lower'] as const).flatMap((part) => {
    const cut = glyphs
      .filter((glyph) => glyph.visibility === 'cut' && partLeft(glyph) === part)
      .map((glyph) => ({ ...glyph, visibility: 'seen' as const }));
    const whole = toTextItems(cut.map((glyph) => ({ ...glyph, box: emBoxOf(glyph) })));
    return toTextItems(cut).map((item, at) => ({ part, item, emPt: heightOf(whole[at]?.box ?? item.box) }));
  });
}

/** Which part of a glyph's height the clip leaves; `null` where it leaves nothing, all, or a middle. */
function partLeft(glyph: Glyph): Slice['part'] | null {
  const em = emBoxOf(glyph);
  const { top, bottom } = glyph.box;
  if (bottom <= top || (top > em.top && bottom < em.bottom)) return null;
  return bottom < em.bottom ? 'upper' : top > em.top ? 'lower' : null;
}

/**
 * A page with the lines that the break below it cuts in two and neither page shows enough of to be read. What both
 * halves say is known.
 */
export function withLinesCutBelow(page: DrawnPage, slices: readonly Slice[], next: readonly Slice[]): DrawnPage {
  const rests = new Map<string, Slice[]>();
  for (const slice of next.filter(({ part }) => part === 'lower')) {
    const same = rests.get(slice.item.text);
    if (same === undefined) rests.set(slice.item.text, [slice]);
    else same.push(slice);
  }
  const isCut = (slice: Slice): boolean =>
    slice.part === 'upper' && (rests.get(slice.item.text) ?? []).some((rest) => isRest(slice, rest));
  const cut = slices.filter(isCut);
  return cut.length === 0 ? page : { ...page, textItems: [...page.textItems, ...cut.map(({ item }) => item)] };
}

/** Whether `rest` is the lower part of a line that says the same. */
function isRest({ item, emPt }: Slice, { item: rest }: Slice): boolean {
  const heightPt = heightOf(item.box) + heightOf(rest.box);
  return Math.abs(rest.box.left - item.box.left) <= maxShiftPt && Math.abs(heightPt - emPt) <= maxHeightError * emPt;
}
