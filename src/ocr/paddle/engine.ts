import type { OcrEngine } from '../engine.ts';
import { pageEngine } from '../reading/page-engine.ts';
import type { PageReaders } from '../reading/readers.ts';
import { loadPaddleModels, type PaddleModels } from './models.ts';
import { recognizeLines } from './recognize.ts';

/** PP-OCRv4 (mobile) on ONNX Runtime. */
export function paddleEngine(threads: number, loadModels = loadPaddleModels): OcrEngine {
  const load = async (): Promise<PageReaders> => readersOf(await loadModels({ threads }));
  return pageEngine({ name: 'paddle', load, mostSure: 1 });
}

/** The models as readers of pages. */
export function readersOf(models: PaddleModels): PageReaders {
  return { detection: models.detection, recognize: (lines) => recognizeLines(models, lines) };
}
