import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, withTemporaryDirectory } from '../../produce/run.ts';
import type { Random } from '../../random.ts';
import { followedBy, scaling, transform, translation } from '../matrix.ts';
import type { PdfContainer, ScanPlan, TiffContainer } from '../plan.ts';
import type { ScannedPage } from '../scan-page.ts';
import { toSharp } from '../sharp-raster.ts';
import type { PrintedPage } from '../source-pages.ts';
import { isBlackAndWhite } from './bits.ts';
import { type ImagePage, imagePdf } from './image-pdf.ts';
import { storeImage } from './stored-image.ts';
import { tiffFile } from './tiff.ts';

/** A page of the file: scanned, or left as it was born. */
export interface FilePage {
  readonly printed: PrintedPage;
  readonly scanned: ScannedPage | null;
}

export interface ScanFile {
  readonly pages: readonly FilePage[];
  readonly plan: ScanPlan;
  /** The file that the pages were printed from, for those that stay as they were born. */
  readonly sourcePdf: string;
  readonly random: Random;
}

/** Writes the file and returns its extension; `base` is its path without. */
export async function writeScanFile(file: ScanFile, base: string): Promise<string> {
  const { container } = file.plan;
  const first = file.pages[0]?.scanned;
  if (container.kind === 'tiff') return write(base, 'tif', await tiffOf(file, container));
  if (container.kind === 'pdf') return writePdf(file, container, base);
  if (file.pages.length > 1 || !first) throw new RangeError(`a ${container.kind} file holds one page`);
  const extension = container.kind === 'jpeg' ? 'jpg' : container.kind;
  return write(base, extension, await pictureOf(file.plan, first));
}

async function write(base: string, extension: string, bytes: Uint8Array): Promise<string> {
  await writeFile(`${base}.${extension}`, bytes);
  return extension;
}

/** The tag Orientation (TIFF 6.0, Exif 2.3) that undoes quarter turns, clockwise. */
const orientations = { 0: 1, 1: 8, 2: 3, 3: 6 } as const;

async function pictureOf(plan: ScanPlan, { raster }: ScannedPage): Promise<Uint8Array> {
  const picture = toSharp(raster).toColourspace(raster.channels === 1 ? 'b-w' : 'srgb');
  const described = plan.saysDpi ? picture.withDensity(plan.dpi) : picture;
  const turned =
    plan.storedTurns === 0 ? described : described.withMetadata({ orientation: orientations[plan.storedTurns] });
  if (plan.container.kind === 'webp') return turned.webp({ quality: plan.quality }).toBuffer();
  if (plan.container.kind === 'jpeg') return turned.jpeg({ quality: plan.quality }).toBuffer();
  return described.png(isBlackAndWhite(raster) ? { colours: 2, palette: true } : {}).toBuffer();
}

async function tiffOf({ pages, plan }: ScanFile, container: TiffContainer): Promise<Uint8Array> {
  return tiffFile(
    pages.flatMap(({ scanned }) => {
      if (scanned === null) return [];
      const isBilevel = isBlackAndWhite(scanned.raster);
      return [
        {
          raster: scanned.raster,
          isBilevel,
          compression: container.compression,
          dpi: plan.saysDpi || plan.profile === 'fax' ? storedDpi(plan) : null,
          orientation: orientations[plan.storedTurns],
          rowsPerStrip: Math.min(container.rowsPerStrip, scanned.raster.height),
          quality: plan.quality,
        },
      ];
    }),
  );
}

/** Dots an inch across and down of the stored picture. */
function storedDpi({ profile, dpi, turns, storedTurns }: ScanPlan): readonly [number, number] {
  if (profile !== 'fax') return [dpi, dpi];
  return (turns + storedTurns) % 2 === 0 ? [204, dpi] : [dpi, 204];
}

async function writePdf(file: ScanFile, container: PdfContainer, base: string): Promise<string> {
  const images: ImagePage[] = [];
  for (const page of file.pages)
    if (page.scanned !== null) images.push(await imagePage(page.printed, page.scanned, file.plan));
  const hidden =
    container.layer === null
      ? null
      : { kind: container.layer, isBelow: container.isLayerBelow, random: file.random.fork('layer') };
  const bytes = imagePdf(images, hidden);
  if (images.length === file.pages.length) return write(base, 'pdf', bytes);
  await withTemporaryDirectory(async (directory) => {
    const scans = join(directory, 'scans.pdf');
    await writeFile(scans, bytes);
    let scan = 0;
    const pages = file.pages.flatMap(({ scanned }, index) => {
      if (scanned === null) return [file.sourcePdf, String(index + 1)];
      scan += 1;
      return [scans, String(scan)];
    });
    await run('qpdf', ['--empty', '--deterministic-id', '--pages', ...pages, '--', `${base}.pdf`]);
  });
  return 'pdf';
}

async function imagePage(printed: PrintedPage, scanned: ScannedPage, plan: ScanPlan): Promise<ImagePage> {
  const { raster, place } = scanned;
  if (plan.container.kind !== 'pdf') throw new RangeError('only PDF files have image pages');
  const [acrossDpi, downDpi] = storedDpi(plan);
  const isTrue = plan.container.pageSize === 'true';
  const widthPt = isTrue ? (raster.width * 72) / acrossDpi : raster.width;
  const heightPt = isTrue ? (raster.height * 72) / downDpi : raster.height;
  const image = await storeImage(raster, { ...plan.container, dpi: plan.dpi, quality: plan.quality });
  const upwards = followedBy(scaling(widthPt / raster.width, -heightPt / raster.height), translation(0, heightPt));
  const rotate = ([0, 270, 180, 90] as const)[plan.storedTurns];
  return {
    image,
    widthPt,
    heightPt,
    rotate,
    layer: { texts: printed.texts, toPdf: (point) => transform(upwards, place(point)) },
  };
}
