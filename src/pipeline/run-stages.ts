import type { DocumentIdentity, Extraction } from '../model/record.ts';
import type { ReadDocument } from '../model/page.ts';
import type { TableDocument } from '../model/table.ts';
import { type AlignedDocument, alignStage } from '../stages/align.ts';
import { checkStage } from '../stages/check.ts';
import { type Intake, intakeStage } from '../stages/intake.ts';
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
  readonly check: Extraction;
}

/** Stages whose output can be asked for by itself. */
export type RecordStage = keyof StageOutputs;
export const recordStages = ['intake', 'read', 'tables', 'segment', 'align', 'check'] as const satisfies RecordStage[];

/** A document on its way: which it is, and the output of the last stage it went through. */
export type DocumentState = {
  readonly [Name in RecordStage]: {
    readonly stage: Name;
    readonly document: Omit<DocumentIdentity, 'pageCount'>;
    readonly output: StageOutputs[Name];
  };
}[RecordStage];

/** Takes a file through the first stage. */
export async function startDocument(path: string, pipeline: Pipeline): Promise<DocumentState> {
  const output = await intakeStage.run(path, pipeline.stages[0].options);
  const { sha256, mediaType } = output;
  return { stage: 'intake', document: { sha256, path, mediaType }, output };
}

/** Takes a document through the stages behind the one it has, up to and with `until`. */
export async function runUntil(state: DocumentState, until: RecordStage, pipeline: Pipeline): Promise<DocumentState> {
  let current = state;
  while (recordStages.indexOf(current.stage) < recordStages.indexOf(until)) {
    current = await nextStage(current, pipeline);
  }
  return current;
}

async function nextStage(state: DocumentState, { stages }: Pipeline): Promise<DocumentState> {
  const { document } = state;
  switch (state.stage) {
    case 'intake':
      return { stage: 'read', document, output: await readStage.run(state.output, stages[1].options) };
    case 'read':
      return { stage: 'tables', document, output: await tablesStage.run(state.output, stages[2].options) };
    case 'tables':
      return { stage: 'segment', document, output: await segmentStage.run(state.output, stages[3].options) };
    case 'segment':
      return { stage: 'align', document, output: await alignStage.run(state.output, stages[4].options) };
    case 'align': {
      const input = { document, aligned: state.output };
      return { stage: 'check', document, output: await checkStage.run(input, stages[5].options) };
    }
    case 'check':
      return state;
  }
}
