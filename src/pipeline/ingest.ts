import type { Problem } from '../model/problem.ts';
import { loadStage } from '../stages/load.ts';
import type { ArchiveDatabase } from '../store/archive-database.ts';
import { openDatabase } from '../store/database.ts';
import type { ExtractionOrigin, SavedExtraction } from '../store/save-extraction.ts';
import { findStored } from '../store/stored-extraction.ts';
import { atArchivePath } from './archive-path.ts';
import { findFiles, type FoundFiles } from './find-files.ts';
import { inBatches } from './in-batches.ts';
import { originOf } from './origin.ts';
import { loadOptionsOf, loadPipeline, type Pipeline, type PipelineChoice } from './pipeline.ts';
import { readDocument, readDocuments, type ReadFile, type Recall } from './read-documents.ts';
import { addToTally, type DocumentOutcome, emptyTally, outcomeOf, type Tally } from './tally.ts';

export interface IngestOptions extends PipelineChoice {
  /** The archive's file; made where there is none. */
  readonly database: string;
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
  /** Documents done so far, with this one. */
  readonly done: number;
  /** Documents to read in all. */
  readonly total: number;
  /** All documents so far, with this one. */
  readonly tally: Tally;
  readonly elapsedMs: number;
}

export interface IngestResult extends Tally {
  readonly done: number;
  /** Documents that were found; more than were done where the run was ended early. */
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
 * 1. find the files; 2. read them, up to the record; 3. load the records in the order of their paths, many a
 * transaction.
 * @throws ExtractionError `path-missing`, `no-documents`, `pipeline-…`, `layout-…`, `database-…`
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<IngestResult> {
  const startedAt = performance.now();
  const elapsedMs = (): number => Math.round(performance.now() - startedAt);
  const pipeline = await loadPipeline(options);
  const found = await findFiles(paths);
  const total = found.documents.length + found.unreadable.length;
  const met = new Set<string>();
  let tally = emptyTally;
  let done = 0;
  for await (const { path, outcome: saved, extraction, problems } of readAndLoad(found, pipeline, options)) {
    const hash = extraction?.document.sha256 ?? null;
    const outcome = hash !== null && met.has(hash) ? 'copy' : saved;
    if (hash !== null) met.add(hash);
    tally = addToTally(tally, outcome, extraction);
    done += 1;
    await options.onProgress?.({ path, outcome, problems, done, total, tally, elapsedMs: elapsedMs() });
  }
  return { ...tally, done, total, skipped: found.skipped, isInterrupted: done < total, elapsedMs: elapsedMs() };
}

/** One file of many, done: what the archive now says of it, and what that changed. */
interface LoadedFile extends ReadFile {
  readonly outcome: DocumentOutcome;
}

async function* readAndLoad(
  { documents, unreadable }: FoundFiles,
  pipeline: Pipeline,
  { database: file, again = false, signal }: IngestOptions,
): AsyncGenerator<LoadedFile, void> {
  const loadOptions = loadOptionsOf(pipeline);
  const origin = await originOf(pipeline);
  const database = openDatabase(file);
  const recall = again ? undefined : recallFrom(database, origin);
  try {
    yield* unreadable.map(({ path, problem }) => loadedFile({ path, extraction: null, problems: [problem] }));
    const files = readDocuments(documents, (path) => readDocument(path, pipeline, recall), signal);
    for await (const batch of inBatches(files, batchLimits)) {
      const records = batch.flatMap(({ extraction }) => extraction ?? []);
      const extractions = records.map((record) => atArchivePath(record, file));
      const saved = loadStage.run({ extractions, database, origin }, loadOptions);
      const savedAt = new Map(records.map(({ document }, index) => [document.path, saved[index]]));
      yield* batch.map((read) => loadedFile(read, savedAt.get(read.path)));
    }
  } finally {
    database.close();
  }
}

function loadedFile(file: ReadFile, saved?: SavedExtraction): LoadedFile {
  if (saved === undefined) return { ...file, outcome: 'failed' };
  const { extraction, outcome } = saved;
  return { path: file.path, extraction, problems: extraction.problems, outcome: outcomeOf(extraction, outcome) };
}

/** Finds the record that the archive has of a content, where reading it again with `origin` would give the same. */
function recallFrom(database: ArchiveDatabase, origin: ExtractionOrigin): Recall {
  return (document) => {
    const stored = findStored(database, { sha256: document.sha256 });
    if (stored?.origin.pipelineHash !== origin.pipelineHash) return null;
    return { ...stored.extraction, document: { ...stored.extraction.document, ...document } };
  };
}
