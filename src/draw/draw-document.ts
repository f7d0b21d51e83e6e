import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { decodePicture } from '../images/decode.ts';
import { throughMesh } from '../images/mesh.ts';
import { drawUpright } from '../images/warp.ts';
import { scanOf } from '../inputs/pdf/page-scans.ts';
import { openRenderer, type PagePicture, type PdfRenderer } from '../inputs/pdf/render.ts';
import { ExtractionError } from '../model/extraction-error.ts';
import type { DrawnPage, PictureMesh, ReadDocument } from '../model/page.ts';
import type { GreyRaster } from '../model/raster.ts';
import type { Problem } from '../model/problem.ts';
import type { TableDocument } from '../model/table.ts';
import { overlayOf } from './overlay.ts';
import { marksOf } from './page-marks.ts';

export interface DrawRequest {
  /** The document, as the stage `intake` gives it. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly read: ReadDocument;
  /** `null` where the stage `tables` has not been run: then only text items and rulings are drawn. */
  readonly tables: TableDocument | null;
  /** Made if it is missing; files of the same names in it are replaced. */
  readonly directory: string;
  /** 150 shows an A4 page at 1240 by 1754 pixels. */
  readonly dpi: number;
}

/** The files that were written, in the order of the pages, and what could not be drawn. */
export interface Drawing {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Draws what was found in a document over its pages, so that a person can see it: `page-001.png` and so on, upright.
 *
 * Text items are blue boxes, violet where they need review; horizontal rulings red, vertical ones green; cells are
 * filled in alternating colours, with `row,column` (from 0) in their corner, and dashed in violet where a page break
 * cuts them; lines outside tables are orange boxes.
 *
 * A recognised page is shown as it was read: straightened, its seals faded. A page that PDFium cannot draw is shown as
 * white paper, and problem `page-not-drawn` says so. Documents of formats without pages (text dumps) give no file and
 * problem `no-pages-to-draw`.
 * @throws what Node throws where the folder or a file cannot be written
 */
export async function drawDocument(request: DrawRequest): Promise<Drawing> {
  const pages = request.read.pages.filter((page) => page.kind === 'drawn');
  if (pages.length === 0) return { files: [], problems: [withoutPages(request.mediaType)] };
  await mkdir(request.directory, { recursive: true });
  const { renderer, problems: openProblems } = await openPages(request);
  const files: string[] = [];
  const problems = [...openProblems];
  try {
    for (const page of pages) {
      const file = path.join(request.directory, `page-${String(page.number).padStart(3, '0')}.png`);
      const { picture, problem } = await pictureOf(page, renderer, request);
      if (problem !== null) problems.push(problem);
      await writeOverlaid(picture, { page, tables: request.tables, file });
      files.push(file);
    }
  } finally {
    renderer?.close();
  }
  return { files, problems };
}

function withoutPages(mediaType: string): Problem {
  return {
    code: 'no-pages-to-draw',
    message: `A document of the type ${mediaType} has rows and columns of its own and no pages that look like anything`,
    hint: 'Look at the output of the stage instead: leave --draw away',
    stage: 'draw',
  };
}

interface OpenedPages {
  readonly renderer: PdfRenderer | null;
  readonly problems: readonly Problem[];
}

async function openPages({ bytes, mediaType }: DrawRequest): Promise<OpenedPages> {
  if (mediaType !== 'application/pdf') return { renderer: null, problems: [] };
  try {
    return { renderer: await openRenderer(bytes), problems: [] };
  } catch (error) {
    return { renderer: null, problems: [problemOf(error)] };
  }
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof ExtractionError)) throw error;
  const { hint, page } = error.details;
  const where = page === undefined ? {} : { page };
  return { code: 'page-not-drawn', message: error.message, hint, stage: 'draw', ...where };
}

interface PictureResult {
  readonly picture: PagePicture;
  readonly problem: Problem | null;
}

async function pictureOf(
  page: DrawnPage,
  renderer: PdfRenderer | null,
  { bytes, dpi }: DrawRequest,
): Promise<PictureResult> {
  try {
    if (page.mesh !== undefined) {
      const scan = renderer === null ? await decodedPage(bytes, page.number) : scanOf(renderer, page).picture;
      return { picture: straightened(scan, { ...page, mesh: page.mesh }, dpi), problem: null };
    }
    if (renderer === null) return { picture: whitePaper(page, dpi), problem: null };
    return { picture: renderer.render(page, { dpi }), problem: null };
  } catch (error) {
    return { picture: whitePaper(page, dpi), problem: problemOf(error) };
  }
}

/** Pictures were decoded once when they were read. */
const maxPixels = 1_000_000_000;

async function decodedPage(bytes: Uint8Array, number: number): Promise<GreyRaster> {
  const { picture } = await decodePicture(bytes, { page: number - 1, maxPixels });
  return picture;
}

function straightened(scan: GreyRaster, page: DrawnPage & { readonly mesh: PictureMesh }, dpi: number): PagePicture {
  const { widthPt, heightPt, mesh } = page;
  const { width, height } = whitePaper(page, dpi);
  const window = { left: 0, top: 0, right: widthPt, bottom: heightPt, widthPx: width, heightPx: height };
  const { data } = drawUpright(scan, { toPicture: throughMesh(mesh, page, scan) }, window);
  return { width, height, channels: 1, data, dpi };
}

function whitePaper({ widthPt, heightPt }: DrawnPage, dpi: number): PagePicture {
  const width = Math.max(1, Math.round((widthPt * dpi) / 72));
  const height = Math.max(1, Math.round((heightPt * dpi) / 72));
  return { width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(255), dpi };
}

interface OverlaidPage {
  readonly page: DrawnPage;
  readonly tables: TableDocument | null;
  readonly file: string;
}

async function writeOverlaid(picture: PagePicture, { page, tables, file }: OverlaidPage): Promise<void> {
  const { width, height, channels, data } = picture;
  // A page that could not be read has no size, and nothing to draw on it.
  const scaleX = page.widthPt > 0 ? width / page.widthPt : 1;
  const scaleY = page.heightPt > 0 ? height / page.heightPt : 1;
  const overlay = overlayOf(marksOf(page, tables), { width, height, scaleX, scaleY });
  await sharp(data, { raw: { width, height, channels } })
    .toColourspace('srgb')
    .composite([{ input: Buffer.from(overlay) }])
    .png()
    .toFile(file);
}
