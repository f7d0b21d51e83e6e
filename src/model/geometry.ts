/**
 * Places on a page. All lengths are points (1/72 inch) from the top left corner of the page as it is
 * read upright: x grows to the right, y grows downwards. Inputs convert to this frame; nothing else does.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box that holds all of `boxes`; `null` where there is none. */
export function unionOf(boxes: Iterable<Box>): Box | null {
  let union: Box | null = null;
  for (const box of boxes) {
    union =
      union === null
        ? box
        : {
            left: Math.min(union.left, box.left),
            top: Math.min(union.top, box.top),
            right: Math.max(union.right, box.right),
            bottom: Math.max(union.bottom, box.bottom),
          };
  }
  return union;
}

/** Width in points. */
export function widthOf(box: Box): number {
  return box.right - box.left;
}

/** Height in points. */
export function heightOf(box: Box): number {
  return box.bottom - box.top;
}

/** The box with all its lengths `factor` times as long. */
export function scaledBox({ left, top, right, bottom }: Box, factor: number): Box {
  return { left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor };
}

/** Whether `outer` holds all of `inner`, or all but `tolerance` points at each side. */
export function holds(outer: Box, inner: Box, tolerance: number): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.top >= outer.top - tolerance &&
    inner.bottom <= outer.bottom + tolerance
  );
}
