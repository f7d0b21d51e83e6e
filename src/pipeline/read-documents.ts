import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline as pipe } from 'node:stream/promises';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { Problem } from '../model/problem.ts';
import type { Extraction } from '../model/record.ts';
import type { Pipeline } from './pipeline.ts';
import { type DocumentState, runUntil, startDocument } from './run-stages.ts';

/** What is known of a content already; `null` where it must be read. */
export type Recall = (document: DocumentState['document']) => Extraction | null;

/**
 * The record of one file. A document that cannot be opened gives a record without forms and with the problem that
 * says why.
 * @throws ExtractionError `file-unreadable` where there is no content to speak of, and errors of the pipeline's or a
 * layout's author
 */
export async function readDocument(path: string, pipeline: Pipeline, recall: Recall = () => null): Promise<Extraction> {
  let state: DocumentState;
  try {
    state = await startDocument(path, pipeline);
  } catch (error) {
    return unread(problemOf(error), await identify(path, error));
  }
  return recall(state.document) ?? finishDocument(state, pipeline);
}

/**
 * The record of a document on its way. All of the work is here, and what comes in and goes out is plain data: this is
 * what another process can do, while the one that began keeps the database.
 * @throws ExtractionError as `readDocument`
 */
export async function finishDocument(state: DocumentState, pipeline: Pipeline): Promise<Extraction> {
  try {
    const { stage, output } = await runUntil(state, 'check', pipeline);
    if (stage === 'check') return output;
    throw new Error(`The pipeline ended at the stage "${stage}"`);
  } catch (error) {
    return unread(problemOf(error), state.document);
  }
}

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

/**
 * The problem that an error of one document is.
 * @throws the error itself where it is about something else than the document
 */
function problemOf(error: unknown): Problem {
  if (!(error instanceof ExtractionError) || error.details.exitCode !== exitCodes.nothingRead) throw error;
  const { code, hint, stage = 'intake', page } = error.details;
  return { code, message: error.message, hint, stage, ...(page === undefined ? {} : { page }) };
}

/** A record that says nothing but why there is none. */
function unread(problem: Problem, document: DocumentState['document']): Extraction {
  return { document: { ...document, pageCount: 0 }, forms: [], problems: [problem] };
}

/** What a file that the first stage refused is called by: its content's hash, and no known type. */
async function identify(path: string, refusal: unknown): Promise<DocumentState['document']> {
  if (refusal instanceof ExtractionError && refusal.details.code === 'file-unreadable') throw refusal;
  const hash = createHash('sha256');
  try {
    await pipe(createReadStream(path), hash);
  } catch {
    throw refusal;
  }
  return { sha256: hash.digest('hex'), path, mediaType: 'application/octet-stream' };
}
