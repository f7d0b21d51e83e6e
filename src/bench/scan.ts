import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodePicture } from '../images/decode.ts';
import { paddleEngine } from '../ocr/paddle/engine.ts';
import { loadPaddleModels, type PaddleModels } from '../ocr/paddle/models.ts';
import type { Model } from '../ocr/reading/readers.ts';
import { recognizePage } from '../ocr/recognize-page.ts';
import { scannedPages } from './scan-inputs.ts';
import { medianOf, timeProcess } from './timing.ts';

/** Reading scanned pages of 200 dpi. Medians over all pages and rounds, in milliseconds a page. */
export interface ScanBench {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly pages: number;
  /** From the picture file to text items and rulings, with both cores. */
  readonly pageMs: number | null;
  /** What the detection and the recognition model took of it. */
  readonly modelsMs: number | null;
  /** `tesseract FILE - -l chi_sim`, from its start to its end; `null` where it is not installed. */
  readonly tesseractMs: number | null;
  /** One worker with one thread over all pages, and two at once, each over all pages: from start to end. */
  readonly oneWorkerMs: number;
  readonly twoWorkersMs: number;
  /** The most memory that a worker took, in megabytes. */
  readonly workerMb: number;
}

/** Measures reading scans, on all cores that this process has. */
export async function benchScan(rounds: number): Promise<ScanBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ziping-bench-'));
  try {
    const files = await scannedPages(folder);
    const pages = await timePages(files, rounds);
    const one = await timeWorkers(1, files);
    const two = await timeWorkers(2, files);
    return {
      node: process.version,
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      pages: files.length,
      ...pages,
      oneWorkerMs: one.ms,
      twoWorkersMs: two.ms,
      workerMb: Math.max(one.mb, two.mb),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type PageTimes = Pick<ScanBench, 'pageMs' | 'modelsMs' | 'tesseractMs'>;

async function timePages(files: readonly string[], rounds: number): Promise<PageTimes> {
  let modelMs = 0;
  const timed =
    (model: Model): Model =>
    async (values, dims) => {
      const startedAt = performance.now();
      const output = await model(values, dims);
      modelMs += performance.now() - startedAt;
      return output;
    };
  const load = async (options: Parameters<typeof loadPaddleModels>[0]): Promise<PaddleModels> => {
    const models = await loadPaddleModels(options);
    return { ...models, detection: timed(models.detection), recognition: timed(models.recognition) };
  };
  const engine = paddleEngine(availableParallelism(), load);
  const times = { page: [] as number[], models: [] as number[], tesseract: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    for (const file of files) {
      modelMs = 0;
      const startedAt = performance.now();
      const { picture, dpi } = await decodePicture(await readFile(file), { maxPixels: 1e9 });
      await recognizePage(engine, { number: 1, picture, pixelsPerPt: (dpi ?? 200) / 72 });
      const pageMs = performance.now() - startedAt;
      const tesseractMs = timeProcess('tesseract', [file, '-', '-l', 'chi_sim']);
      // The first round warms up.
      if (round === 0) continue;
      times.page.push(pageMs);
      times.models.push(modelMs);
      if (tesseractMs !== null) times.tesseract.push(tesseractMs);
    }
  }
  return {
    pageMs: medianOf(times.page),
    modelsMs: medianOf(times.models),
    tesseractMs: medianOf(times.tesseract),
  };
}

const workerFile = fileURLToPath(new URL('scan-worker.ts', import.meta.url));

/** Several workers at once, each over all files: how long all took, and the most memory that one did. */
async function timeWorkers(
  count: number,
  files: readonly string[],
): Promise<{ readonly ms: number; readonly mb: number }> {
  const startedAt = performance.now();
  const used = await Promise.all(Array.from({ length: count }, () => runWorker(files)));
  return { ms: performance.now() - startedAt, mb: Math.max(...used) };
}

function runWorker(files: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, [workerFile, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    worker.stdout.on('data', (chunk) => (printed += String(chunk)));
    worker.on('error', reject);
    worker.on('close', (code) =>
      code === 0 ? resolve(Number(printed)) : reject(new Error(`A worker ended with ${code}`)),
    );
  });
}
