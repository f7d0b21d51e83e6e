import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { canonicalJson } from '../store/canonical-json.ts';
import type { ExtractionOrigin } from '../store/save-extraction.ts';
import type { Pipeline } from './pipeline.ts';

const packageSchema = z.looseObject({ version: z.string() });

/** The version of the program, from its package.json. */
export async function programVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

/** Where the records come from that this program makes now with `pipeline`. */
export async function originOf({ name, options, layouts }: Pipeline): Promise<ExtractionOrigin> {
  const version = await programVersion();
  // What a record says does not hang on how it is saved.
  const { load: _, ...stages } = options;
  return {
    extractedAt: new Date(),
    programVersion: version,
    pipeline: name,
    pipelineHash: sha256(canonicalJson({ version, stages, layouts })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
