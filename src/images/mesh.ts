import type { PictureMesh } from '../model/page.ts';
import type { PageFrame, Point } from './page-frame.ts';

/** A point for about so many points of the page: between them, pages are flat to a tenth of a pixel. */
const meshPt = 30;
/** Shares are kept to a hundred-thousandth: a tenth of a pixel of a scan at 400 dpi. */
const steps = 1e5;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a page lies in a picture of so many pixels, as plain data. */
export function meshOf({ widthPt, heightPt, toPicture }: PageFrame, { width, height }: Size): PictureMesh {
  const [columns, rows] = [widthPt, heightPt].map((length) => Math.max(2, Math.ceil(length / meshPt) + 1));
  const count = { columns: columns ?? 2, rows: rows ?? 2 };
  const places: number[] = [];
  for (let row = 0; row < count.rows; row++) {
    for (let column = 0; column < count.columns; column++) {
      const x = (widthPt * column) / (count.columns - 1);
      const y = (heightPt * row) / (count.rows - 1);
      const [u, v] = toPicture(x, y);
      places.push(rounded((u + 0.5) / width), rounded((v + 0.5) / height));
    }
  }
  return { ...count, places };
}

function rounded(share: number): number {
  return Math.round(share * steps) / steps;
}

/** The pixel of a picture of so many pixels at a place on the page (points), as `PageFrame.toPicture` gives it. */
export function throughMesh(
  { columns, rows, places }: PictureMesh,
  page: { readonly widthPt: number; readonly heightPt: number },
  { width, height }: Size,
): PageFrame['toPicture'] {
  const placeAt = (column: number, row: number): Point => {
    const at = 2 * (row * columns + column);
    return [(places[at] ?? 0) * width - 0.5, (places[at + 1] ?? 0) * height - 0.5];
  };
  return (xPt, yPt) => {
    const [across, down] = [(xPt / page.widthPt) * (columns - 1), (yPt / page.heightPt) * (rows - 1)];
    const column = Math.max(0, Math.min(columns - 2, Math.floor(across)));
    const row = Math.max(0, Math.min(rows - 2, Math.floor(down)));
    const [right, below] = [across - column, down - row];
    const upper = mixed(placeAt(column, row), placeAt(column + 1, row), right);
    const lower = mixed(placeAt(column, row + 1), placeAt(column + 1, row + 1), right);
    return mixed(upper, lower, below);
  };
}

function mixed(from: Point, to: Point, share: number): Point {
  return [from[0] * (1 - share) + to[0] * share, from[1] * (1 - share) + to[1] * share];
}
