import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLimitsSchema } from '../../../src/inputs/limits.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import { openRenderer, renderPage } from '../../../src/inputs/pdf/render.ts';
import type { DrawnPage } from '../../../src/model/page.ts';
import { compareWithPixels } from './explained-pixels.ts';

const samples = readdirSync('samples').filter((name) => name.endsWith('.pdf'));
const turnedSample = 'shijiazhuang-turned-no-fonts.pdf';

function sample(name: string): Uint8Array {
  return readFileSync(join('samples', name));
}

async function drawnPages(bytes: Uint8Array): Promise<DrawnPage[]> {
  const { pages } = await readPdf(bytes, readLimitsSchema.parse({}));
  return pages.filter((page) => page.kind === 'drawn');
}

/** A page that lies sideways without saying so: the same file with its /Rotate taken away. */
function withoutRotate(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toMatch(/\/Rotate \d+/);
  return Buffer.from(
    text.replaceAll(/\/Rotate \d+/g, (entry) => '/Rotate 0'.padEnd(entry.length)),
    'latin1',
  );
}

test.each(samples)('what is dark on the pages of %s is text or a ruling, where the reader has it', async (name) => {
  const bytes = sample(name);
  const renderer = await openRenderer(bytes);
  for (const page of await drawnPages(bytes)) {
    const picture = renderer.render(page.number, { dpi: 100, color: 'grey' });
    expect(picture.width).toBe(Math.round((page.widthPt * 100) / 72));
    expect(picture.height).toBe(Math.round((page.heightPt * 100) / 72));
    const { unexplained, blankTexts } = compareWithPixels(page, picture);
    expect(unexplained).toBeLessThan(0.005);
    expect(blankTexts).toStrictEqual([]);
  }
  renderer.close();
});

test('a page printed sideways is drawn as upright as its boxes are, and looks as with /Rotate', async () => {
  const turned = sample(turnedSample);
  const sideways = withoutRotate(turned);
  const [page] = await drawnPages(sideways);
  const picture = await renderPage(sideways, 1, { dpi: 100, color: 'grey' });
  expect(page && compareWithPixels(page, picture)).toMatchObject({ blankTexts: [] });
  const rotated = await renderPage(turned, 1, { dpi: 100, color: 'grey' });
  expect(picture).toMatchObject({ width: rotated.width, height: rotated.height });
  const differing = picture.data.filter((grey, index) => Math.abs(grey - (rotated.data[index] ?? 0)) > 64);
  expect(differing.length / picture.data.length).toBeLessThan(0.01);
});

test('a picture in colour has red, green and blue for each pixel of the grey one', async () => {
  const bytes = sample(turnedSample);
  const rgb = await renderPage(bytes, 1, { dpi: 50 });
  const grey = await renderPage(bytes, 1, { dpi: 50, color: 'grey' });
  expect(rgb).toMatchObject({ width: grey.width, height: grey.height, channels: 3 });
  expect(rgb.data).toHaveLength(rgb.width * rgb.height * 3);
  expect(grey.data).toHaveLength(grey.width * grey.height);
});

test('a picture that would be too large is drawn at fewer dpi, and says so', async () => {
  const bytes = sample(turnedSample);
  const byArea = await renderPage(bytes, 1, { dpi: 600, limits: { maxPixels: 1_000_000, maxSidePixels: 20_000 } });
  expect(byArea.width * byArea.height).toBeCloseTo(1_000_000, -4);
  expect(byArea.dpi).toBeLessThan(120);
  const bySide = await renderPage(bytes, 1, { dpi: 600, limits: { maxPixels: 50_000_000, maxSidePixels: 500 } });
  expect(Math.max(bySide.width, bySide.height)).toBe(500);
});

test('what cannot be drawn says what to do', async () => {
  await expect(openRenderer(Buffer.from('%PDF-1.7 and nothing else'))).rejects.toMatchObject({
    details: { code: 'pdf-broken', exitCode: 3 },
  });
  await expect(renderPage(sample(turnedSample), 99, { dpi: 50 })).rejects.toMatchObject({
    details: { code: 'page-not-drawn', page: 99 },
  });
});

/** A page of 200 by 200 points with a word and a line; PDFium does without a table of its objects. */
const smallPdf = Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R
  /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length 61 >> stream
BT /F1 12 Tf 20 100 Td (Budget) Tj ET 20 90 m 180 90 l S      
endstream endobj
trailer << /Root 1 0 R >>`);

test('memory is given back after each page and each document', async () => {
  const residentMb = (): number => process.memoryUsage().rss / 1e6;
  const renderTimes = async (documents: number, pages: number): Promise<void> => {
    for (let document = 0; document < documents; document++) {
      const renderer = await openRenderer(smallPdf);
      for (let page = 0; page < pages; page++) renderer.render(1, { dpi: 144 });
      renderer.close();
    }
  };
  await renderTimes(20, 10);
  const before = residentMb();
  await renderTimes(100, 10);
  // A picture takes 0.48 MB: a thousand that are kept would take 480.
  expect(residentMb() - before).toBeLessThan(100);
});
