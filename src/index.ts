/**
 * The library: what the commands do, for other programs.
 *
 *     import { extract, ingest, openArchive } from 'ziping';
 *
 *     const { forms, problems } = await extract('report.pdf');
 *     await ingest(['archive/'], { database: 'ziping.db' });
 *     const { rows } = await openArchive('ziping.db').query('totals-not-adding-up');
 *
 * What cannot go on is thrown as an `ExtractionError`; what is wrong with a document or a form is data.
 */
export { type ExtractOptions, extract, type SaveResult } from './pipeline/extract.ts';
export { type DrawOptions, drawPages } from './pipeline/draw-pages.ts';
export { type IngestOptions, type IngestProgress, type IngestResult, ingest } from './pipeline/ingest.ts';
export { type Archive, openArchive, type OverviewLine, type QueryOptions } from './pipeline/archive.ts';

export { type OcrChoice, ocrChoices } from './ocr/engines.ts';
export type { PipelineChoice } from './pipeline/pipeline.ts';
export { programVersion } from './pipeline/origin.ts';
export { type RecordStage, recordStages } from './pipeline/run-stages.ts';
export type { DocumentOutcome, Tally } from './pipeline/tally.ts';
export type { Drawing } from './draw/draw-document.ts';
export type { RecordChange } from './pipeline/record-changes.ts';
export type { SavedState } from './pipeline/saved-state.ts';

export { type RowFormat, rowFormats } from './store/format-rows.ts';
export { terminalWidth } from './text/terminal-width.ts';
export type { NamedQuery, QueryColumn, QueryParameter } from './store/queries/named-query.ts';
export type { QueryResult } from './store/query.ts';
export type { QueryValue, RowSet } from './store/query-messages.ts';
export type { SaveOutcome } from './store/save-extraction.ts';

export { ExtractionError, type ExtractionErrorDetails, exitCodes } from './model/extraction-error.ts';
export type { Problem } from './model/problem.ts';
export {
  type DocumentIdentity,
  type Evidence,
  type Extraction,
  extractionSchema,
  type Finding,
  type FormRecord,
  type Fund,
  type FundSource,
  type Goal,
  type Indicator,
  type Repair,
  type Severity,
} from './model/record.ts';
