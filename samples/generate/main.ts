/**
 * node samples/generate/main.ts pdf  --seed 1 --count 40 --out DIR [--producer chromium|writer|calc|plain] [--layout ID]
 * node samples/generate/main.ts dump --seed 1 --count 40 --out DIR [--layout ID] [--damage ragged|repeated|broken|noisy|any]
 *
 * Writes NNN-PRODUCER-LAYOUT.pdf (or .txt) and beside each NNN-PRODUCER-LAYOUT.truth.json. Chromium and LibreOffice must be
 * installed for the producers of their names, qpdf for what is done to PDF files afterwards.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawProducer, type InventedDocument, inventDocuments, type Producer, producers } from './documents.ts';
import { renderPlainPdf } from './plain/plain-pdf.ts';
import { drawPlainStyle } from './plain/plain-style.ts';
import { printHtml } from './produce/chromium.ts';
import { drawPostProcessing, postProcess } from './produce/qpdf.ts';
import { convertWithOffice, type OfficeSource } from './produce/soffice.ts';
import { layouts, truthOf } from './record.ts';
import { renderCalc } from './render/calc.ts';
import { drawDamagedStyle, drawDumpStyle, type DumpStyle, renderDump } from './render/dump.ts';
import { damageKinds, type DamageKind, drawDumpDamage, undamaged } from './render/dump-damage.ts';
import { encodeGb18030 } from './render/gb18030.ts';
import { renderHtml } from './render/html.ts';
import { renderWriter } from './render/writer.ts';

const usage =
  'usage: main.ts pdf|dump --out DIR [--seed TEXT] [--count N] [--producer NAME] [--layout ID] [--damage KIND]';

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
    },
  });
  const kind = positionals[0];
  if (values.out === undefined || (kind !== 'pdf' && kind !== 'dump')) throw new Error(usage);
  const layout = chosenFrom(layouts, values.layout, 'layout');
  const producer = chosenFrom(producers, values.producer, 'producer');
  const damage = chosenFrom(['any', ...damageKinds], values.damage, 'damage');
  const documents = inventDocuments({ seed: values.seed, count: Number(values.count), layout });
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
  const office: OfficeSource[] = [];
  for (const document of documents) {
    const producer = chosen ?? drawProducer(document.random);
    const pdfPath = join(out, `${document.number}-${producer}-${document.layout}.pdf`);
    await writeTruth(document, pdfPath.slice(0, -4));
    if (producer === 'chromium') await printHtml(renderHtml(document.printed, document.pageStyle), pdfPath);
    else if (producer === 'plain') await writeFile(pdfPath, plainBytes(document));
    else office.push(officeSource(document, producer, pdfPath));
  }
  await convertWithOffice(office);
  for (const document of documents) {
    const producer = chosen ?? drawProducer(document.random);
    const pdfPath = join(out, `${document.number}-${producer}-${document.layout}.pdf`);
    await postProcess(pdfPath, drawPostProcessing(document.random.fork('post-processing')));
  }
}

function plainBytes({ printed, pageStyle, random }: InventedDocument): Uint8Array {
  return renderPlainPdf(printed, pageStyle, drawPlainStyle(random.fork('plain-style')));
}

function officeSource(
  { printed, pageStyle, random }: InventedDocument,
  producer: 'writer' | 'calc',
  pdfPath: string,
): OfficeSource {
  if (producer === 'writer') return { xml: renderWriter(printed, pageStyle), extension: 'fodt', pdfPath };
  return { xml: renderCalc(printed, pageStyle, random.fork('calc')), extension: 'fods', pdfPath };
}

async function writeTruth(document: InventedDocument, base: string): Promise<void> {
  await writeFile(`${base}.truth.json`, `${JSON.stringify(truthOf(document.forms), null, 1)}\n`);
}

await main();
