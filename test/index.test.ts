import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { extract, extractionSchema, ingest, type IngestProgress, openArchive, recordStages } from '../src/index.ts';
import { badDocuments } from './cli/bad-documents.ts';
import { sample } from './cli/ziping.ts';
import { run } from './tool-chain/run.ts';

let folder: string;
let database: string;
const pdf = sample('shijiazhuang-turned-no-fonts.pdf');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-library-'));
  database = join(folder, 'archive.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the package is imported by its name, as the README does', async () => {
  const script = "import { extract } from 'ziping'; console.log((await extract(process.argv[1])).forms.length)";
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script, pdf], { cwd: root });
  expect({ stdout, stderr }).toStrictEqual({ stdout: '1\n', stderr: '' });
});

test('extract gives a record as the schema has it', async () => {
  const record = await extract(pdf);
  expect(extractionSchema.parse(record)).toStrictEqual(record);
});

test.each(
  ['seed-14.txt', 'shijiazhuang-turned-no-fonts.pdf'].flatMap((name) =>
    recordStages.map((stage) => [name, stage] as const),
  ),
)('%s: what the stage %s gives can be saved and gone on from', async (name, stage) => {
  const file = join(folder, `${stage}.json`);
  writeFileSync(file, JSON.stringify(await extract(sample(name), { until: stage })));
  expect(await extract(file, { from: stage })).toStrictEqual(await extract(sample(name)));
});

test('ingest: five files of which one is poisonous', async () => {
  const names = ['1.txt', '2.pdf', '4.txt', '5.pdf'];
  const sources = [
    'seed-14.txt',
    'shijiazhuang-turned-no-fonts.pdf',
    'shijiazhuang-dump-gb18030.txt',
    'ministry-calc-landscape.pdf',
  ];
  for (const [n, name] of names.entries()) copyFileSync(sample(sources[n] ?? ''), join(folder, name));
  const poison = badDocuments.find((bad) => bad.code === 'pdf-encrypted');
  writeFileSync(join(folder, '3.pdf'), poison?.bytes ?? '');
  const progress: IngestProgress[] = [];
  const result = await ingest([folder], { database, onProgress: (event) => void progress.push(event) });
  expect(result).toMatchObject({
    total: 5,
    documents: { added: 4, replaced: 0, unchanged: 0, failed: 1 },
    forms: 20,
    problems: 1,
    skipped: [],
    isInterrupted: false,
  });
  expect(progress.map(({ path }) => path.slice(folder.length + 1))).toStrictEqual([
    '1.txt',
    '2.pdf',
    '3.pdf',
    '4.txt',
    '5.pdf',
  ]);
  expect(progress[2]).toMatchObject({ outcome: 'failed', problems: [{ code: 'pdf-encrypted' }], total: 5 });
  expect(progress[4]?.tally.forms).toBe(result.forms);
});

test('ingest ends early by a signal with what is done', async () => {
  copyFileSync(pdf, join(folder, 'a.pdf'));
  const result = await ingest([folder], { database, signal: AbortSignal.abort() });
  expect(result).toMatchObject({ total: 1, isInterrupted: true, forms: 0 });
});

test('what onProgress throws ends the run, and the database is closed', async () => {
  copyFileSync(pdf, join(folder, 'a.pdf'));
  const onProgress = () => Promise.reject(new Error('enough'));
  await expect(ingest([folder], { database, onProgress })).rejects.toThrow('enough');
  expect((await ingest([folder], { database })).documents.unchanged).toBe(1);
});

test('extract saves in a database, tells what changed, and the archive answers', async () => {
  const record = await extract(pdf);
  expect(await extract(pdf, { database })).toMatchObject({ extraction: record, outcome: 'added' });
  expect(await extract(pdf, { database })).toStrictEqual({ extraction: record, outcome: 'unchanged', changes: [] });

  const file = join(folder, 'align.json');
  const state = JSON.stringify(await extract(pdf, { until: 'align' }));
  const [form] = record.forms;
  writeFileSync(file, state.replace(`"totalScore":${form?.totalScore}`, '"totalScore":1'));
  const { outcome, changes } = await extract(file, { from: 'align', database });
  expect(outcome).toBe('replaced');
  expect(changes).toContainEqual({ path: '/forms/0/totalScore', before: form?.totalScore, after: 1 });

  const archive = openArchive(database);
  expect((await archive.query('SELECT total_score FROM forms')).rows).toStrictEqual([[1]]);
  expect(await archive.overview()).toContainEqual({ subject: 'forms', amount: 1 });
  expect(archive.queries.map(({ name }) => name)).toContain('overview');
});

test('a query does not make a database', async () => {
  await expect(openArchive(database).overview()).rejects.toMatchObject({ details: { code: 'database-missing' } });
});
