import { loadPipeline, type PipelineChoice } from '../pipeline/pipeline.ts';
import { runUntil, startDocument } from '../pipeline/run-stages.ts';
import { compareExtraction, type Difference, type Score } from './compare.ts';
import { type FileWithTruth, readTruth } from './truth.ts';

/** What of a document was read right, and what was not. */
export interface FileScore {
  readonly file: string;
  readonly score: Score;
  readonly differences: readonly Difference[];
}

/** Extracts a file and compares it with its truth; of a file that cannot be read nothing is right. */
export async function scoreFile({ file, truthFile }: FileWithTruth, choice: PipelineChoice): Promise<FileScore> {
  const truth = await readTruth(truthFile);
  const pipeline = await loadPipeline(choice);
  try {
    const state = await runUntil(await startDocument(file, pipeline), 'check', pipeline);
    if (state.stage !== 'check') throw new Error('The pipeline did not reach the stage "check"');
    return { file, ...compareExtraction(state.output, truth) };
  } catch (cause) {
    process.stderr.write(`${file}: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    const document = { sha256: '', path: file, mediaType: '', pageCount: 0 };
    return { file, ...compareExtraction({ document, forms: [], problems: [] }, truth) };
  }
}
