import type { Ruling } from '../model/page.ts';
import { turnFrame } from './page-frame.ts';
import type { RepairedPage } from './repair.ts';

/** The page turned clockwise by `quarterTurns` times 90 degrees, 0 to 3, its rulings with it. */
export function turnPage(page: RepairedPage, quarterTurns: number): RepairedPage {
  let { rulings } = page;
  let heightPt = page.frame.heightPt;
  let widthPt = page.frame.widthPt;
  for (let turn = 0; turn < quarterTurns; turn++) {
    const heightBefore = heightPt;
    rulings = rulings.map((ruling) => turnedOnce(ruling, heightBefore));
    [widthPt, heightPt] = [heightPt, widthPt];
  }
  return { ...page, frame: turnFrame(page.frame, quarterTurns), rulings };
}

/** What is at `x`, `y` comes to `heightPt - y`, `x`. */
function turnedOnce({ orientation, position, start, end, ...rest }: Ruling, heightPt: number): Ruling {
  return orientation === 'horizontal'
    ? { ...rest, orientation: 'vertical', position: heightPt - position, start, end }
    : { ...rest, orientation: 'horizontal', position, start: heightPt - end, end: heightPt - start };
}
