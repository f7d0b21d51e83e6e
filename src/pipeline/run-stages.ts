import { ExtractionError, exitCodes, reasonOf } from '../model/extraction-error.ts';
import type { ReadDocument } from '../model/page.ts';
import type { DocumentIdentity, Extraction } from '../model/record.ts';
import type { TableDocument } from '../model/table.ts';
import { type AlignedDocument, alignStage } from '../stages/align.ts';
import { checkStage } from '../stages/check.ts';
import { type Intake, intakeStage } from '../stages/intake.ts';
import { type RepairedDocument, repairStage } from '../stages/repair.ts';
import { readStage } from '../stages/read.ts';
import { type SegmentedDocument, segmentStage } from '../stages/segment.ts';
import { tablesStage } from '../stages/tables.ts';
import type { Pipeline } from './pipeline.ts';

/** What each stage up to the record made of a document; a stage's entry is its output. */
export interface StageOutputs {
  readonly intake: Intake;
  readonly read: ReadDocument;
  readonly tables: TableDocument;
  readonly segment: SegmentedDocument;
  readonly align: AlignedDocument;
  readonly repair: RepairedDocument;
  readonly check: Extraction;
}

/** Stages of one document by itself, whose output can be asked for; load, behind them, takes many at a time. */
export type RecordStage = keyof StageOutputs;
export const recordStages = [
  'intake',
  'read',
  'tables',
  'segment',
  'align',
  'repair',
  'check',
] as const satisfies RecordStage[];

/** A document on its way: which it is, and the output of the last stage it went through. Plain data. */
export type DocumentState = {
  readonly [Name in RecordStage]: {
    readonly stage: Name;
    readonly document: Omit<DocumentIdentity, 'pageCount'>;
    readonly output: StageOutputs[Name];
  };
}[RecordStage];

/**
 * Takes a file through the first stage.
 * @throws ExtractionError that names the stage and the document, also for what no stage foresaw
 */
export async function startDocument(path: string, { options }: Pipeline): Promise<DocumentState> {
  try {
    const output = await intakeStage.run(path, options.intake);
    const { sha256, mediaType } = output;
    return { stage: 'intake', document: { sha256, path, mediaType }, output };
  } catch (cause) {
    throw inStage(cause, 'intake', path);
  }
}

/** Takes a document through the stages behind the one it has, up to and with `until`. @throws as `startDocument` */
export async function runUntil(state: DocumentState, until: RecordStage, pipeline: Pipeline): Promise<DocumentState> {
  let current = state;
  for (const stage of recordStages.slice(recordStages.indexOf(state.stage) + 1, recordStages.indexOf(until) + 1)) {
    try {
      current = await nextStage(current, pipeline);
    } catch (cause) {
      throw inStage(cause, stage, state.document.path);
    }
  }
  return current;
}

async function nextStage(state: DocumentState, { options, layouts }: Pipeline): Promise<DocumentState> {
  const { document } = state;
  switch (state.stage) {
    case 'intake':
      return { stage: 'read', document, output: await readStage.run(state.output, options.read) };
    case 'read':
      return { stage: 'tables', document, output: tablesStage.run(state.output, options.tables) };
    case 'tables': {
      const input = { tables: state.output, layouts };
      return { stage: 'segment', document, output: segmentStage.run(input, options.segment) };
    }
    case 'segment': {
      const input = { segmented: state.output, layouts };
      return { stage: 'align', document, output: alignStage.run(input, options.align) };
    }
    case 'align': {
      const input = { aligned: state.output, layouts };
      return { stage: 'repair', document, output: repairStage.run(input, options.repair) };
    }
    case 'repair': {
      const input = { document, repaired: state.output, layouts };
      return { stage: 'check', document, output: checkStage.run(input, options.check) };
    }
    case 'check':
      return state;
  }
}

function inStage(cause: unknown, stage: RecordStage, document: string): ExtractionError {
  if (cause instanceof ExtractionError) {
    return new ExtractionError(cause.message, { stage, document, ...cause.details });
  }
  return new ExtractionError(`The stage "${stage}" failed: ${reasonOf(cause)}`, {
    code: 'stage-failed',
    exitCode: exitCodes.nothingRead,
    stage,
    document,
    hint: 'This is a fault of the program; please report it with the file',
    cause,
  });
}
