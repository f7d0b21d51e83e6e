import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { launcher, loadBuilt } from './built.ts';
import { type BenchInput, manyDocuments, manyPageInputs } from './pdf-inputs.ts';
import { type StartTiming, timeStarts } from './starts.ts';
import { medianTimes, timeProcess } from './timing.ts';

/** A PDF of many pages, from the file to committed rows in a new database. Medians in milliseconds. */
export interface PagesTiming {
  readonly input: string;
  readonly pages: number;
  /** Within a process that has read PDFs before. */
  readonly ms: number | null;
  /** `ziping ingest FILE`, from its start to its end. */
  readonly processMs: number | null;
  /** `pdftotext -layout`, with its start; `null` where it is not installed. */
  readonly pdftotextMs: number | null;
}

/** Resident memory of the process after so many documents, in megabytes. */
export interface MemorySample {
  readonly documents: number;
  readonly residentMb: number;
}

export interface PdfBench {
  readonly node: string;
  readonly processor: string;
  /** Cores that the measured programs had. */
  readonly cores: number;
  readonly starts: readonly StartTiming[];
  readonly manyPages: readonly PagesTiming[];
  readonly memory: readonly MemorySample[];
  /** From the first sample to the last. */
  readonly growthKbPerDocument: number;
}

export interface PdfBenchOptions {
  /** Runs that count, of each program on each input. */
  readonly rounds: number;
  /** After how many documents memory is looked at, ascending. */
  readonly memoryAt: readonly number[];
}

/** Measures reading PDFs with the built program: the start, pages per second, and memory over many documents. */
export async function benchPdf({ rounds, memoryAt }: PdfBenchOptions): Promise<PdfBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ziping-bench-'));
  try {
    // First of all: what reading pages takes would stay with this process.
    const memory = await memoryOver(folder, memoryAt);
    const starts = await timeStarts(folder, rounds);
    const manyPages: PagesTiming[] = [];
    for (const input of await manyPageInputs(folder)) manyPages.push(await timePages(input, folder, rounds));
    return {
      node: process.version,
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      starts,
      manyPages,
      memory,
      growthKbPerDocument: growthOf(memory),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timePages({ name, file, pages }: BenchInput, folder: string, rounds: number): Promise<PagesTiming> {
  const contenders = [
    () => timeIngest(file, newDatabase(folder)),
    () => timeProcess(process.execPath, [launcher, 'ingest', file, '--db', newDatabase(folder), '--quiet']),
    () => timeProcess('pdftotext', ['-layout', file, '-']),
  ];
  const [ms = null, processMs = null, pdftotextMs = null] = await medianTimes(contenders, rounds);
  return { input: name, pages, ms, processMs, pdftotextMs };
}

let databases = 0;

function newDatabase(folder: string): string {
  return path.join(folder, `${databases++}.db`);
}

async function timeIngest(file: string, database: string): Promise<number> {
  const { ingest } = await loadBuilt();
  const startedAt = performance.now();
  await ingest([file], { database });
  return performance.now() - startedAt;
}

async function memoryOver(folder: string, memoryAt: readonly number[]): Promise<MemorySample[]> {
  const documents = await manyDocuments(folder, Math.max(...memoryAt));
  const { ingest } = await loadBuilt();
  const samples: MemorySample[] = [];
  let done = 0;
  await ingest([documents], {
    database: newDatabase(folder),
    onProgress: () => {
      done++;
      if (memoryAt.includes(done)) samples.push({ documents: done, residentMb: process.memoryUsage.rss() / 1e6 });
    },
  });
  return samples;
}

function growthOf(samples: readonly MemorySample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || first === last) return 0;
  return ((last.residentMb - first.residentMb) * 1000) / (last.documents - first.documents);
}
