import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { alignStage } from '../stages/align.ts';
import { checkStage } from '../stages/check.ts';
import { intakeStage } from '../stages/intake.ts';
import { loadStage } from '../stages/load.ts';
import { readStage } from '../stages/read.ts';
import { segmentStage } from '../stages/segment.ts';
import type { StageName } from '../stages/stage.ts';
import { tablesStage } from '../stages/tables.ts';
import { parseConfig } from '../text/parse-config.ts';

/** One entry of a pipeline file: a stage by its name, with the options that it takes. */
function entryOf<const Name extends StageName, Options extends z.ZodType>(stage: { name: Name; options: Options }) {
  return z.strictObject({ stage: z.literal(stage.name), options: stage.options }).readonly();
}

/** A pipeline as data: all stages in the order in which a document goes through them, with their options. */
export const pipelineSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().regex(/^[a-z][a-z0-9-]*$/),
    description: z.string().min(1),
    stages: z
      .tuple([
        entryOf(intakeStage),
        entryOf(readStage),
        entryOf(tablesStage),
        entryOf(segmentStage),
        entryOf(alignStage),
        entryOf(checkStage),
        entryOf(loadStage),
      ])
      .readonly(),
  })
  .readonly();

export type Pipeline = z.output<typeof pipelineSchema>;

const pipelineFolder = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/**
 * A pipeline by the name of its file in `pipelines/`, or by a path to a file.
 *
 * @throws ExtractionError `pipeline-missing`, or `pipeline-invalid` with file, path and what was expected.
 */
export async function loadPipeline(nameOrFile: string): Promise<Pipeline> {
  const isName = /^[a-z][a-z0-9-]*$/.test(nameOrFile);
  const file = isName ? path.join(pipelineFolder, `${nameOrFile}.json`) : nameOrFile;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new ExtractionError(`There is no pipeline ${file}`, {
      code: 'pipeline-missing',
      exitCode: exitCodes.usage,
      hint: 'Give the name of a file in pipelines/ without .json, or the path of a file',
      cause,
    });
  }
  return parseConfig(text, { schema: pipelineSchema, file, what: 'pipeline' });
}
