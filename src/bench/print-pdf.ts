import { formatTable } from '../store/format-table.ts';
import type { PdfBench, PdfTiming } from './pdf.ts';

/** The measurements as text for a terminal. */
export function describePdfBench(bench: PdfBench): string {
  const { node, processor, cores, memory } = bench;
  const where = `Node ${node}, ${processor}, ${cores === 1 ? 'one core' : `${cores} cores (taskset is not installed)`}`;
  const memoryTable = formatTable({
    columns: ['documents', 'resident MB'],
    rows: memory.map(({ documents, residentMb }) => [documents, Math.round(residentMb)]),
  });
  return [
    where,
    '\nA PDF of one page, whole process: ziping extract FILE --json',
    timingTable(bench.onePage),
    'PDFs of many pages, from the file to committed rows in a new database, the process being warm',
    timingTable(bench.manyPages),
    `Memory over documents of one form, one after the other: ${bench.growthKbPerDocument.toFixed(1)} kB a document`,
    memoryTable,
    'Medians; pdftotext -layout (text alone, with its start) on the same files in turn with ziping.',
  ].join('\n');
}

function timingTable(timings: readonly PdfTiming[]): string {
  return formatTable({
    columns: ['input', 'pages', 'ms', 'pages/s', 'pdftotext ms', 'pages/s', 'times as long'],
    rows: timings.map(({ input, pages, zipingMs, pdftotextMs }) => [
      input,
      pages,
      rounded(zipingMs, 'not built'),
      perSecond(pages, zipingMs),
      rounded(pdftotextMs, 'not installed'),
      perSecond(pages, pdftotextMs),
      zipingMs === null || pdftotextMs === null ? null : Number((zipingMs / pdftotextMs).toFixed(1)),
    ]),
  });
}

function rounded(ms: number | null, missing: string): number | string {
  return ms === null ? missing : Math.round(ms);
}

function perSecond(pages: number, ms: number | null): number | null {
  return ms === null ? null : Number(((pages * 1000) / ms).toFixed(1));
}
