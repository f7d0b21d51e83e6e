import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLimitsSchema } from '../../../src/inputs/limits.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import { openRenderer, renderPage } from '../../../src/inputs/pdf/render.ts';
import type { DrawnPage } from '../../../src/model/page.ts';
import { compareWithPixels } from './explained-pixels.ts';
import { smallPdf } from './small-pdf.ts';

const samples = readdirSync('samples').filter((name) => name.endsWith('.pdf'));
const turnedSample = 'shijiazhuang-turned-no-fonts.pdf';

function sample(name: string): Uint8Array {
  return readFileSync(join('samples', name));
}

async function drawnPages(bytes: Uint8Array): Promise<DrawnPage[]> {
  const { pages } = await readPdf(bytes, { limits: readLimitsSchema.parse({}), recognize: null });
  return pages.filter((page) => page.kind === 'drawn');
}

async function firstPage(bytes: Uint8Array): Promise<DrawnPage> {
  const [page] = await drawnPages(bytes);
  if (page === undefined) throw new Error('There is no page');
  return page;
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
    const picture = renderer.render(page, { dpi: 100, color: 'grey' });
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
  const page = await firstPage(sideways);
  const picture = await renderPage(sideways, page, { dpi: 100, color: 'grey' });
  expect(compareWithPixels(page, picture)).toMatchObject({ blankTexts: [] });
  const rotated = await renderPage(turned, await firstPage(turned), { dpi: 100, color: 'grey' });
  expect(picture).toMatchObject({ width: rotated.width, height: rotated.height });
  const differing = picture.data.filter((grey, index) => Math.abs(grey - (rotated.data[index] ?? 0)) > 64);
  expect(differing.length / picture.data.length).toBeLessThan(0.01);
});

/** A word and a line under it, and nothing else that is seen. */
const wordAndLine = 'BT /F1 10 Tf 30 60 Td (Budget) Tj ET 20 50 m 180 50 l S';

test.each([
  ['of a user unit of two points', { content: wordAndLine, entries: '/UserUnit 2' }, [400, 200]],
  ['of a user unit, turned', { content: wordAndLine, entries: '/UserUnit 1.5 /Rotate 90' }, [300, 150]],
  [
    'with more text sideways than upright, cut away',
    { content: `${wordAndLine} q 0 0 1 1 re W n BT /F1 10 Tf 0 1 -1 0 150 20 Tm (Expenditure) Tj ET Q` },
    [200, 100],
  ],
  ['of which half is cropped', { content: wordAndLine, entries: '/CropBox [0 40 200 80] /UserUnit 2' }, [400, 80]],
] as const)('a page %s is drawn where it was read', async (_, drawn, size) => {
  const bytes = smallPdf([drawn]);
  const page = await firstPage(bytes);
  expect([page.widthPt, page.heightPt]).toStrictEqual(size);
  const picture = await renderPage(bytes, page, { dpi: 72, color: 'grey' });
  expect([picture.width, picture.height]).toStrictEqual(size);
  expect(compareWithPixels(page, picture)).toStrictEqual({ unexplained: 0, blankTexts: [] });
});

test('a page of which nothing could be read is drawn as large as the file says', async () => {
  const unread = { number: 1, widthPt: 0, heightPt: 0, quarterTurns: 0 };
  const picture = await renderPage(smallPdf([{ content: wordAndLine }]), unread, { dpi: 72 });
  expect(picture).toMatchObject({ width: 200, height: 100 });
});

test('a picture in colour has red, green and blue for each pixel of the grey one', async () => {
  const bytes = sample(turnedSample);
  const rgb = await renderPage(bytes, await firstPage(bytes), { dpi: 50 });
  const grey = await renderPage(bytes, await firstPage(bytes), { dpi: 50, color: 'grey' });
  expect(rgb).toMatchObject({ width: grey.width, height: grey.height, channels: 3 });
  expect(rgb.data).toHaveLength(rgb.width * rgb.height * 3);
  expect(grey.data).toHaveLength(grey.width * grey.height);
});

test('a picture that would be too large is drawn at fewer dpi, and says so', async () => {
  const bytes = sample(turnedSample);
  const byArea = await renderPage(bytes, await firstPage(bytes), {
    dpi: 600,
    limits: { maxPixels: 1_000_000, maxSidePixels: 20_000 },
  });
  expect(byArea.width * byArea.height).toBeCloseTo(1_000_000, -4);
  expect(byArea.dpi).toBeLessThan(120);
  const bySide = await renderPage(bytes, await firstPage(bytes), {
    dpi: 600,
    limits: { maxPixels: 50_000_000, maxSidePixels: 500 },
  });
  expect(Math.max(bySide.width, bySide.height)).toBe(500);
});

test('what cannot be drawn says what to do', async () => {
  await expect(openRenderer(Buffer.from('%PDF-1.7 and nothing else'))).rejects.toMatchObject({
    details: { code: 'pdf-broken', exitCode: 3 },
  });
  const beyond = { ...(await firstPage(sample(turnedSample))), number: 99 };
  await expect(renderPage(sample(turnedSample), beyond, { dpi: 50 })).rejects.toMatchObject({
    details: { code: 'page-not-drawn', page: 99 },
  });
});

test('memory is given back after each page and each document', async () => {
  const bytes = smallPdf([{ content: wordAndLine }]);
  const page = await firstPage(bytes);
  const residentMb = (): number => process.memoryUsage().rss / 1e6;
  const renderTimes = async (documents: number, pages: number): Promise<void> => {
    for (let document = 0; document < documents; document++) {
      const renderer = await openRenderer(bytes);
      for (let drawn = 0; drawn < pages; drawn++) renderer.render(page, { dpi: 144 });
      renderer.close();
    }
  };
  await renderTimes(20, 10);
  const before = residentMb();
  await renderTimes(100, 10);
  // A picture takes 0.24 MB: a thousand that are kept would take 240.
  expect(residentMb() - before).toBeLessThan(100);
});
