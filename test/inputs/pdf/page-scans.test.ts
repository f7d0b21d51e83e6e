import { describe, expect, test } from 'vitest';
import { imagePdf } from '../../../samples/generate/scan/containers/image-pdf.ts';
import { bilevelCodings, storeImage } from '../../../samples/generate/scan/containers/stored-image.ts';
import type { Raster } from '../../../samples/generate/scan/raster.ts';
import type { ScannedPage } from '../../../src/images/scanned-page.ts';
import { readLimitsSchema } from '../../../src/inputs/limits.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import { cornerJpx } from './corner-jpx.ts';
import { smallPdf } from './small-pdf.ts';

const limits = readLimitsSchema.parse({});
const coded = { dpi: 144, quality: 95, blackIs1: false } as const;

/** White, 120 by 80 pixels, with a black block of 30 by 10 in the top left corner. */
const corner: Raster = {
  width: 120,
  height: 80,
  channels: 1,
  data: Uint8ClampedArray.from({ length: 9600 }, (_, at) => (at % 120 < 30 && at < 1200 ? 0 : 255)),
};

const storedJpx = {
  entries: '/Width 120 /Height 80 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode',
  bytes: cornerJpx,
};

/** What a PDF hands to recognition, and what reading it gives. */
async function handedOver(bytes: Uint8Array) {
  const scans: ScannedPage[] = [];
  const read = await readPdf(bytes, {
    limits,
    recognize: (scan) => {
      scans.push(scan);
      const { width, height } = scan.picture;
      const [widthPt, heightPt] = [width / scan.pixelsPerPt, height / scan.pixelsPerPt];
      const { number } = scan;
      return Promise.resolve({ kind: 'drawn', number, widthPt, heightPt, quarterTurns: 0, textItems: [], rulings: [] });
    },
  });
  return { scans, read };
}

const page = { widthPt: 60, heightPt: 40, layer: { texts: [], toPdf: (at: { x: number; y: number }) => at } } as const;

describe('a page that is one image', () => {
  test.each(['jpeg', 'jpx', 'flate', ...bilevelCodings] as const)('as %s is taken pixel by pixel', async (coding) => {
    const image = coding === 'jpx' ? storedJpx : await storeImage(corner, { ...coded, coding });
    const { scans, read } = await handedOver(imagePdf([{ ...page, image, rotate: 0 }], null));
    expect(scans).toHaveLength(1);
    const [scan] = scans as [ScannedPage];
    expect(scan.number).toBe(1);
    expect(scan.pixelsPerPt).toBeCloseTo(2, 6);
    expect([scan.picture.width, scan.picture.height]).toStrictEqual([120, 80]);
    const off = scan.picture.data.filter((level, at) => Math.abs(level - (corner.data[at] ?? 0)) > 60);
    // JPEG and JPEG 2000 smear the edges of the block.
    expect(off.length).toBeLessThanOrEqual(coding === 'jpeg' || coding === 'jpx' ? 40 : 0);
    expect(read.problems).toMatchObject([{ code: 'page-recognized', page: 1 }]);
    expect(read.pages).toMatchObject([{ number: 1, widthPt: 60, heightPt: 40 }]);
  });

  test.each([
    [0, 'top left', [5, 5]],
    [90, 'top right', [75, 5]],
    [180, 'bottom right', [115, 75]],
    [270, 'bottom left', [5, 115]],
  ] as const)('turned by /Rotate %i, has what was at its top left at the %s', async (rotate, _, [x, y]) => {
    const image = await storeImage(corner, { ...coded, coding: 'flate' });
    const { scans } = await handedOver(imagePdf([{ ...page, image, rotate }], null));
    const [{ picture }] = scans as [ScannedPage];
    expect([picture.width, picture.height]).toStrictEqual(rotate % 180 === 0 ? [120, 80] : [80, 120]);
    expect(picture.data[y * picture.width + x]).toBe(0);
    expect(picture.data.filter((level) => level === 0)).toHaveLength(300);
  });
});

test('a page that draws its characters as shapes is drawn, as large as it is', async () => {
  const { scans } = await handedOver(smallPdf([{ content: '0 30 15 10 re f', size: [60, 40] }]));
  const [{ picture, pixelsPerPt }] = scans as [ScannedPage];
  expect(pixelsPerPt).toBeCloseTo(300 / 72, 6);
  expect([picture.width, picture.height]).toStrictEqual([250, 167]);
});

test('a blank page is not recognised, and is told as without text', async () => {
  const white = { ...corner, data: corner.data.map(() => 255) };
  const image = await storeImage(white, { ...coded, coding: 'flate' });
  const { scans, read } = await handedOver(imagePdf([{ ...page, image, rotate: 0 }], null));
  expect(scans).toStrictEqual([]);
  expect(read.problems).toMatchObject([{ code: 'page-without-text', page: 1 }]);
});

test('what fails in one page is told, and the others are read', async () => {
  const image = await storeImage(corner, { ...coded, coding: 'flate' });
  const bytes = imagePdf(
    [1, 2].map(() => ({ ...page, image, rotate: 0 }) as const),
    null,
  );
  const read = await readPdf(bytes, {
    limits,
    recognize: ({ number }) =>
      number === 1
        ? Promise.reject(new Error('no memory'))
        : Promise.resolve({
            kind: 'drawn',
            number,
            widthPt: 60,
            heightPt: 40,
            quarterTurns: 0,
            textItems: [],
            rulings: [],
          }),
  });
  expect(read.problems).toMatchObject([
    { code: 'page-without-text', page: 1 },
    { code: 'page-not-recognized', page: 1, message: expect.stringContaining('no memory') as string },
    { code: 'page-recognized', page: 2 },
  ]);
  expect(read.pages.map(({ number }) => number)).toStrictEqual([1, 2]);
});

test('without OCR the page is told as without text', async () => {
  const image = await storeImage(corner, { ...coded, coding: 'flate' });
  const read = await readPdf(imagePdf([{ ...page, image, rotate: 0 }], null), { limits, recognize: null });
  expect(read.problems).toMatchObject([{ code: 'page-without-text' }]);
});
