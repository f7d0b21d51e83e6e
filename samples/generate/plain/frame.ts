import type { PageStyle } from '../page-style.ts';
import type { PlainStyle } from './plain-style.ts';
import type { BoxMark } from './strip.ts';

/** What a page's operators need to know. The frame's y grows upwards unless the style is `flipped`. */
export interface Frame {
  readonly heightPt: number;
  readonly marginXPt: number;
  readonly marginYPt: number;
  /** Every length is multiplied by this; the page's matrix divides by it again. */
  readonly scale: number;
  readonly flipped: boolean;
}

/** All that decides how a page is drawn. */
export interface Look {
  readonly page: PageStyle;
  readonly plain: PlainStyle;
  readonly frame: Frame;
}

/** A point of the area between the margins, in the frame's units. */
export function place(frame: Frame, xPt: number, yPt: number): [number, number] {
  const x = xPt + frame.marginXPt;
  const y = yPt + frame.marginYPt;
  return [x * frame.scale, (frame.flipped ? y : frame.heightPt - y) * frame.scale];
}

/** Numbers as PDF operands. */
export function spell(...values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(3)).toString()).join(' ');
}

/** `#rrggbb` as the operands of `rg` and `RG`. */
export function color(hexColor: string): string {
  return [1, 3, 5].map((from) => (Number.parseInt(hexColor.slice(from, from + 2), 16) / 255).toFixed(3)).join(' ');
}

/** The operator `re` for a box. */
export function rectangle(frame: Frame, box: Pick<BoxMark, 'leftPt' | 'topPt' | 'rightPt' | 'bottomPt'>): string {
  const [left, top] = place(frame, box.leftPt, box.topPt);
  const [right, bottom] = place(frame, box.rightPt, box.bottomPt);
  return `${spell(left, Math.min(top, bottom), right - left, Math.abs(bottom - top))} re`;
}
