import { expect, test } from 'vitest';
import { originOf } from '../../src/pipeline/origin.ts';
import { loadPipeline } from '../../src/pipeline/pipeline.ts';

const pipeline = await loadPipeline();
const { pipelineHash } = await originOf(pipeline);
const { options } = pipeline;

test('the hash is a SHA-256 and the same each time', async () => {
  expect(pipelineHash).toMatch(/^[0-9a-f]{64}$/u);
  expect(await originOf(await loadPipeline())).toMatchObject({ pipelineHash, pipeline: 'default' });
});

test('neither a name nor whether records are saved changes it', async () => {
  const other = await originOf({ ...pipeline, name: 'other', options: { ...options, load: null } });
  expect(other).toMatchObject({ pipelineHash, pipeline: 'other' });
});

test('an option, the choice of layouts and the layouts themselves do', async () => {
  const [layout] = pipeline.layouts;
  const others = await Promise.all([
    originOf({ ...pipeline, options: { ...options, align: { reviewBelow: 0.8 } } }),
    originOf({ ...pipeline, options: { ...options, segment: { layouts: ['ministry-2020'] } } }),
    originOf({ ...pipeline, layouts: layout === undefined ? [] : [layout] }),
  ]);
  expect(new Set([pipelineHash, ...others.map((other) => other.pipelineHash)]).size).toBe(4);
});
