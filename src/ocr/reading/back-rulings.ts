import { median } from '../../images/median.ts';
import type { Ruling } from '../../model/page.ts';
import type { GreyRaster } from '../../model/raster.ts';

/** How far from a ruling's middle its ink may lie, and the step in which it is looked at, in points. */
const [reachPt, stepPt] = [0.75, 1];
/** Of even ground. */
const paperLevel = 250;

/**
 * The rulings without those that show through from the back of the page, whose print is no darker than `backDarkness`
 * (0 to 255) where `picture` shows the upright page with so many pixels a point.
 */
export function withoutBackRulings(
  rulings: readonly Ruling[],
  backDarkness: number,
  { picture, pixelsPerPt }: { readonly picture: GreyRaster; readonly pixelsPerPt: number },
): Ruling[] {
  return rulings.filter((ruling) => paperLevel - median(levelsAlong(ruling, picture, pixelsPerPt)) > backDarkness);
}

/** The darkest level across a ruling, at each step along it. */
function levelsAlong(
  { orientation, position, start, end }: Ruling,
  { width, height, data }: GreyRaster,
  pixelsPerPt: number,
): number[] {
  const reach = Math.round(reachPt * pixelsPerPt);
  const levels: number[] = [];
  for (let at = start + stepPt; at <= end - stepPt; at += stepPt) {
    let darkest = 255;
    for (let aside = -reach; aside <= reach; aside++) {
      const [along, across] = [Math.round(at * pixelsPerPt), Math.round(position * pixelsPerPt) + aside];
      const [x, y] = orientation === 'horizontal' ? [along, across] : [across, along];
      if (x >= 0 && y >= 0 && x < width && y < height) darkest = Math.min(darkest, data[y * width + x] ?? 255);
    }
    levels.push(darkest);
  }
  return levels;
}
