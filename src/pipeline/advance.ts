import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { Pipeline } from './pipeline.ts';
import { type DocumentState, type RecordStage, recordStages, runUntil, startDocument } from './run-stages.ts';

/**
 * Takes a file through the first stage.
 * @throws ExtractionError that names the stage and the document, also for what no stage foresaw
 */
export async function openFile(path: string, pipeline: Pipeline): Promise<DocumentState> {
  try {
    return await startDocument(path, pipeline);
  } catch (cause) {
    throw inStage(cause, 'intake', path);
  }
}

/** Takes a document through the stages behind the one it has, up to and with `until`. @throws as `openFile` */
export async function advance(state: DocumentState, until: RecordStage, pipeline: Pipeline): Promise<DocumentState> {
  let current = state;
  for (const stage of recordStages.slice(0, recordStages.indexOf(until) + 1)) {
    try {
      current = await runUntil(current, stage, pipeline);
    } catch (cause) {
      throw inStage(cause, stage, state.document.path);
    }
  }
  return current;
}

function inStage(cause: unknown, stage: RecordStage, document: string): ExtractionError {
  if (cause instanceof ExtractionError) {
    return new ExtractionError(cause.message, { stage, document, ...cause.details });
  }
  return new ExtractionError(`The stage "${stage}" failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
    code: 'stage-failed',
    exitCode: exitCodes.nothingRead,
    stage,
    document,
    hint: 'This is a fault of the program; please report it with the file',
    cause,
  });
}
