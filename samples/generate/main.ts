/**
 * node samples/generate/main.ts pdf  --seed 1 --count 40 --out DIR [--producer chromium|writer|calc|plain] [--layout ID]
 * node samples/generate/main.ts dump --seed 1 --count 40 --out DIR [--layout ID]
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
import { convertWithOffice, type OfficeSource } from './produce/soffice.ts';
import { layouts, truthOf } from './record.ts';
import { renderCalc } from './render/calc.ts';
import { drawDumpStyle, renderDump } from './render/dump.ts';
import { encodeGb18030 } from './render/gb18030.ts';
import { renderHtml } from './render/html.ts';
import { renderWriter } from './render/writer.ts';

const usage = 'usage: main.ts pdf|dump --out DIR [--seed TEXT] [--count N] [--producer NAME] [--layout ID]';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '10' },
      out: { type: 'string' },
      producer: { type: 'string' },
      layout: { type: 'string' },
    },
  });
  const kind = positionals[0];
  if (values.out === undefined || (kind !== 'pdf' && kind !== 'dump')) throw new Error(usage);
  const layout = chosenFrom(layouts, values.layout, 'layout');
  const producer = chosenFrom(producers, values.producer, 'producer');
  const documents = inventDocuments({ seed: values.seed, count: Number(values.count), layout });
  await mkdir(values.out, { recursive: true });
  if (kind === 'dump') await writeDumps(documents, values.out);
  else await writePdfs(documents, producer, values.out);
}

function chosenFrom<T extends string>(names: readonly T[], given: string | undefined, option: string): T | null {
  if (given === undefined) return null;
  const found = names.find((name) => name === given);
  if (found === undefined) throw new Error(`--${option} ${given}: expected one of ${names.join(', ')}`);
  return found;
}

async function writeDumps(documents: readonly InventedDocument[], out: string): Promise<void> {
  for (const document of documents) {
    const style = drawDumpStyle(document.random.fork('dump-style'));
    const text = renderDump(document.printed, style, document.random.fork('dump'));
    const base = join(out, `${document.number}-dump-${document.layout}`);
    await writeFile(`${base}.txt`, style.encoding === 'gb18030' ? encodeGb18030(text) : text);
    await writeTruth(document, base);
  }
}

async function writePdfs(documents: readonly InventedDocument[], chosen: Producer | null, out: string): Promise<void> {
  const office: OfficeSource[] = [];
  for (const document of documents) {
    const producer = chosen ?? drawProducer(document.random);
    const base = join(out, `${document.number}-${producer}-${document.layout}`);
    await writeTruth(document, base);
    if (producer === 'chromium') await printHtml(renderHtml(document.printed, document.pageStyle), `${base}.pdf`);
    else if (producer === 'writer')
      office.push({
        xml: renderWriter(document.printed, document.pageStyle),
        extension: 'fodt',
        pdfPath: `${base}.pdf`,
      });
    else if (producer === 'plain') {
      const style = drawPlainStyle(document.random.fork('plain-style'));
      await writeFile(`${base}.pdf`, renderPlainPdf(document.printed, document.pageStyle, style));
    } else
      office.push({
        xml: renderCalc(document.printed, document.pageStyle, document.random.fork('calc')),
        extension: 'fods',
        pdfPath: `${base}.pdf`,
      });
  }
  await convertWithOffice(office);
}

async function writeTruth(document: InventedDocument, base: string): Promise<void> {
  await writeFile(`${base}.truth.json`, `${JSON.stringify(truthOf(document.forms), null, 1)}\n`);
}

await main();
