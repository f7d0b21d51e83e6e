import { readFile } from 'node:fs/promises';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { Extraction } from '../model/record.ts';
import { advance, openFile } from './advance.ts';
import { extractFile, finishDocument } from './extract-file.ts';
import { loadPipeline, type Pipeline } from './pipeline.ts';
import { type DocumentState, type RecordStage, recordStages } from './run-stages.ts';
import { openSavedState, type SavedState, toSavedState } from './saved-state.ts';

export interface ExtractOptions {
  /** The name of a file in `pipelines/`, or the path of one; `default` where nothing is said. */
  readonly pipeline?: string;
  /** `path` is a file with what `until` gave for this stage (as JSON), and the document goes on from there. */
  readonly from?: RecordStage;
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
export async function extract(
  path: string,
  { until, from, pipeline: name = 'default' }: ExtractOptions & { until?: RecordStage } = {},
): Promise<Extraction | SavedState> {
  if (from !== undefined && until !== undefined) checkOrder(from, until);
  const pipeline = await loadPipeline(name);
  if (until !== undefined) {
    const state = from === undefined ? await openFile(path, pipeline) : await openSaved(path, from, pipeline);
    return toSavedState(await advance(state, until, pipeline));
  }
  if (from === undefined) return extractFile(path, pipeline);
  return finishDocument(await openSaved(path, from, pipeline), pipeline);
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
    throw new ExtractionError(`The saved stage ${file} cannot be read`, {
      code: 'file-unreadable',
      exitCode: exitCodes.nothingRead,
      hint: `Save one with: ziping extract FILE --until ${stage} > ${file}`,
      cause,
    });
  }
  return openSavedState(text, { file, stage, pipeline });
}
