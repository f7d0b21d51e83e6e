import { expect, test } from 'vitest';
import { loadPipeline, type Pipeline } from '../../src/pipeline/pipeline.ts';
import { type DocumentState, recordStages, runUntil, startDocument } from '../../src/pipeline/run-stages.ts';
import { loadStage } from '../../src/stages/load.ts';
import { stageNames } from '../../src/stages/stage.ts';
import { sample } from '../cli/ziping.ts';
import { buildExtraction, origin } from '../store/extraction-builder.ts';
import { temporaryArchive } from '../store/temporary-archive.ts';

/** The value with all within it frozen: who changes its input throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

async function allStages(file: string, pipeline: Pipeline): Promise<DocumentState[]> {
  const states = [frozen(await startDocument(file, pipeline))];
  for (const stage of recordStages.slice(1)) {
    const last = states.at(-1);
    if (last !== undefined) states.push(frozen(await runUntil(last, stage, pipeline)));
  }
  return states;
}

test.each(['seed-14.txt', 'ministry-writer-four-pages.pdf'])(
  '%s: no stage changes its input, and the same input gives the same output',
  async (name) => {
    const pipeline = frozen(await loadPipeline());
    const first = await allStages(sample(name), pipeline);
    expect(first.map(({ stage }) => stage)).toStrictEqual(recordStages);
    expect(await allStages(sample(name), pipeline)).toStrictEqual(first);
  },
);

test('load, the last stage, makes a database say what records say', () => {
  const database = temporaryArchive();
  const extractions = frozen(['a', 'b'].map((content) => buildExtraction({ content, path: content })));
  const saved = loadStage.run({ extractions, database, origin }, {});
  expect(saved).toStrictEqual(extractions.map((extraction) => ({ outcome: 'added', extraction })));
  expect(database.prepare('SELECT path FROM document_paths').pluck().all()).toStrictEqual(['a', 'b']);
  expect(stageNames).toStrictEqual([...recordStages, 'load']);
});
