import type { Drawing } from '../draw/draw-document.ts';
import { ExtractionError, exitCodes, reasonOf } from '../model/extraction-error.ts';
import { loadPipeline, type PipelineChoice } from './pipeline.ts';
import { type DocumentState, type RecordStage, runUntil, startDocument } from './run-stages.ts';

export interface DrawOptions extends PipelineChoice {
  /** `read` draws text items and rulings alone; any later stage draws the cells of the tables too. */
  readonly until?: RecordStage | undefined;
  /** Pixels an inch; 150 where nothing is said, which shows an A4 page at 1240 by 1754. */
  readonly dpi?: number;
}

/**
 * Draws each page of one file as PNG into `directory`, with what was found on it: text boxes, rulings and cells.
 * What cannot be drawn is a problem of the result.
 * @throws ExtractionError where the document cannot be read, `drawing-unwritable`, `pipeline-…`
 */
export async function drawPages(path: string, directory: string, options: DrawOptions = {}): Promise<Drawing> {
  const { until = 'tables', dpi = 150, ...choice } = options;
  const pipeline = await loadPipeline(choice);
  const opened = await startDocument(path, pipeline);
  const read = await runUntil(opened, 'read', pipeline);
  if (opened.stage !== 'intake' || read.stage !== 'read') throw new Error('The pipeline skipped a stage');
  const { bytes, mediaType } = opened.output;
  const drawsCells = until !== 'intake' && until !== 'read';
  const tables = drawsCells ? tablesOf(await runUntil(read, 'tables', pipeline)) : null;
  // Loaded only where pages are drawn: PDFium and the image library are most of what a start would cost.
  const { drawDocument } = await import('../draw/draw-document.ts');
  try {
    return await drawDocument({ bytes, mediaType, read: read.output, tables, directory, dpi });
  } catch (cause) {
    throw unwritable(directory, cause);
  }
}

function tablesOf(state: DocumentState): Extract<DocumentState, { stage: 'tables' }>['output'] | null {
  return state.stage === 'tables' ? state.output : null;
}

function unwritable(directory: string, cause: unknown): ExtractionError {
  return new ExtractionError(`The pages cannot be drawn into ${directory}: ${reasonOf(cause)}`, {
    code: 'drawing-unwritable',
    exitCode: exitCodes.usage,
    stage: 'draw',
    hint: 'Name a folder that this user may write in',
    cause,
  });
}
