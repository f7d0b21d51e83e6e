import { availableParallelism } from 'node:os';
import type { Problem } from '../model/problem.ts';
import { openDatabase } from '../store/database.ts';
import type { Recall } from './extract-file.ts';
import { findFiles } from './find-files.ts';
import { inBatches } from './in-batches.ts';
import { inOrder } from './in-order.ts';
import { originOf } from './origin.ts';
import { loadPipeline } from './pipeline.ts';
import { readFile } from './read-file.ts';
import { recallFrom } from './recall.ts';
import { type SavedFile, saveBatch } from './save-batch.ts';
import { addToTally, type DocumentOutcome, documentsIn, emptyTally, type Tally } from './tally.ts';

export interface IngestOptions {
  /** The archive's file; made where there is none. */
  readonly database: string;
  /** The name of a file in `pipelines/`, or the path of one; `default` where nothing is said. */
  readonly pipeline?: string;
  /** How many documents are worked on at a time; the number of processors where nothing is said. */
  readonly concurrency?: number;
  /** Reads also the documents that the archive has from this pipeline, these layouts and this version. */
  readonly again?: boolean;
  /** Ends the run early: what was read is saved, and the next run goes on from there. */
  readonly signal?: AbortSignal;
  /** Called for each document once it is saved, in the order of paths; awaited. */
  readonly onProgress?: (progress: IngestProgress) => Promise<void> | void;
}

/** One document is done. */
export interface IngestProgress {
  /** The path as it was given or found. */
  readonly path: string;
  readonly outcome: DocumentOutcome;
  readonly problems: readonly Problem[];
  /** Documents to read in all. */
  readonly total: number;
  /** All documents so far, with this one. */
  readonly tally: Tally;
  readonly elapsedMs: number;
}

export interface IngestResult extends Tally {
  /** Documents that were found; more than were read where the run was ended early. */
  readonly total: number;
  /** Files below the paths that are no documents. */
  readonly skipped: readonly string[];
  readonly isInterrupted: boolean;
  readonly elapsedMs: number;
}

/** So many documents a transaction, or as many as come in a second: what a crash may cost. */
const batchLimits = { size: 200, ageMs: 1000 };

/**
 * Reads all documents at `paths` (files, folders, globs) and makes the archive say what they say. A document that
 * cannot be read is a record with a problem and stops no other; what the archive already has from the same pipeline,
 * layouts and version is not read again, so that a run that was stopped goes on where it was.
 *
 * 1. find the files; 2. read several at a time; 3. save them in the order of their paths, many a transaction.
 * @throws ExtractionError `path-missing`, `no-documents`, `pipeline-…`, `layout-…`, `database-…`
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<IngestResult> {
  const startedAt = performance.now();
  const elapsedMs = (): number => Math.round(performance.now() - startedAt);
  const { documents, skipped } = await findFiles(paths);
  const total = documents.length;
  const met = new Set<string>();
  let tally = emptyTally;
  for await (const { path, outcome: saved, extraction, problems } of readAndSave(documents, options)) {
    const hash = extraction?.document.sha256 ?? null;
    const outcome = hash !== null && met.has(hash) ? 'copy' : saved;
    if (hash !== null) met.add(hash);
    tally = addToTally(tally, outcome, extraction);
    await options.onProgress?.({ path, outcome, problems, total, tally, elapsedMs: elapsedMs() });
  }
  return { ...tally, total, skipped, isInterrupted: documentsIn(tally) < total, elapsedMs: elapsedMs() };
}

async function* readAndSave(documents: readonly string[], options: IngestOptions): AsyncGenerator<SavedFile, void> {
  const pipeline = await loadPipeline(options.pipeline ?? 'default');
  const origin = await originOf(pipeline);
  const database = openDatabase(options.database);
  try {
    const recall: Recall = options.again === true ? () => null : recallFrom(database, origin);
    const files = inOrder(documents, {
      work: (path) => readFile(path, pipeline, recall),
      concurrency: options.concurrency ?? availableParallelism(),
      signal: options.signal,
    });
    for await (const batch of inBatches(files, batchLimits)) yield* saveBatch(batch, database, origin);
  } finally {
    database.close();
  }
}
