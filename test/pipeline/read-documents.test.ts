import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { extract } from '../../src/index.ts';
import { inBatches } from '../../src/pipeline/in-batches.ts';
import { loadPipeline } from '../../src/pipeline/pipeline.ts';
import { finishDocument, readDocument, readDocuments, type ReadFile } from '../../src/pipeline/read-documents.ts';
import { startDocument } from '../../src/pipeline/run-stages.ts';
import { sample } from '../cli/ziping.ts';

const pipeline = await loadPipeline();
const dump = sample('shijiazhuang-dump-gb18030.txt');
const pdf = sample('shijiazhuang-turned-no-fonts.pdf');

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const read = (path: string) => readDocument(path, pipeline);

test('files in their order; one that is not there is data', async () => {
  const files = await collect(readDocuments([pdf, 'nowhere.pdf', dump], read, undefined));
  expect(files).toMatchObject([
    { path: pdf, extraction: { document: { path: pdf } }, problems: [] },
    { path: 'nowhere.pdf', extraction: null, problems: [{ code: 'file-unreadable' }] },
    { path: dump, extraction: { document: { path: dump } }, problems: [] },
  ]);
});

test('what is about the pipeline and not about a file ends the reading', async () => {
  const unknown = { ...pipeline, options: { ...pipeline.options, segment: { layouts: ['nowhere-1999'] } } };
  const files = readDocuments([dump, pdf], (path) => readDocument(path, unknown), undefined);
  await expect(collect(files)).rejects.toMatchObject({ details: { code: 'layout-missing', exitCode: 2 } });
});

test('a signal ends the reading, also of a file that never ends', async () => {
  const controller = new AbortController();
  const never = (path: string) => (path === 'never' ? new Promise<never>(() => undefined) : read(path));
  const files: ReadFile[] = [];
  for await (const file of readDocuments([pdf, 'never', dump], never, controller.signal)) {
    files.push(file);
    setTimeout(() => controller.abort(), 10);
  }
  expect(files.map(({ path }) => path)).toStrictEqual([pdf]);
});

test.each([dump, pdf])('%s: the same record where document, pipeline and record go between processes', async (file) => {
  const [state, options] = structuredClone([await startDocument(file, pipeline), pipeline] as const);
  const record = await finishDocument(state, options);
  expect(structuredClone(record)).toStrictEqual(await extract(file));
});

async function* withPause(): AsyncGenerator<number> {
  yield* [1, 2, 3, 4, 5];
  await wait(30);
  yield* [6, 7];
}

test('batches by size and by age', async () => {
  expect(await collect(inBatches(withPause(), { size: 3, ageMs: 20 }))).toStrictEqual([[1, 2, 3], [4, 5, 6], [7]]);
});
