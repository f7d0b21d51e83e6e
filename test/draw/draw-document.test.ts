import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { type Drawing, drawDocument, type DrawRequest } from '../../src/draw/draw-document.ts';
import { readLimitsSchema } from '../../src/inputs/limits.ts';
import { readPdf } from '../../src/inputs/pdf/read-pdf.ts';
import { readDump } from '../../src/inputs/text/read-dump.ts';
import type { Box } from '../../src/model/geometry.ts';
import type { DrawnPage, Ruling } from '../../src/model/page.ts';
import { findTables } from '../../src/tables/find-tables.ts';
import { tableSettingsSchema } from '../../src/tables/settings.ts';

const dpi = 144;
const pixelsPerPt = dpi / 72;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-draw-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What is needed to draw a sample with all that was found in it. */
async function requestFor(name: string): Promise<DrawRequest> {
  const bytes = readFileSync(join('samples', name));
  const read = await readPdf(bytes, { limits: readLimitsSchema.parse({}), recognize: null });
  const tables = findTables(read, tableSettingsSchema.parse({}));
  return { bytes, mediaType: 'application/pdf', read, tables, directory: join(temporaryFolder(), 'new'), dpi };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue at a place in points. */
  readonly at: (xPt: number, yPt: number) => readonly number[];
}

async function pixelsOf(file: string | undefined): Promise<Pixels> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (xPt, yPt) => {
      const [x, y] = [Math.floor(xPt * pixelsPerPt), Math.floor(yPt * pixelsPerPt)];
      return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    },
  };
}

function firstDrawnPage(request: DrawRequest): DrawnPage {
  const page = request.read.pages[0];
  if (page?.kind !== 'drawn') throw new TypeError('The sample has no drawn page');
  return page;
}

function isRed([red = 0, green = 255, blue = 255]: readonly number[]): boolean {
  return red > 120 && green < 90 && blue < 90;
}

function isGreen([red = 255, green = 0, blue = 255]: readonly number[]): boolean {
  return green > 90 && red < 90 && blue < 90;
}

function isDrawn({ orientation, position, start, end }: Ruling, pixels: Pixels): boolean {
  // Not in the middle, where rulings of the other direction often cross.
  const along = start + 0.4 * (end - start);
  return orientation === 'horizontal' ? isRed(pixels.at(along, position)) : isGreen(pixels.at(position, along));
}

/** A box's upper border is blue, in one row of pixels or shared by two. */
function hasBlueBorder({ left, top, right }: Box, pixels: Pixels): boolean {
  const along = Array.from({ length: 20 }, (_, step) => left + ((right - left) * step) / 20);
  const isBlue = (x: number, y: number): boolean => {
    const [red = 255, , blue = 0] = pixels.at(x, y);
    return blue > 120 && blue > red + 60;
  };
  return along.some((x) => isBlue(x, top - 0.25) || isBlue(x, top + 0.25));
}

test.each(['shijiazhuang-turned-no-fonts.pdf', 'ministry-chromium-cut-rows.pdf'])(
  'rulings and text items of %s are drawn where they are',
  async (name) => {
    const request = await requestFor(name);
    const { files, problems } = await drawDocument(request);
    expect(problems).toStrictEqual([]);
    expect(files.map((file) => basename(file))).toStrictEqual(
      request.read.pages.map((page) => `page-${String(page.number).padStart(3, '0')}.png`),
    );
    const page = firstDrawnPage(request);
    const pixels = await pixelsOf(files[0]);
    expect([pixels.width, pixels.height]).toStrictEqual(
      [page.widthPt, page.heightPt].map((points) => Math.round(points * pixelsPerPt)),
    );
    const longRulings = page.rulings.filter((ruling) => ruling.end - ruling.start > 10);
    expect(longRulings.length).toBeGreaterThan(20);
    expect(longRulings.filter((ruling) => !isDrawn(ruling, pixels))).toStrictEqual([]);
    expect(page.textItems.filter((item) => !hasBlueBorder(item.box, pixels)).map((item) => item.text)).toStrictEqual(
      [],
    );
  },
);

