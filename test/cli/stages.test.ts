import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sample, temporaryFolder, ziping } from './ziping.ts';

test.each(['intake', 'tables', 'check'] as const)('going on from the saved output of %s', async (stage) => {
  const folder = temporaryFolder();
  const name = 'seed-14.txt';
  copyFileSync(sample(name), join(folder, name));
  const [direct, saved] = await Promise.all([
    ziping(['extract', name, '--json'], folder),
    ziping(['extract', name, '--until', stage], folder),
  ]);
  expect(JSON.parse(saved.stdout)).toMatchObject({ stage, document: { path: name } });
  writeFileSync(join(folder, 'saved.json'), saved.stdout);
  const resumed = await ziping(['extract', 'saved.json', '--from', stage, '--json'], folder);
  expect(resumed).toMatchObject({ stdout: direct.stdout, code: 0 });
});

test('the bytes of the file are told by their number', async () => {
  const { stdout } = await ziping(['extract', sample('seed-14.txt'), '--until', 'intake']);
  const { length: byteCount } = readFileSync(sample('seed-14.txt'));
  expect(JSON.parse(stdout)).toMatchObject({ output: { byteCount } });
});

test('from one stage until another', async () => {
  const folder = temporaryFolder();
  const { stdout } = await ziping(['extract', sample('seed-14.txt'), '--until', 'read']);
  writeFileSync(join(folder, 'read.json'), stdout);
  const tables = await ziping(['extract', 'read.json', '--from', 'read', '--until', 'tables'], folder);
  expect(tables.stdout).toBe((await ziping(['extract', sample('seed-14.txt'), '--until', 'tables'])).stdout);
});

const state = {
  stage: 'tables',
  document: { sha256: 'a'.repeat(64), path: 'form.txt', mediaType: 'text/plain' },
  output: { blocks: [], pageCount: 1, problems: [] },
};

test.each([
  ['no JSON', 'tables, please', 'it is no JSON'],
  ['another stage', JSON.stringify({ ...state, stage: 'read', output: { pages: [], problems: [] } }), '"read"'],
  ['a stage that there is not', JSON.stringify({ ...state, stage: 'guess' }), 'stage'],
  ['no document', JSON.stringify({ ...state, document: undefined }), 'document'],
  ['an output without its lists', JSON.stringify({ ...state, output: {} }), 'expected the lists blocks and problems'],
])('--from refuses a file with %s', async (_, text, found) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'saved.json'), text);
  const { stdout, stderr, code } = await ziping(['extract', 'saved.json', '--from', 'tables'], folder);
  expect({ stdout, code }).toStrictEqual({ stdout: '', code: 2 });
  expect(stderr).toContain('saved-stage-invalid');
  expect(stderr).toContain(found);
});

test('--from intake refuses a file that has changed since', async () => {
  const folder = temporaryFolder();
  copyFileSync(sample('seed-14.txt'), join(folder, 'form.txt'));
  const { stdout } = await ziping(['extract', 'form.txt', '--until', 'intake'], folder);
  writeFileSync(join(folder, 'saved.json'), stdout);
  writeFileSync(join(folder, 'form.txt'), '另一份文件\n');
  const { stderr, code } = await ziping(['extract', 'saved.json', '--from', 'intake'], folder);
  expect(stderr).toContain('saved-stage-outdated');
  expect(code).toBe(2);
});

test('a stage before the saved one is wrong usage', async () => {
  const { stderr, code } = await ziping(['extract', 'saved.json', '--from', 'tables', '--until', 'read']);
  expect(stderr).toContain('stages-reversed');
  expect(code).toBe(2);
});

test('--until load is no stage to stop at', async () => {
  const { stderr, code } = await ziping(['extract', sample('seed-14.txt'), '--until', 'load']);
  expect(stderr).toContain('intake, read, tables, segment, align, repair, check');
  expect(code).toBe(2);
});

test('--draw draws each page', async () => {
  const folder = temporaryFolder();
  const args = ['extract', sample('shijiazhuang-turned-no-fonts.pdf'), '--until', 'tables', '--draw', 'drawn'];
  const { stdout, stderr, code } = await ziping(args, folder);
  expect(JSON.parse(stdout)).toMatchObject({ stage: 'tables' });
  expect(stderr).toContain('Drawn: 1 pages in drawn');
  expect(existsSync(join(folder, 'drawn', 'page-001.png'))).toBe(true);
  expect(code).toBe(0);
});

test('a stage tells what could not be read so far, and --strict ends with 1', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'broken.txt'),
    Buffer.concat([readFileSync(sample('seed-14.txt')), Buffer.from([0xff, 0x0a])]),
  );
  const { code, stdout, stderr } = await ziping(['extract', 'broken.txt', '--until', 'tables', '--strict'], folder);
  expect(code).toBe(1);
  expect(stderr).toContain('[broken-encoding]');
  expect(JSON.parse(stdout)).toMatchObject({ stage: 'tables' });
});
