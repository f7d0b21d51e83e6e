import { formatTable } from '../store/format-table.ts';
import type { ScanBench } from './scan.ts';

/** The measurements as text for a terminal. */
export function describeScanBench(bench: ScanBench): string {
  const { node, processor, cores, pages, pageMs, modelsMs, tesseractMs, oneWorkerMs, twoWorkersMs, workerMb } = bench;
  const perPage = formatTable({
    columns: ['a page of 200 dpi, A4', 'ms', 'times the models alone'],
    rows: [
      ['ziping: picture file to texts and rulings', rounded(pageMs), ratio(pageMs, modelsMs)],
      ['detection and recognition models alone', rounded(modelsMs), 1],
      ['tesseract -l chi_sim, with its start', rounded(tesseractMs), ratio(tesseractMs, modelsMs)],
    ],
  });
  const workers = formatTable({
    columns: ['workers of one thread', 'pages', 'ms', 'pages/s', 'times one'],
    rows: [
      [1, pages, rounded(oneWorkerMs), perSecond(pages, oneWorkerMs), 1],
      [2, 2 * pages, rounded(twoWorkersMs), perSecond(2 * pages, twoWorkersMs), ratio(2 * oneWorkerMs, twoWorkersMs)],
    ],
  });
  return [
    `Node ${node}, ${processor}, ${cores} cores`,
    '',
    perPage,
    `From the start of each worker to its end; at most ${Math.round(workerMb)} MB a worker`,
    workers,
    `Medians over ${pages} pages; the programs run in turn.`,
  ].join('\n');
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}

function ratio(ms: number | null, other: number | null): number | null {
  return ms === null || other === null ? null : Number((ms / other).toFixed(2));
}

function perSecond(pages: number, ms: number): number {
  return Number(((pages * 1000) / ms).toFixed(2));
}
