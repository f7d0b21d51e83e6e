/**
 * Invents forms, prints them, damages the prints and writes them as archives hold them. The same seed and choices give
 * the same bytes where the same fonts, Chromium and LibreOffice are installed; plain PDFs need none of them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inventDocuments, type InventedDocument } from '../documents.ts';
import { makePdfFiles } from '../pdf-files.ts';
import { withTemporaryDirectory } from '../produce/run.ts';
import type { Random } from '../random.ts';
import { type LayoutName, writeTruth } from '../record.ts';
import { type FilePage, writeScanFile } from './containers/write-scan.ts';
import { dressForPaper, isLegible, legibleSizePt } from './paper.ts';
import { drawPlan, type ScanPlan } from './plan.ts';
import type { ProfileName } from './profiles/index.ts';
import { paperDpiOf, scanPage, type ScannedPage } from './scan-page.ts';
import { openPrintedPages, type PrintedPage } from './source-pages.ts';

export interface ScanChoices {
  readonly seed: string;
  readonly count: number;
  readonly out: string;
  /** `null` draws one for each file. */
  readonly layout: LayoutName | null;
  readonly profile: ProfileName | null;
  readonly dpi: number | null;
}

interface Order {
  readonly document: InventedDocument;
  readonly plan: ScanPlan;
  readonly random: Random;
  readonly producer: ScanPlan['producer'];
  readonly pdfPath: string;
}

/** Writes `count` scans, each with its `.truth.json` and `.damage.json`. */
export async function writeScans(choices: ScanChoices): Promise<void> {
  await mkdir(choices.out, { recursive: true });
  await withTemporaryDirectory(async (directory) => {
    const orders = inventDocuments(choices).map((document): Order => {
      const random = document.random.fork('scan');
      const plan = drawPlan(random, choices);
      const dressed = dressForPaper(document, legibleSizePt(plan));
      return {
        document: dressed,
        plan,
        random,
        producer: plan.producer,
        pdfPath: join(directory, `${document.number}.pdf`),
      };
    });
    for (let first = 0; first < orders.length; first += 20) {
      const some = orders.slice(first, first + 20);
      await makePdfFiles(some);
      for (const order of some) await writeScan(order, choices.out);
    }
  });
}

async function writeScan(order: Order, out: string): Promise<void> {
  const printed = await openPrintedPages(await readFile(order.pdfPath));
  try {
    // A sheet of Calc is shrunk to the page's width: where that makes it too small, Writer prints the form instead.
    if (order.producer === 'calc' && !printed.pages.every((page) => isLegible(page, order.plan))) {
      await makePdfFiles([{ ...order, producer: 'writer' }]);
      await writeScan({ ...order, producer: 'writer' }, out);
      return;
    }
    await writePages(order, printed.pages, out);
  } finally {
    printed.close();
  }
}

async function writePages(order: Order, printed: readonly PrintedPage[], out: string): Promise<void> {
  const { document, random } = order;
  const plan = settle(order.plan, printed.length);
  const pages: FilePage[] = [];
  const isBorn = drawBornPages(random.fork('mixed'), plan, printed.length);
  const record = document.forms[0]?.record;
  const names = { body: record?.implementingUnit ?? '财政局', person: record?.preparedBy ?? '王敏' };
  for (const [index, page] of printed.entries()) {
    const draws = { machine: random.fork('machine'), page: random.fork(`page-${index}`) };
    const other = printed[(index + 1) % printed.length] ?? page;
    const back = () => other.draw(paperDpiOf(plan.dpi));
    pages.push({
      printed: page,
      scanned: isBorn[index] === true ? null : await scanPage(page, plan, { names, back, draws }),
    });
  }
  const base = join(out, `${document.number}-${plan.profile}-${plan.dpi}-${document.layout}`);
  await writeScanFile({ pages, plan, sourcePdf: order.pdfPath, random }, base);
  await writeTruth(document.forms, base);
  await writeFile(`${base}.damage.json`, `${JSON.stringify(describe(plan, pages), null, 1)}\n`);
}

/** Pictures of one page cannot hold more: such documents become PDF files. PNG cannot say that it is turned. */
function settle(plan: ScanPlan, pageCount: number): ScanPlan {
  const { container } = plan;
  if (container.kind === 'png' && pageCount === 1) return { ...plan, storedTurns: 0 };
  if (container.kind === 'pdf' || container.kind === 'tiff' || pageCount === 1) return plan;
  const coding = plan.profile === 'fax' || plan.profile === 'black-white' ? 'group4' : 'jpeg';
  const pdf = {
    kind: 'pdf',
    coding,
    blackIs1: false,
    layer: null,
    isLayerBelow: false,
    pageSize: 'true',
    isMixed: false,
  } as const;
  return { ...plan, container: pdf };
}

/** Which pages stay born digital; never all. */
function drawBornPages(random: Random, { container }: ScanPlan, pageCount: number): boolean[] {
  if (container.kind !== 'pdf' || !container.isMixed) return [];
  const scanned = random.int(0, pageCount - 1);
  return Array.from({ length: pageCount }, (_, index) => index !== scanned && random.chance(0.6));
}

function describe(plan: ScanPlan, pages: readonly FilePage[]): object {
  return {
    ...plan,
    pages: pages.map(({ printed, scanned }, index) => ({
      page: index + 1,
      widthPt: printed.widthPt,
      heightPt: printed.heightPt,
      smallestPrintPt: Number(printed.smallestPt.toFixed(2)),
      ...(scanned === null ? { isBornDigital: true } : describeScan(scanned)),
    })),
  };
}

function describeScan({ raster, toPixels, steps, hardest }: ScannedPage): object {
  const { width, height, channels } = raster;
  return {
    width,
    height,
    channels,
    legibility: Number((hardest?.correlation ?? 1).toFixed(3)),
    hardestBoxPt: hardest?.box,
    skewDeg: Number(((Math.atan2(toPixels[3], toPixels[0]) * 180) / Math.PI).toFixed(3)),
    toPixels: toPixels.map((value) => Number(value.toPrecision(9))),
    steps: steps.map(({ name, parameters }) => ({ name, ...parameters })),
  };
}
