import { formatTable } from '../store/format-table.ts';
import type { PagesTiming, PdfBench } from './pdf.ts';
import type { StartTiming } from './starts.ts';

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
    '\nStarting: one command, from its start to its end; at first, and with what an earlier run compiled',
    startTable(bench.starts),
    'PDFs of many pages, from the file to committed rows in a new database: a process that has read PDFs before, and',
    'ziping ingest FILE from its start to its end',
    pagesTable(bench.manyPages),
    `Memory over documents of one form, one after the other: ${bench.growthKbPerDocument.toFixed(1)} kB a document`,
    memoryTable,
    'Medians; pdftotext -layout (text alone, with its start) on the same files in turn with ziping.',
  ].join('\n');
}

function startTable(timings: readonly StartTiming[]): string {
  return formatTable({
    columns: ['command', 'input', 'first ms', 'ms', 'pdftotext ms', 'times as long'],
    rows: timings.map(({ command, input, firstMs, ms, pdftotextMs }) => [
      command,
      input,
      rounded(firstMs),
      rounded(ms),
      rounded(pdftotextMs),
      ratio(ms, pdftotextMs),
    ]),
  });
}

function pagesTable(timings: readonly PagesTiming[]): string {
  return formatTable({
    columns: ['input', 'pages', 'ms', 'pages/s', 'ingest ms', 'pages/s', 'pdftotext ms', 'pages/s', 'times as long'],
    rows: timings.map(({ input, pages, ms, processMs, pdftotextMs }) => [
      input,
      pages,
      ...[ms, processMs, pdftotextMs].flatMap((each) => [rounded(each), perSecond(pages, each)]),
      ratio(ms, pdftotextMs),
    ]),
  });
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}

function perSecond(pages: number, ms: number | null): number | null {
  return ms === null ? null : Number(((pages * 1000) / ms).toFixed(1));
}

function ratio(ms: number | null, other: number | null): number | null {
  return ms === null || other === null ? null : Number((ms / other).toFixed(1));
}
