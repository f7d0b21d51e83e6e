/** A point as x and y. */
export type Point = readonly [x: number, y: number];

/**
 * How a scanned page lies in its picture: between points of the upright page (1/72 inch from its top left corner) and
 * pixels of the picture as it is stored.
 */
export interface PageFrame {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Pixel of the picture, whole numbers at pixel centres, for a place on the upright page in points. */
  readonly toPicture: (xPt: number, yPt: number) => Point;
  /** The reverse of `toPicture`. */
  readonly toPage: (x: number, y: number) => Point;
}

/** The frame of a picture that shows the page upright and straight. */
export function plainFrame(widthPx: number, heightPx: number, pixelsPerPt: number): PageFrame {
  return {
    widthPt: widthPx / pixelsPerPt,
    heightPt: heightPx / pixelsPerPt,
    toPicture: (xPt, yPt) => [xPt * pixelsPerPt - 0.5, yPt * pixelsPerPt - 0.5],
    toPage: (x, y) => [(x + 0.5) / pixelsPerPt, (y + 0.5) / pixelsPerPt],
  };
}

/** The same page in a frame that is turned clockwise by `quarterTurns` times 90 degrees. */
export function turnFrame(frame: PageFrame, quarterTurns: number): PageFrame {
  const { widthPt, heightPt } = frame;
  switch (((quarterTurns % 4) + 4) % 4) {
    case 1:
      return {
        widthPt: heightPt,
        heightPt: widthPt,
        toPicture: (x, y) => frame.toPicture(y, heightPt - x),
        toPage: (x, y) => turned(frame.toPage(x, y), ([a, b]) => [heightPt - b, a]),
      };
    case 2:
      return {
        widthPt,
        heightPt,
        toPicture: (x, y) => frame.toPicture(widthPt - x, heightPt - y),
        toPage: (x, y) => turned(frame.toPage(x, y), ([a, b]) => [widthPt - a, heightPt - b]),
      };
    case 3:
      return {
        widthPt: heightPt,
        heightPt: widthPt,
        toPicture: (x, y) => frame.toPicture(widthPt - y, x),
        toPage: (x, y) => turned(frame.toPage(x, y), ([a, b]) => [b, widthPt - a]),
      };
    default:
      return frame;
  }
}

function turned(point: Point, turn: (point: Point) => Point): Point {
  return turn(point);
}

/** A sheet of paper: its size, and where its middle lies in the picture. */
export interface Sheet {
  readonly widthPt: number;
  readonly heightPt: number;
  /** In pixels. */
  readonly middle: Point;
}

/** The part of a frame, from `left` and `top`, that a sheet takes up. */
export function sheetWithin(frame: PageFrame, { widthPt, heightPt, middle }: Sheet): PageFrame & Corner {
  const [x, y] = frame.toPage(...middle);
  const [left, top] = [x - widthPt / 2, y - heightPt / 2];
  return {
    widthPt,
    heightPt,
    left,
    top,
    toPicture: (xPt, yPt) => frame.toPicture(xPt + left, yPt + top),
    toPage: (u, v) => {
      const [xPt, yPt] = frame.toPage(u, v);
      return [xPt - left, yPt - top];
    },
  };
}

/** Where a part of a frame begins, in points. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}
