import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawProducer, type InventedDocument, type Producer } from './documents.ts';
import { renderPlainPdf } from './plain/plain-pdf.ts';
import { drawPlainStyle } from './plain/plain-style.ts';
import { printHtml } from './produce/chromium.ts';
import { drawPostProcessing, postProcess } from './produce/qpdf.ts';
import { convertWithOffice, type OfficeSource } from './produce/soffice.ts';
import { renderCalc } from './render/calc.ts';
import { renderHtml } from './render/html.ts';
import { renderWriter } from './render/writer.ts';
import { writeTruth } from './record.ts';

/** A document, the program that is to make a PDF of it, and the file's path. */
export interface PdfOrder {
  readonly document: InventedDocument;
  readonly producer: Producer;
  readonly pdfPath: string;
}

/** Writes each document as a PDF beside its truth, by the chosen program or a drawn one, and treats it with qpdf. */
export async function writePdfs(
  documents: readonly InventedDocument[],
  chosen: Producer | null,
  out: string,
): Promise<void> {
  const orders = documents.map((document): PdfOrder => {
    const producer = chosen ?? drawProducer(document.random);
    return { document, producer, pdfPath: join(out, `${document.number}-${producer}-${document.layout}.pdf`) };
  });
  for (const { document, pdfPath } of orders) await writeTruth(document.forms, pdfPath.slice(0, -'.pdf'.length));
  await makePdfFiles(orders);
  for (const { document, pdfPath } of orders) {
    await postProcess(pdfPath, drawPostProcessing(document.random.fork('post-processing')));
  }
}

/** Makes PDF files, office documents together at the end. */
export async function makePdfFiles(orders: readonly PdfOrder[]): Promise<void> {
  const office: OfficeSource[] = [];
  for (const { document, producer, pdfPath } of orders) {
    if (producer === 'chromium') await printHtml(renderHtml(document.printed, document.pageStyle), pdfPath);
    else if (producer === 'plain') await writeFile(pdfPath, plainBytes(document));
    else office.push(officeSource(document, producer, pdfPath));
  }
  await convertWithOffice(office);
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
