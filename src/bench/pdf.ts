import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { ingest } from '../index.ts';
import { type BenchInput, manyDocuments, manyPageInputs, onePageInputs } from './pdf-inputs.ts';
import { medianTimes, timeProcess } from './timing.ts';

/** One PDF, read by ziping and by `pdftotext -layout`. Medians in milliseconds; `null`: not installed or not built. */
export interface PdfTiming {
  readonly input: string;
  readonly pages: number;
  readonly zipingMs: number | null;
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
  /** Whole processes, with their start: `ziping extract FILE --json`, and `pdftotext -layout FILE`. */
  readonly onePage: readonly PdfTiming[];
  /** From the file to committed rows in a new database, within a process that has read PDFs before. */
  readonly manyPages: readonly PdfTiming[];
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

/** Measures reading PDFs: the start, pages per second, and memory over many documents. */
export async function benchPdf({ rounds, memoryAt }: PdfBenchOptions): Promise<PdfBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ziping-bench-'));
  try {
    const onePage = await timeAll(await onePageInputs(folder), rounds, ({ file }) => timeStart(file));
    const manyPages = await timeAll(await manyPageInputs(folder), rounds, ({ file }) => timeIngest(file, folder));
    const memory = await memoryOver(folder, memoryAt);
    return {
      node: process.version,
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      onePage,
      manyPages,
      memory,
      growthKbPerDocument: growthOf(memory),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeAll(
  inputs: readonly BenchInput[],
  rounds: number,
  run: (input: BenchInput) => Promise<number> | number | null,
): Promise<PdfTiming[]> {
  const timings: PdfTiming[] = [];
  for (const input of inputs) {
    const contenders = [() => run(input), () => timeProcess('pdftotext', ['-layout', input.file, '-'])];
    const [zipingMs = null, pdftotextMs = null] = await medianTimes(contenders, rounds);
    timings.push({ input: input.name, pages: input.pages, zipingMs, pdftotextMs });
  }
  return timings;
}

/** A form with findings ends with status 1. */
function timeStart(file: string): number | null {
  if (!existsSync('dist/cli/main.js')) return null;
  return timeProcess(process.execPath, ['src/launch/ziping.mjs', 'extract', file, '--json'], [0, 1]);
}

let databases = 0;

async function timeIngest(file: string, folder: string): Promise<number> {
  const database = path.join(folder, `${databases++}.db`);
  const startedAt = performance.now();
  await ingest([file], { database });
  return performance.now() - startedAt;
}

async function memoryOver(folder: string, memoryAt: readonly number[]): Promise<MemorySample[]> {
  const documents = await manyDocuments(folder, Math.max(...memoryAt));
  const samples: MemorySample[] = [];
  let done = 0;
  await ingest([documents], {
    database: path.join(folder, 'memory.db'),
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
