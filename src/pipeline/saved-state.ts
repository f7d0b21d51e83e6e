import { z } from 'zod';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { ReadDocument } from '../model/page.ts';
import { problemSchema } from '../model/problem.ts';
import { documentSchema, extractionSchema, formSchema } from '../model/record.ts';
import type { TableDocument } from '../model/table.ts';
import type { SegmentedDocument } from '../stages/segment.ts';
import type { Pipeline } from './pipeline.ts';
import { type DocumentState, type RecordStage, startDocument } from './run-stages.ts';

/** Outputs that only the program itself writes are looked at from outside: that their lists are there. */
function withLists<Output>(...lists: readonly string[]): z.ZodType<Output> {
  const outside = z.looseObject(Object.fromEntries(lists.map((name) => [name, z.array(z.unknown())])));
  return z.custom<Output>((value) => outside.safeParse(value).success, `expected the lists ${lists.join(' and ')}`);
}

const fileSchema = documentSchema.unwrap().omit({ pageCount: true }).readonly();
const repairedSchema = z.strictObject({
  pageCount: z.int().nonnegative(),
  forms: z.array(formSchema).readonly(),
  absentFields: z.array(z.array(z.string()).readonly()).readonly(),
  problems: z.array(problemSchema).readonly(),
});
const otherNumber = z.strictObject({ text: z.string(), confidence: z.number(), value: z.number() }).readonly();
const alignedSchema = repairedSchema.extend({
  others: z.array(z.record(z.string(), z.array(otherNumber).readonly()).readonly()).readonly(),
});

function savedAs<const Name extends RecordStage, Output extends z.ZodType>(stage: Name, output: Output) {
  return z.strictObject({ stage: z.literal(stage), document: fileSchema, output }).readonly();
}

/** A document on its way as plain data; of the file itself, only the size. */
const savedStateSchema = z.discriminatedUnion('stage', [
  savedAs('intake', z.strictObject({ byteCount: z.int().nonnegative() }).readonly()),
  savedAs('read', withLists<ReadDocument>('pages', 'problems')),
  savedAs('tables', withLists<TableDocument>('blocks', 'problems')),
  savedAs('segment', withLists<SegmentedDocument>('forms', 'problems')),
  savedAs('align', alignedSchema.readonly()),
  savedAs('repair', repairedSchema.readonly()),
  savedAs('check', extractionSchema),
]);

/** What a stage made of a document, with which document it is: what `--until` prints and `--from` reads. */
export type SavedState = z.output<typeof savedStateSchema>;

/** A document on its way as plain data, to be saved and looked at. */
export function toSavedState(state: DocumentState): SavedState {
  if (state.stage !== 'intake') return state;
  return { ...state, output: { byteCount: state.output.bytes.length } };
}

/**
 * Takes up a document where a saved state left it; from the stage `intake`, its file is read again.
 * @throws ExtractionError `saved-stage-invalid` for what is no saved state of `stage`, `saved-stage-outdated` where
 * the file has changed since
 */
export async function openSavedState(
  text: string,
  { file, stage, pipeline }: { readonly file: string; readonly stage: RecordStage; readonly pipeline: Pipeline },
): Promise<DocumentState> {
  const saved = parseState(text, file);
  if (saved.stage !== stage) throw otherStage(file, stage, saved.stage);
  if (saved.stage !== 'intake') return saved;
  const state = await startDocument(saved.document.path, pipeline);
  if (state.document.sha256 === saved.document.sha256) return state;
  throw new ExtractionError(`${saved.document.path} has changed since ${file} was saved`, {
    code: 'saved-stage-outdated',
    exitCode: exitCodes.usage,
    document: saved.document.path,
    hint: 'Extract the file itself again',
  });
}

function parseState(text: string, file: string): SavedState {
  try {
    const parsed = savedStateSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    throw parsed.error;
  } catch (cause) {
    const found = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is no JSON';
    throw new ExtractionError(`${file} is not the saved output of a stage: ${found}`, {
      code: 'saved-stage-invalid',
      exitCode: exitCodes.usage,
      hint: 'Expected what --until prints: { "stage", "document", "output" }; save it again from the document',
      cause,
    });
  }
}

function otherStage(file: string, expected: RecordStage, found: RecordStage): ExtractionError {
  return new ExtractionError(`${file} holds the output of the stage "${found}", not of "${expected}"`, {
    code: 'saved-stage-invalid',
    exitCode: exitCodes.usage,
    hint: `Go on with --from ${found}, or save the stage with --until ${expected}`,
  });
}
