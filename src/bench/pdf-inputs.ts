import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
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

/** The samples that hold their fonts; Chromium makes a Type 3 font of every few characters (106 on the first). */
const samplesWithFonts = {
  chromium: ['samples/shijiazhuang-chromium-radicals.pdf', 'samples/ministry-chromium-cut-rows.pdf'],
  office: [
    'samples/ministry-writer-four-pages.pdf',
    'samples/shijiazhuang-writer-flowing.pdf',
    'samples/ministry-calc-landscape.pdf',
  ],
} as const;

/** So many times the samples make some fifty pages. */
const copies = { chromium: 12, office: 6 } as const;

/** PDFs of one page: with and without fonts in them. Where qpdf is missing, samples are taken whole. */
export async function onePageInputs(folder: string): Promise<BenchInput[]> {
  return [
    await inputOf('Writer, fonts embedded', await firstPage(samplesWithFonts.office[0], folder)),
    await inputOf('Chromium, Type 3 fonts', await firstPage(samplesWithFonts.chromium[0], folder)),
    await inputOf('plain, no font', await plainPdf(path.join(folder, 'one.pdf'), { seed: 'one', forms: 1 })),
  ];
}

/**
 * PDFs of many pages: forms invented by the sample generator, and where qpdf is installed, the samples with fonts again
 * and again, once with the fonts shared as a program that prints many forms at once shares them, and once with fonts of
 * their own, as joined files have them.
 */
export async function manyPageInputs(folder: string): Promise<BenchInput[]> {
  return [
    await inputOf('plain, no font', await plainPdf(path.join(folder, '60.pdf'), { seed: 'many', forms: 60 })),
    ...(await joinedInputs('office', 'Writer and Calc', folder)),
    ...(await joinedInputs('chromium', 'Chromium, Type 3', folder)),
  ];
}

async function joinedInputs(producer: keyof typeof copies, name: string, folder: string): Promise<BenchInput[]> {
  const files = samplesWithFonts[producer];
  const rounds = Array.from({ length: copies[producer] }, (_, round) => round);
  const copied: string[] = [];
  for (const [index, file] of rounds.flatMap(() => files).entries()) {
    // qpdf takes what is under another name for another file.
    copied.push(path.join(folder, `${producer}-${index}.pdf`));
    await copyFile(file, copied[index] ?? '');
  }
  const shared = path.join(folder, `${producer}-shared.pdf`);
  const apart = path.join(folder, `${producer}-apart.pdf`);
  if (!qpdf(['--empty', '--pages', ...rounds.flatMap(() => files), '--', shared])) return [];
  if (!qpdf(['--empty', '--pages', ...copied, '--', apart])) return [];
  return [await inputOf(`${name}, fonts shared`, shared), await inputOf(`${name}, fonts apart`, apart)];
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
