import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodeGroup4, encodeModifiedHuffman } from '../../../samples/generate/scan/containers/ccitt.ts';
import { imagePdf } from '../../../samples/generate/scan/containers/image-pdf.ts';
import { bilevelCodings, storeImage } from '../../../samples/generate/scan/containers/stored-image.ts';
import { garble, type LayerKind } from '../../../samples/generate/scan/containers/text-layer.ts';
import { tiffFile, type TiffPage } from '../../../samples/generate/scan/containers/tiff.ts';
import { createPixelNoise } from '../../../samples/generate/scan/noise.ts';
import type { Raster } from '../../../samples/generate/scan/raster.ts';
import { createRandom } from '../../../samples/generate/random.ts';
import { readLimitsSchema } from '../../../src/inputs/limits.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import { renderPage } from '../../../src/inputs/pdf/render.ts';

/** Runs of every length up to a row's, in both colours; noise, which has runs of one; and blank and black rows. */
function blackAndWhite(width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height).fill(255);
  const noise = createPixelNoise(7);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const kind = y % 5;
      const isBlack = [x < y * 9, x >= y * 9, noise.uniform() < 0.3, (x + y) % 37 < 5, y % 2 === 0][kind];
      if (isBlack === true) data[y * width + x] = 0;
    }
  }
  return { width, height, channels: 1, data };
}

function shades(channels: 1 | 3): Raster {
  const [width, height] = [83, 61];
  const data = Uint8ClampedArray.from({ length: width * height * channels }, (_, at) => 40 + ((at * 7) % 180) / 2);
  return { width, height, channels, data };
}

const bilevel = blackAndWhite(2700, 301);

describe('TIFF', () => {
  const page = { isBilevel: false, dpi: [204, 98], orientation: 1, rowsPerStrip: 100, quality: 90 } as const;

  test.each(['none', 'huffman', 'group4', 'lzw', 'deflate'] as const)(
    '%s in black and white reads back pixel by pixel',
    async (compression) => {
      const bytes = await tiffFile([{ ...page, raster: bilevel, isBilevel: true, compression }]);
      const read = await sharp(bytes).toColourspace('b-w').raw().toBuffer();
      expect(Buffer.compare(read, Buffer.from(bilevel.data))).toBe(0);
    },
  );

  test.each([1, 3] as const)('shades in %i channels read back, exactly where nothing is lost', async (channels) => {
    const raster = shades(channels);
    for (const compression of ['none', 'lzw', 'deflate', 'jpeg'] as const) {
      const bytes = await tiffFile([{ ...page, raster, compression, rowsPerStrip: 16 }]);
      const read = await sharp(bytes)
        .toColourspace(channels === 1 ? 'b-w' : 'srgb')
        .raw()
        .toBuffer();
      const worst = Math.max(...read.map((sample, at) => Math.abs(sample - (raster.data[at] ?? 0))));
      expect(read.length).toBe(raster.data.length);
      expect(worst).toBeLessThanOrEqual(compression === 'jpeg' ? 60 : 0);
    }
  });

  test('pages of several sizes keep their resolution and orientation', async () => {
    const pages: TiffPage[] = [
      { ...page, raster: bilevel, isBilevel: true, compression: 'group4' },
      { ...page, raster: shades(3), compression: 'lzw', orientation: 6, dpi: null },
    ];
    const bytes = await tiffFile(pages);
    const first = await sharp(bytes, { page: 0 }).metadata();
    const second = await sharp(bytes, { page: 1 }).metadata();
    expect([first.pages, first.width, first.height, first.density]).toEqual([2, 2700, 301, 204]);
    expect([second.width, second.height, second.orientation]).toEqual([83, 61, 6]);
  });
});

describe('PDF', () => {
  const options = { dpi: 72, quality: 92, blackIs1: false };

  test.each([
    ...bilevelCodings.map((coding) => ({ coding, blackIs1: false })),
    { coding: 'group4', blackIs1: true } as const,
  ])('$coding reads back pixel by pixel', async ({ coding, blackIs1 }) => {
    const image = await storeImage(bilevel, { ...options, coding, blackIs1 });
    const { width, height } = bilevel;
    const layer = { texts: [], toPdf: (point: { x: number; y: number }) => point };
    const bytes = imagePdf([{ image, widthPt: width, heightPt: height, rotate: 0, layer }], null);
    const read = await renderPage(
      bytes,
      { number: 1, widthPt: width, heightPt: height, quarterTurns: 0 },
      { dpi: 72, color: 'grey' },
    );
    expect([read.width, read.height]).toEqual([width, height]);
    expect(Buffer.compare(Buffer.from(read.data), Buffer.from(bilevel.data))).toBe(0);
  });

  test('hidden text stands where the print does, on a page that is stored turned', async () => {
    const raster = shades(3);
    const image = await storeImage(raster, { ...options, coding: 'jpeg' });
    const box = { left: 10, top: 20, right: 50, bottom: 30 };
    const item = { text: '预算数12', box, charEdges: [], confidence: 1 };
    // Stored turned by a quarter, clockwise: a point (x, y) of the upright page of 61 by 83 lies at (83 - y, x) from the top.
    const toPdf = ({ x, y }: { x: number; y: number }) => ({ x: 83 - y, y: 61 - x });
    const page = { image, widthPt: 83, heightPt: 61, rotate: 270, layer: { texts: [item], toPdf } } as const;
    const bytes = imagePdf([page], { kind: 'right', isBelow: false, random: createRandom('layer') });
    const read = await readPdf(bytes, { limits: readLimitsSchema.parse({}), recognize: null });
    const found = read.pages[0]?.kind === 'drawn' ? read.pages[0].textItems[0] : undefined;
    expect(found?.text).toBe('预算数12');
    expect(found?.box.left).toBeCloseTo(10, 0);
    expect(found?.box.right).toBeCloseTo(50, 0);
    expect(Math.abs((found?.box.bottom ?? 0) - 30)).toBeLessThan(2);
  });
});

test('hidden texts are right, misread here and there, or not Chinese at all', () => {
  const text = '预算执行率≥95%，完成项目18个，未超出预算总额3056.28万元，目标人数1260人。'.repeat(5);
  const of = (kind: LayerKind) => garble(text, kind, createRandom('garble'));
  expect(of('right')).toBe(text);
  const kept = [...of('misread')].filter((character) => text.includes(character)).length / text.length;
  expect(kept).toBeGreaterThan(0.8);
  expect(of('misread')).not.toBe(text);
  for (const kind of ['mojibake', 'latin'] as const) expect(of(kind)).not.toMatch(/\p{Script=Han}/u);
});

test('fax codings end on whole bytes and are smaller than bits', () => {
  expect(encodeGroup4(blackAndWhite(1728, 5)).length).toBeLessThan(1728);
  expect(encodeModifiedHuffman(blackAndWhite(1728, 1)).length).toBeLessThan(216);
});
