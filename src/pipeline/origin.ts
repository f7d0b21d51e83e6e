import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadLayouts } from '../forms/load-layouts.ts';
import { canonicalJson } from '../store/canonical-json.ts';
import type { ExtractionOrigin } from '../store/save-extraction.ts';
import type { Pipeline } from './pipeline.ts';

const packageSchema = z.looseObject({ version: z.string() });

/** The version of the program, from its package.json. */
export async function programVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

/**
 * Where the records come from that this program makes now with `pipeline`.
 * @throws ExtractionError `layout-missing` or `layout-invalid`
 */
export async function originOf(pipeline: Pipeline): Promise<ExtractionOrigin> {
  const version = await programVersion();
  const layouts = await loadLayouts(pipeline.stages[3].options.layouts);
  return {
    extractedAt: new Date(),
    programVersion: version,
    pipeline: pipeline.name,
    pipelineHash: sha256(canonicalJson({ version, stages: pipeline.stages, layouts })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
