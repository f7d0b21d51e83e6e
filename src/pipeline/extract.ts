import { readFile } from 'node:fs/promises';
import { ExtractionError, exitCodes, reasonOf } from '../model/extraction-error.ts';
import type { Extraction } from '../model/record.ts';
import { loadStage } from '../stages/load.ts';
import { openDatabase } from '../store/database.ts';
import type { SaveOutcome } from '../store/save-extraction.ts';
import { findStored } from '../store/stored-extraction.ts';
import { atArchivePath } from './archive-path.ts';
import { originOf } from './origin.ts';
import { loadOptionsOf, loadPipeline, type Pipeline, type PipelineChoice } from './pipeline.ts';
import { finishDocument, readDocument } from './read-documents.ts';
import { type RecordChange, recordChanges } from './record-changes.ts';
import { type DocumentState, type RecordStage, recordStages, runUntil, startDocument } from './run-stages.ts';
import { openSavedState, type SavedState, toSavedState } from './saved-state.ts';

export interface ExtractOptions extends PipelineChoice {
  /** `path` is a file with what `until` gave for this stage (as JSON), and the document goes on from there. */
  readonly from?: RecordStage | undefined;
}

/** A record, and what saving it did. */
export interface SaveResult {
  /** As the database has it now, but for the path, which is as it was given. */
  readonly extraction: Extraction;
  readonly outcome: SaveOutcome;
  /** Value by value, what the database said of the document before and says now. */
  readonly changes: readonly RecordChange[];
}

/**
 * The record of one file. A document that cannot be opened gives a record without forms and with the problem that
 * says why.
 * @throws ExtractionError `file-unreadable`, `pipeline-…`, `layout-…`, `saved-stage-…`, `stages-reversed`
 */
export async function extract(path: string, options?: ExtractOptions): Promise<Extraction>;
/**
 * What the stage `until` makes of one file, as plain data.
 * @throws ExtractionError as above, and where the document cannot be taken so far
 */
export async function extract(path: string, options: ExtractOptions & { until: RecordStage }): Promise<SavedState>;
/**
 * The record of one file, which replaces what the database file `database` has of it; made where there is none.
 * @throws ExtractionError as above, `pipeline-without-load`, `database-…`
 */
export async function extract(path: string, options: ExtractOptions & { database: string }): Promise<SaveResult>;
export async function extract(
  path: string,
  { until, database, from, ...choice }: ExtractOptions & { until?: RecordStage; database?: string } = {},
): Promise<Extraction | SavedState | SaveResult> {
  if (from !== undefined && until !== undefined) checkOrder(from, until);
  const pipeline = await loadPipeline(choice);
  if (until !== undefined) {
    const state = from === undefined ? await startDocument(path, pipeline) : await openSaved(path, from, pipeline);
    return toSavedState(await runUntil(state, until, pipeline));
  }
  if (database !== undefined) loadOptionsOf(pipeline);
  const extraction =
    from === undefined
      ? await readDocument(path, pipeline)
      : await finishDocument(await openSaved(path, from, pipeline), pipeline);
  return database === undefined ? extraction : save(extraction, database, pipeline);
}

async function save(extraction: Extraction, file: string, pipeline: Pipeline): Promise<SaveResult> {
  const record = atArchivePath(extraction, file);
  const { path, sha256 } = record.document;
  const origin = await originOf(pipeline);
  const database = openDatabase(file);
  try {
    const before = findStored(database, { path }) ?? findStored(database, { sha256 });
    const [saved] = loadStage.run({ extractions: [record], database, origin }, loadOptionsOf(pipeline));
    if (saved === undefined) throw new Error('The stage "load" gave nothing for a record');
    return {
      extraction: { ...saved.extraction, document: extraction.document },
      outcome: saved.outcome,
      changes: recordChanges(before?.extraction ?? null, saved.extraction),
    };
  } finally {
    database.close();
  }
}

function checkOrder(from: RecordStage, until: RecordStage): void {
  if (recordStages.indexOf(from) <= recordStages.indexOf(until)) return;
  throw new ExtractionError(`The stage "${until}" comes before "${from}"`, {
    code: 'stages-reversed',
    exitCode: exitCodes.usage,
    hint: `A document goes through ${recordStages.join(', ')}: end at "${from}" or later`,
  });
}

async function openSaved(file: string, stage: RecordStage, pipeline: Pipeline): Promise<DocumentState> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new ExtractionError(`The saved stage ${file} cannot be read: ${reasonOf(cause)}`, {
      code: 'file-unreadable',
      exitCode: exitCodes.nothingRead,
      hint: `Save one with: ziping extract FILE --until ${stage} > ${file}`,
      cause,
    });
  }
  return openSavedState(text, { file, stage, pipeline });
}
