import { expect, test } from 'vitest';
import { originOf } from '../../src/pipeline/origin.ts';
import { loadPipeline, pipelineSchema } from '../../src/pipeline/pipeline.ts';

const pipeline = await loadPipeline('default');
const { pipelineHash } = await originOf(pipeline);

function changed(edit: (text: string) => string) {
  return originOf(pipelineSchema.parse(JSON.parse(edit(JSON.stringify(pipeline)))));
}

test('the hash is a SHA-256 and the same each time', async () => {
  expect(pipelineHash).toMatch(/^[0-9a-f]{64}$/u);
  expect(await originOf(pipeline)).toMatchObject({ pipelineHash, pipeline: 'default' });
});

test('a name and a description change nothing', async () => {
  const other = await changed((text) => text.replace('"name":"default"', '"name":"other"'));
  expect(other.pipelineHash).toBe(pipelineHash);
});

test('an option and the choice of layouts do', async () => {
  const option = await changed((text) => text.replace('"reviewBelow":0.9', '"reviewBelow":0.8'));
  const layouts = await changed((text) => text.replace('"layouts":null', '"layouts":["ministry-2020"]'));
  expect(new Set([pipelineHash, option.pipelineHash, layouts.pipelineHash]).size).toBe(3);
});
