import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadOptionsOf, loadPipeline } from '../../src/pipeline/pipeline.ts';
import { shijiazhuang } from '../forms/table-builder.ts';

interface PipelineFile {
  layoutFolder?: string;
  stages: { stage: string; options: object }[];
}

const defaultFile = readFileSync(new URL('../../pipelines/default.json', import.meta.url), 'utf8');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pipelines-'));
  file = path.join(folder, 'own.json');
  mkdirSync(path.join(folder, 'forms'));
  writeFileSync(path.join(folder, 'forms', 'own-form.json'), JSON.stringify({ ...shijiazhuang, id: 'own-form' }));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(change: (pipeline: PipelineFile) => PipelineFile): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(defaultFile) as PipelineFile)));
}
const withStages = (edit: (stages: PipelineFile['stages']) => PipelineFile['stages']): void =>
  write((pipeline) => ({ ...pipeline, stages: edit(pipeline.stages) }));
const idsOf = ({ layouts }: { layouts: readonly { id: string }[] }): string[] => layouts.map(({ id }) => id);

test('the default one has every stage with the stage’s own defaults, and the layouts', async () => {
  const pipeline = await loadPipeline();
  withStages((stages) => stages.map(({ stage }) => ({ stage, options: {} })));
  expect((await loadPipeline({ pipeline: file })).options).toStrictEqual(pipeline.options);
  expect(loadOptionsOf(pipeline)).toStrictEqual({});
  expect(idsOf(pipeline)).toContain('shijiazhuang-2019');
});

test('without load, a pipeline ends with the record, and says so to who would save', async () => {
  withStages((stages) => stages.slice(0, -1));
  const pipeline = await loadPipeline({ pipeline: file });
  expect(pipeline.options.load).toBeNull();
  expect(() => loadOptionsOf(pipeline)).toThrow(/"default" has no stage "load"/u);
});

test.each([
  [
    'two stages that changed places',
    (s: PipelineFile['stages']) => s.toReversed(),
    'stages.0.stage: expected the stages intake',
  ],
  [
    'a stage that is left out',
    (s: PipelineFile['stages']) => s.filter(({ stage }) => stage !== 'align'),
    'stages.4.stage',
  ],
  ['nothing behind read', (s: PipelineFile['stages']) => s.slice(0, 2), 'stages: expected the stages intake, read'],
  ['a stage too many', (s: PipelineFile['stages']) => [...s, { stage: 'print', options: {} }], 'stages: expected'],
  [
    'an unknown option',
    (s: PipelineFile['stages']) => s.map((entry) => ({ ...entry, options: { fast: true } })),
    'fast',
  ],
])('%s: the error names the place and what was expected', async (_, edit, found) => {
  withStages(edit);
  await expect(loadPipeline({ pipeline: file })).rejects.toMatchObject({
    message: expect.stringContaining(found) as string,
    details: { code: 'pipeline-invalid', exitCode: 2 },
  });
});

test('another engine may be chosen for scanned pages', async () => {
  expect((await loadPipeline()).options.read.ocr).toBe('paddle');
  expect((await loadPipeline({ ocr: 'none' })).options.read).toStrictEqual({
    ...(await loadPipeline()).options.read,
    ocr: 'none',
  });
});

describe('layouts of one’s own', () => {
  test('from the folder that the pipeline names, which is looked for beside its file', async () => {
    write((pipeline) => ({ ...pipeline, layoutFolder: 'forms' }));
    expect(idsOf(await loadPipeline({ pipeline: file }))).toStrictEqual([
      'ministry-2020',
      'own-form',
      'shijiazhuang-2019',
    ]);
  });

  test('from the folder that the caller names, whatever the pipeline says', async () => {
    write((pipeline) => ({ ...pipeline, layoutFolder: 'nowhere' }));
    const layouts = path.join(folder, 'forms');
    expect(idsOf(await loadPipeline({ pipeline: file, layouts }))).toContain('own-form');
    await expect(loadPipeline({ pipeline: file })).rejects.toMatchObject({ details: { code: 'layout-folder' } });
  });

  test('a layout that segment is to try must be there', async () => {
    withStages((stages) =>
      stages.map((entry) => (entry.stage === 'segment' ? { ...entry, options: { layouts: ['own-form'] } } : entry)),
    );
    await expect(loadPipeline({ pipeline: file })).rejects.toMatchObject({ details: { code: 'layout-missing' } });
    await expect(loadPipeline({ pipeline: file, layouts: path.join(folder, 'forms') })).resolves.toBeDefined();
  });
});
