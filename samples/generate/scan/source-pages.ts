import { readLimitsSchema } from '../../../src/inputs/limits.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import { openRenderer } from '../../../src/inputs/pdf/render.ts';
import { type Box, unionOf } from '../../../src/model/geometry.ts';
import type { DrawnPage, TextItem } from '../../../src/model/page.ts';
import { type Raster, toGrey } from './raster.ts';

/** A printed page. All places are points from its top left corner. */
export interface PrintedPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly texts: readonly TextItem[];
  /** Around all texts and rulings. */
  readonly content: Box;
  /** Height of the smallest print. */
  readonly smallestPt: number;
  /** The page's picture; in grey where it has no colour. */
  readonly draw: (dpi: number) => Raster;
}

/** Opens a born-digital PDF as the pages to be scanned; the caller closes it. */
export async function openPrintedPages(bytes: Uint8Array): Promise<{ pages: PrintedPage[]; close: () => void }> {
  const { pages } = await readPdf(bytes.slice(), { limits: readLimitsSchema.parse({}), recognize: null });
  const renderer = await openRenderer(bytes);
  const printed = pages.flatMap((page) => {
    if (page.kind !== 'drawn') return [];
    const draw = (dpi: number): Raster => {
      const { width, height, channels, data } = renderer.render(page, { dpi });
      return withoutNeedlessColor({ width, height, channels, data: new Uint8ClampedArray(data.buffer) });
    };
    return [describe(page, draw)];
  });
  return { pages: printed, close: renderer.close };
}

function describe(page: DrawnPage, draw: PrintedPage['draw']): PrintedPage {
  const { widthPt, heightPt, textItems, rulings } = page;
  const lines = rulings.map(({ orientation, position, start, end }) =>
    orientation === 'horizontal'
      ? { left: start, right: end, top: position, bottom: position }
      : { left: position, right: position, top: start, bottom: end },
  );
  const whole = { left: 0, top: 0, right: widthPt, bottom: heightPt };
  const content = unionOf([...textItems.map((item) => item.box), ...lines]) ?? whole;
  const heights = textItems.map((item) => item.box.bottom - item.box.top).sort((one, other) => one - other);
  const smallestPt = heights[Math.floor(heights.length / 20)] ?? 10;
  return { widthPt, heightPt, texts: textItems, content, smallestPt, draw };
}

function withoutNeedlessColor(raster: Raster): Raster {
  const { channels, data } = raster;
  for (let at = 0; at < data.length; at += channels) {
    const red = data[at] ?? 0;
    if (Math.abs(red - (data[at + 1] ?? 0)) > 12 || Math.abs(red - (data[at + 2] ?? 0)) > 12) return raster;
  }
  return toGrey(raster);
}
