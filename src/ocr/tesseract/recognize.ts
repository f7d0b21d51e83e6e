import { createRequire } from 'node:module';
import path from 'node:path';
import type { Worker } from 'tesseract.js';
import type { GreyRaster } from '../../model/raster.ts';
import type { LineReader, RecognizedCharacter } from '../reading/readers.ts';

/** Clear ground around a line, in pixels: strokes at the very edge are misread. */
const marginPx = 8;

/** Loads tesseract.js with the Chinese data of its package (LSTM, best_int); nothing is fetched. About 0.4 s. */
export async function loadTesseract(): Promise<LineReader> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const data = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json'));
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: path.join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
  });
  // Taken as raw lines, 1 in 5 fewer lines of a scan are read right. Else its notes go to standard error.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, debug_file: '/dev/null' });
  const thread = threadOf(worker);
  thread.unref();
  return async (lines) => {
    thread.ref();
    try {
      const read: RecognizedCharacter[][] = [];
      for (const line of lines) read.push(await readLine(worker, line));
      return read;
    } finally {
      thread.unref();
    }
  };
}

/** The thread that tesseract.js works in: it keeps the program running unless it is let go. */
function threadOf(worker: object): Thread {
  if (!hasThread(worker)) throw new TypeError('tesseract.js keeps its thread elsewhere than it did');
  return worker.worker;
}

interface Thread {
  readonly ref: () => void;
  readonly unref: () => void;
}

/** The library's types leave it out. */
function hasThread(worker: object): worker is { readonly worker: Thread } {
  return 'worker' in worker && typeof worker.worker === 'object' && worker.worker !== null && 'unref' in worker.worker;
}

async function readLine(worker: Worker, line: GreyRaster): Promise<RecognizedCharacter[]> {
  const { data } = await worker.recognize(withMargin(line), {}, { blocks: true, text: false });
  const words = (data.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap((each) => each.words)),
  );
  return words.flatMap(({ symbols }) =>
    symbols.map(({ text, confidence, bbox }) => ({
      text,
      probability: confidence / 100,
      x: (bbox.x0 + bbox.x1) / 2 - marginPx,
      others: [],
    })),
  );
}

/** The line on white ground as a picture file (portable grey map), which needs no compression. */
function withMargin({ width, height, data }: GreyRaster): Buffer {
  const [fullWidth, fullHeight] = [width + 2 * marginPx, height + 2 * marginPx];
  const header = Buffer.from(`P5 ${fullWidth} ${fullHeight} 255\n`);
  const file = Buffer.alloc(header.length + fullWidth * fullHeight, 255);
  header.copy(file);
  for (let y = 0; y < height; y++) {
    file.set(data.subarray(y * width, (y + 1) * width), header.length + (y + marginPx) * fullWidth + marginPx);
  }
  return file;
}
