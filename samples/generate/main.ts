/**
 * node samples/generate/main.ts pdf   --seed 1 --count 40 --out DIR [--producer chromium|writer|calc|plain] [--layout
 * ID] node samples/generate/main.ts dump  --seed 1 --count 40 --out DIR [--layout ID] [--damage
 * ragged|repeated|broken|noisy|any] node samples/generate/main.ts scans --seed 1 --count 40 --out DIR [--layout ID]
 * [--damage NAME] [--dpi N]
 *
 * Writes NNN-PRODUCER-LAYOUT.pdf (or .txt) and beside each NNN-PRODUCER-LAYOUT.truth.json; scans are named after their
 * damage and resolution, and NNN-….damage.json says what was done to them. Chromium and LibreOffice must be installed
 * for the producers of their names, qpdf for what is done to PDF files afterwards, opj_compress for JPEG 2000.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawProducer, type InventedDocument, inventDocuments, type Producer, producers } from './documents.ts';
import { makePdfFiles, type PdfOrder } from './pdf-files.ts';
import { drawPostProcessing, postProcess } from './produce/qpdf.ts';
import { layouts, truthOf } from './record.ts';
import { drawDamagedStyle, drawDumpStyle, type DumpStyle, renderDump } from './render/dump.ts';
import { damageKinds, type DamageKind, drawDumpDamage, undamaged } from './render/dump-damage.ts';
import { encodeGb18030 } from './render/gb18030.ts';
import { profileNames } from './scan/profiles/index.ts';
import { writeScans } from './scan/scans.ts';

const usage =
  'usage: main.ts pdf|dump|scans --out DIR [--seed TEXT] [--count N] [--layout ID] [--producer NAME] [--damage NAME] [--dpi N]';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '10' },
      out: { type: 'string' },
      producer: { type: 'string' },
      layout: { type: 'string' },
      damage: { type: 'string' },
      dpi: { type: 'string' },
    },
  });
  const kind = positionals[0];
  if (values.out === undefined || (kind !== 'pdf' && kind !== 'dump' && kind !== 'scans')) throw new Error(usage);
  const layout = chosenFrom(layouts, values.layout, 'layout');
  const producer = chosenFrom(producers, values.producer, 'producer');
  const batch = { seed: values.seed, count: Number(values.count), layout };
  if (kind === 'scans') {
    const profile = chosenFrom(profileNames, values.damage, 'damage');
    await writeScans({ ...batch, out: values.out, profile, dpi: readDpi(values.dpi) });
    return;
  }
  const damage = chosenFrom(['any', ...damageKinds], values.damage, 'damage');
  const documents = inventDocuments(batch);
  await mkdir(values.out, { recursive: true });
  if (kind === 'dump') await writeDumps(documents, damage, values.out);
  else await writePdfs(documents, producer, values.out);
}

function chosenFrom<T extends string>(names: readonly T[], given: string | undefined, option: string): T | null {
  if (given === undefined) return null;
  const found = names.find((name) => name === given);
  if (found === undefined) throw new Error(`--${option} ${given}: expected one of ${names.join(', ')}`);
  return found;
}

function readDpi(given: string | undefined): number | null {
  if (given === undefined) return null;
  const dpi = Number(given);
  if (!(dpi >= 72 && dpi <= 600)) throw new Error(`--dpi ${given}: expected 72 to 600`);
  return dpi;
}

async function writeDumps(documents: readonly InventedDocument[], kind: DamageKind | null, out: string): Promise<void> {
  for (const document of documents) {
    const own = document.random.fork('dump-style');
    const damage = kind === null ? undamaged : drawDumpDamage(kind, document.random.fork('dump-damage'));
    const style = { ...(damage.noise ? drawDamagedStyle(own) : drawDumpStyle(own)), damage };
    const text = renderDump(document.printed, style, document.random.fork('dump'));
    const base = join(out, `${document.number}-dump-${document.layout}`);
    await writeFile(`${base}.txt`, encodeDump(text, style.encoding));
    await writeTruth(document, base);
  }
}

function encodeDump(text: string, encoding: DumpStyle['encoding']): Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030(text);
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

async function writePdfs(documents: readonly InventedDocument[], chosen: Producer | null, out: string): Promise<void> {
  const orders = documents.map((document): PdfOrder => {
    const producer = chosen ?? drawProducer(document.random);
    return { document, producer, pdfPath: join(out, `${document.number}-${producer}-${document.layout}.pdf`) };
  });
  for (const { document, pdfPath } of orders) await writeTruth(document, pdfPath.slice(0, -4));
  await makePdfFiles(orders);
  for (const { document, pdfPath } of orders)
    await postProcess(pdfPath, drawPostProcessing(document.random.fork('post-processing')));
}

async function writeTruth(document: InventedDocument, base: string): Promise<void> {
  await writeFile(`${base}.truth.json`, `${JSON.stringify(truthOf(document.forms), null, 1)}\n`);
}

await main();