test('without tables only text items and rulings are drawn, and the inside of cells stays white', async () => {
  const request = await requestFor('shijiazhuang-turned-no-fonts.pdf');
  const cell = request.tables?.blocks
    .flatMap((block) => (block.kind === 'table' ? block.cells : []))
    .find((candidate) => candidate.text === '' && candidate.bounds[0]?.page === 1);
  const box = cell?.bounds[0]?.box;
  expect(box).toBeDefined();
  const corner = [(box?.right ?? 0) - 4, (box?.bottom ?? 0) - 4] as const;
  const filled = await drawDocument(request);
  expect((await pixelsOf(filled.files[0])).at(...corner)).not.toStrictEqual([255, 255, 255]);
  const plain = await drawDocument({ ...request, tables: null });
  expect((await pixelsOf(plain.files[0])).at(...corner)).toStrictEqual([255, 255, 255]);
});

test('drawing the same again gives the same bytes', async () => {
  const request = await requestFor('shijiazhuang-turned-no-fonts.pdf');
  const contents = ({ files }: Drawing): string[] => files.map((file) => readFileSync(file).toString('base64'));
  expect(contents(await drawDocument(request))).toStrictEqual(contents(await drawDocument(request)));
});

test('a format without pages is told so, and nothing is written', async () => {
  const bytes = Buffer.from('项目名称\t公园改造\n');
  const directory = join(temporaryFolder(), 'new');
  const request = { bytes, mediaType: 'text/plain', read: readDump(bytes), tables: null, directory, dpi };
  const { files, problems } = await drawDocument(request);
  expect(files).toStrictEqual([]);
  expect(problems).toMatchObject([{ code: 'no-pages-to-draw', stage: 'draw' }]);
});

test('what was read is shown on white paper where the page itself cannot be drawn', async () => {
  const request = await requestFor('shijiazhuang-turned-no-fonts.pdf');
  const { files, problems } = await drawDocument({ ...request, bytes: Buffer.from('%PDF-1.7') });
  expect(problems).toMatchObject([{ code: 'page-not-drawn', stage: 'draw' }]);
  expect(files).toHaveLength(request.read.pages.length);
  const ruling = firstDrawnPage(request).rulings.find(({ orientation }) => orientation === 'horizontal');
  const pixels = await pixelsOf(files[0]);
  expect(isRed(pixels.at(((ruling?.start ?? 0) + (ruling?.end ?? 0)) / 2, ruling?.position ?? 0))).toBe(true);
});

test('a recognised page is shown straightened, doubtful texts in violet', async () => {
  // A page of 100 by 50 points at 144 dpi, turned clockwise by a quarter in its picture: a black bar at its upper left.
  const [width, height] = [100, 200];
  const picture = Buffer.alloc(width * height, 255);
  for (let y = 0; y < 40; y++) picture.fill(0, y * width + 80, (y + 1) * width);
  const bytes = await sharp(picture, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  const text = { box: { left: 60, top: 30, right: 90, bottom: 40 }, text: '82', charEdges: [60, 75, 90] };
  const page: DrawnPage = {
    kind: 'drawn',
    number: 1,
    widthPt: 100,
    heightPt: 50,
    quarterTurns: 3,
    textItems: [{ ...text, confidence: 0.4 }],
    rulings: [],
    mesh: { columns: 2, rows: 2, places: [1, 0, 1, 1, 0, 0, 0, 1] },
  };
  const read = { pages: [page], problems: [] };
  const request = { bytes, mediaType: 'image/png', read, tables: null, directory: temporaryFolder(), dpi };
  const { files, problems } = await drawDocument(request);
  expect(problems).toStrictEqual([]);
  const drawn = await pixelsOf(files[0]);
  expect([drawn.width, drawn.height]).toStrictEqual([200, 100]);
  expect(drawn.at(10, 5)).toStrictEqual([0, 0, 0]);
  expect(drawn.at(30, 5)).toStrictEqual([255, 255, 255]);
  expect(drawn.at(10, 15)).toStrictEqual([255, 255, 255]);
  const [red = 0, green = 255, blue = 0] = drawn.at(60, 35);
  expect(red > 150 && green < 120 && blue > 150).toBe(true);
});
