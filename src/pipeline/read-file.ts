import type { Problem } from '../model/problem.ts';
import type { Extraction } from '../model/record.ts';
import { extractFile, problemOf, type Recall } from './extract-file.ts';
import type { Pipeline } from './pipeline.ts';

/** What was read of one file: its record, or `null` and why there is no content to record. */
export type ReadFile =
  | { readonly path: string; readonly extraction: Extraction }
  | { readonly path: string; readonly extraction: null; readonly problem: Problem };

/** Reads one file of many: whatever is wrong with it comes back as data. */
export async function readFile(path: string, pipeline: Pipeline, recall: Recall): Promise<ReadFile> {
  try {
    return { path, extraction: await extractFile(path, pipeline, recall) };
  } catch (error) {
    return { path, extraction: null, problem: problemOf(error) };
  }
}
