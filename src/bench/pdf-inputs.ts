import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inventDocuments } from '../../samples/generate/documents.ts';
import { renderPlainPdf } from '../../samples/generate/plain/plain-pdf.ts';
import { drawPlainStyle } from '../../samples/generate/plain/plain-style.ts';
import { createRandom } from '../../samples/generate/random.ts';
import { openRenderer } from '../inputs/pdf/render.ts';

/** A PDF to measure with. */
export interface BenchInput {
  /** What it is, for the reader of the table. */
  readonly name: string;
  readonly file: string;
  readonly pages: number;
}

/** The samples that hold their fonts; Chromium makes a Type 3 font of every few characters (106 on that page). */
const samplesWithFonts = {
  chromium: 'samples/shijiazhuang-chromium-radicals.pdf',
  chromiumCutRows: 'samples/ministry-chromium-cut-rows.pdf',
  writer: 'samples/ministry-writer-four-pages.pdf',
  writerFlowing: 'samples/shijiazhuang-writer-flowing.pdf',
  calc: 'samples/ministry-calc-landscape.pdf',
} as const;

/** PDFs of one page: with and without fonts in them. Where qpdf is missing, samples are taken whole. */
export async function onePageInputs(folder: string): Promise<BenchInput[]> {
  return [
    await inputOf('Writer, fonts embedded', await firstPage(samplesWithFonts.writer, folder)),
    await inputOf('Chromium, Type 3 fonts', await firstPage(samplesWithFonts.chromium, folder)),
    await inputOf('plain, no font', await plainPdf(path.join(folder, 'one.pdf'), { seed: 'one', forms: 1 })),
  ];
}

/** PDFs of many pages: forms invented by the sample generator, and the samples of all producers joined by qpdf. */
export async function manyPageInputs(folder: string): Promise<BenchInput[]> {
  const inputs = [
    await inputOf('14 forms, plain', await plainPdf(path.join(folder, '14.pdf'), { seed: 'many', forms: 14 })),
    await inputOf('60 forms, plain', await plainPdf(path.join(folder, '60.pdf'), { seed: 'many', forms: 60 })),
  ];
  const joined = path.join(folder, 'joined.pdf');
  const files = Object.values(samplesWithFonts);
  const isJoined = qpdf(['--empty', '--pages', ...files, ...files, '--', joined]);
  return isJoined ? [...inputs, await inputOf('samples with fonts, twice', joined)] : inputs;
}

/**
 * A folder of different documents, each of one form: some dozens are drawn, the rest are those again with a comment
 * of their own behind the end, which makes another content of another hash.
 */
export async function manyDocuments(folder: string, count: number): Promise<string> {
  const out = path.join(folder, 'documents');
  await mkdir(out);
  const drawn = Array.from({ length: 25 }, (_, index) => plainBytes({ seed: `document ${index}`, forms: 1 }));
  for (let index = 0; index < count; index++) {
    const bytes = drawn[index % drawn.length] ?? new Uint8Array();
    const file = path.join(out, `${String(index + 1).padStart(4, '0')}.pdf`);
    await writeFile(file, Buffer.concat([bytes, Buffer.from(`%${index}\n`)]));
  }
  return out;
}

async function inputOf(name: string, file: string): Promise<BenchInput> {
  const renderer = await openRenderer(await readFile(file));
  const pages = renderer.pageCount;
  renderer.close();
  return { name, file, pages };
}

/** The first page by itself, where qpdf is installed; else the whole file. */
async function firstPage(file: string, folder: string): Promise<string> {
  const out = path.join(folder, path.basename(file));
  if (!qpdf([file, '--pages', '.', '1', '--', out])) await writeFile(out, await readFile(file));
  return out;
}

const qpdfProgram = 'qpdf';

/** False where qpdf is not installed. */
function qpdf(args: readonly string[]): boolean {
  return spawnSync(qpdfProgram, args).status === 0;
}

interface PlainChoice {
  readonly seed: string;
  readonly forms: number;
}

async function plainPdf(file: string, choice: PlainChoice): Promise<string> {
  await writeFile(file, plainBytes(choice));
  return file;
}

function plainBytes({ seed, forms }: PlainChoice): Uint8Array {
  const documents = inventDocuments({ seed, count: forms, layout: 'shijiazhuang-2019' });
  const printed = documents.flatMap((document) => document.printed.slice(0, 1));
  const style = documents[0]?.pageStyle;
  if (style === undefined) throw new RangeError('There is no document without a form');
  const plain = { ...drawPlainStyle(createRandom(seed)), rotate: 0 } as const;
  return renderPlainPdf(printed, { ...style, pagePerForm: true }, plain);
}
