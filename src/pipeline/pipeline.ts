import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Layout } from '../forms/layout.ts';
import { loadLayouts } from '../forms/load-layouts.ts';
import { ExtractionError, exitCodes, reasonOf } from '../model/extraction-error.ts';
import type { OcrChoice } from '../ocr/engines.ts';
import { alignStage } from '../stages/align.ts';
import { checkStage } from '../stages/check.ts';
import { findLayout } from '../stages/find-layout.ts';
import { intakeStage } from '../stages/intake.ts';
import { loadStage } from '../stages/load.ts';
import { readStage } from '../stages/read.ts';
import { repairStage } from '../stages/repair.ts';
import { segmentStage } from '../stages/segment.ts';
import { type StageName, stageNames } from '../stages/stage.ts';
import { tablesStage } from '../stages/tables.ts';
import { parseConfig } from '../text/parse-config.ts';

const order = `expected the stages ${stageNames.join(', ')}, in this order; load may be left out`;

/** One entry of a pipeline file: a stage by its name, with the options that it takes; unset ones get their defaults. */
function entryOf<const Name extends StageName, Options extends z.ZodType>(stage: { name: Name; options: Options }) {
  return z.strictObject({ stage: z.literal(stage.name, order), options: stage.options }).readonly();
}

/** A pipeline file: the stages in the order in which a document goes through them, with their options. */
export const pipelineSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().regex(/^[a-z][a-z0-9-]*$/),
    description: z.string().min(1),
    layoutFolder: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe('A folder of further layouts, from the folder of this file; null for none'),
    stages: z
      .tuple(
        [
          entryOf(intakeStage),
          entryOf(readStage),
          entryOf(tablesStage),
          entryOf(segmentStage),
          entryOf(alignStage),
          entryOf(repairStage),
          entryOf(checkStage),
          entryOf(loadStage).optional(),
        ],
        order,
      )
      .readonly()
      .describe('All stages in their order; without the last one, load, nothing is saved in a database'),
  })
  .readonly();

function optionsOf([intake, read, tables, segment, align, repair, check, load]: z.output<
  typeof pipelineSchema
>['stages']) {
  return {
    intake: intake.options,
    read: read.options,
    tables: tables.options,
    segment: segment.options,
    align: align.options,
    repair: repair.options,
    check: check.options,
    /** `null` where the pipeline ends with the record. */
    load: load?.options ?? null,
  } as const;
}

/** What a document's way takes: each stage's options, and the layouts. Plain data, which may go to another process. */
export interface Pipeline {
  readonly name: string;
  readonly options: ReturnType<typeof optionsOf>;
  readonly layouts: readonly Layout[];
}

/** Which pipeline a command runs. */
export interface PipelineChoice {
  /** The name of a file in `pipelines/`, or the path of one; `default` where nothing is said. */
  readonly pipeline?: string | undefined;
  /** A folder of layouts besides the program's own, in place of the one that the pipeline names. */
  readonly layouts?: string | undefined;
  /** The engine that reads scanned pages, in place of the pipeline's. */
  readonly ocr?: OcrChoice | undefined;
  /** Threads that one page is recognised with, in place of the pipeline's. */
  readonly ocrThreads?: number | undefined;
}

const pipelineFolder = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/**
 * A pipeline as its file has it, with its layouts.
 *
 * @throws ExtractionError `pipeline-missing`, `pipeline-invalid` with file, path and what was expected, or `layout-…`
 */
export async function loadPipeline({
  pipeline = 'default',
  layouts,
  ocr,
  ocrThreads,
}: PipelineChoice = {}): Promise<Pipeline> {
  const isName = /^[a-z][a-z0-9-]*$/.test(pipeline);
  const file = isName ? path.join(pipelineFolder, `${pipeline}.json`) : pipeline;
  const { name, layoutFolder, stages } = parseConfig(await readPipeline(file), {
    schema: pipelineSchema,
    file,
    what: 'pipeline',
  });
  const options = optionsOf(stages);
  const named = layoutFolder === null ? null : path.resolve(path.dirname(file), layoutFolder);
  const found = await loadLayouts(layouts ?? named);
  for (const id of options.segment.layouts ?? []) findLayout(found, id);
  const { read } = options;
  const chosen = { ...read, ocr: ocr ?? read.ocr, ocrThreads: ocrThreads ?? read.ocrThreads };
  return { name, options: { ...options, read: chosen }, layouts: found };
}

/**
 * The options of a pipeline's stage `load`.
 *
 * @throws ExtractionError `pipeline-without-load` where it ends with the record
 */
export function loadOptionsOf({ name, options }: Pipeline): NonNullable<Pipeline['options']['load']> {
  if (options.load !== null) return options.load;
  throw new ExtractionError(`The pipeline "${name}" has no stage "load": it saves nothing in a database`, {
    code: 'pipeline-without-load',
    exitCode: exitCodes.usage,
    hint: 'Add { "stage": "load", "options": {} } behind its other stages, or print records with: ziping extract FILE',
  });
}

async function readPipeline(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ExtractionError(`The pipeline ${file} cannot be read: ${reasonOf(cause)}`, {
      code: 'pipeline-missing',
      exitCode: exitCodes.usage,
      hint: 'Give the name of a file in pipelines/ without .json (default), or the path of a file',
      cause,
    });
  }
}
