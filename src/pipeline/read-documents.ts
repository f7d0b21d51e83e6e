import type { Problem } from '../model/problem.ts';
import type { Extraction } from '../model/record.ts';
import { problemOf } from './read-document.ts';

/** What was read of one file. */
export interface ReadFile {
  readonly path: string;
  /** `null` where there is no content to record. */
  readonly extraction: Extraction | null;
  /** What could not be read of it, and why. */
  readonly problems: readonly Problem[];
}

/**
 * Reads files one after the other, in their order; whatever is wrong with one comes back as data. Ends early by the
 * signal, and leaves the file that is being read alone.
 * @throws ExtractionError of the pipeline's or a layout's author
 */
export async function* readDocuments(
  paths: readonly string[],
  read: (path: string) => Promise<Extraction>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadFile, void> {
  for (const path of paths) {
    const file = await unlessAborted(readFile(path, read), signal);
    if (file === null) return;
    yield file;
  }
}

async function readFile(path: string, read: (path: string) => Promise<Extraction>): Promise<ReadFile> {
  try {
    const extraction = await read(path);
    return { path, extraction, problems: extraction.problems };
  } catch (error) {
    return { path, extraction: null, problems: [problemOf(error)] };
  }
}

/** The result, or `null` once the signal is given. The listener goes with each call: a signal outlives many results. */
async function unlessAborted<Result>(result: Promise<Result>, signal: AbortSignal | undefined): Promise<Result | null> {
  const aborted = Promise.withResolvers<null>();
  const stop = (): void => aborted.resolve(null);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();
  try {
    return await Promise.race([aborted.promise, result]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
