import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ScannedPage } from '../../../src/images/scanned-page.ts';
import type { ReadContext } from '../../../src/inputs/format.ts';
import { readImage } from '../../../src/inputs/image/read-image.ts';
import { readLimitsSchema } from '../../../src/inputs/limits.ts';

const limits = readLimitsSchema.parse({});
const paper = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#eee' } });

/** What a picture hands to recognition, and what reading it gives. */
async function handedOver(bytes: Uint8Array, context: Partial<ReadContext> = {}) {
  const scans: ScannedPage[] = [];
  const recognize: ReadContext['recognize'] = (scan) => {
    scans.push(scan);
    const { number } = scan;
    return Promise.resolve({
      kind: 'drawn',
      number,
      widthPt: 10,
      heightPt: 10,
      quarterTurns: 0,
      textItems: [],
      rulings: [],
    });
  };
  return { read: await readImage(bytes, { limits, recognize, ...context }), scans };
}

test('a picture is a page, in the resolution that it claims', async () => {
  const bytes = await paper(300, 400).withMetadata({ density: 300 }).jpeg().toBuffer();
  const { read, scans } = await handedOver(bytes);
  expect(scans).toMatchObject([{ number: 1, picture: { width: 300, height: 400 } }]);
  expect(scans[0]?.pixelsPerPt).toBeCloseTo(300 / 72, 6);
  expect(read.problems).toMatchObject([{ code: 'page-recognized', page: 1 }]);
});

test('a picture that claims none is as long as a sheet of A4', async () => {
  const { scans } = await handedOver(await paper(1000, 1684).png().toBuffer());
  expect(scans[0]?.pixelsPerPt).toBeCloseTo(2, 6);
});

async function twoSheets(): Promise<Buffer> {
  const sheet = await paper(40, 50).png().toBuffer();
  return sharp([sheet, sheet], { join: { animated: true } })
    .tiff()
    .toBuffer();
}

test('the pages of a TIFF come in their order', async () => {
  const sheets = await Promise.all([paper(40, 50).png().toBuffer(), paper(40, 50).png().toBuffer()]);
  const { read, scans } = await handedOver(
    await sharp(sheets, { join: { animated: true } })
      .tiff()
      .toBuffer(),
  );
  expect(scans.map(({ number }) => number)).toStrictEqual([1, 2]);
  expect(read.pages).toHaveLength(2);
});

describe('refuses', () => {
  test.each([
    ['what cannot be opened', { make: () => Promise.resolve(Buffer.from('GIF?')) }, 'image-broken'],
    ['a picture where OCR is off', { recognize: null, make: () => paper(20, 20).png().toBuffer() }, 'ocr-off'],
    ['more pages than allowed', { limits: { ...limits, maxPages: 1 }, make: twoSheets }, 'too-many-pages'],
  ] as const)('%s', async (_, { make, ...context }, code) => {
    await expect(handedOver(await make(), context)).rejects.toMatchObject({ details: { code, exitCode: 3 } });
  });
});

test('a picture that ends early is a problem of its page', async () => {
  const bytes = await paper(400, 400).jpeg().toBuffer();
  const { read } = await handedOver(bytes.subarray(0, bytes.length - 40));
  expect(read.pages).toMatchObject([{ number: 1, widthPt: 0, textItems: [] }]);
  expect(read.problems).toMatchObject([{ code: 'page-broken', page: 1 }]);
});
