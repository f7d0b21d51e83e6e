import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { badDocuments } from './bad-documents.ts';
import { launcher, sample, temporaryFolder, ziping } from './ziping.ts';

const dump = sample('shijiazhuang-dump-gb18030.txt');
const pdf = sample('shijiazhuang-turned-no-fonts.pdf');

async function rows(sql: string, folder: string): Promise<unknown> {
  const { stdout } = await ziping(['query', sql, '--format', 'json'], folder);
  return JSON.parse(stdout);
}

test('a folder: a summary on standard output, times and notes on standard error', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '档案'));
  copyFileSync(dump, join(folder, '档案', 'a.txt'));
  copyFileSync(pdf, join(folder, '档案', 'b.pdf'));
  writeFileSync(join(folder, '档案', 'b.truth.json'), '{}');
  const { stdout, stderr, code } = await ziping(['ingest', '档案'], folder);
  expect(stdout).toMatch(
    /^documents +2 added\npages +2\nforms +4\nfields +\d+\nneeds review .+\nfindings .+\nproblems .+\n$/u,
  );
  expect(stderr).toContain('Skipped 1 file of other kinds: 1 .json.');
  expect(stderr).toMatch(/^\d+\.\d s, \d+\.\d pages\/s$/m);
  expect(code).toBe(0);
  expect(await rows('SELECT path FROM document_paths ORDER BY path', folder)).toStrictEqual([
    { path: '档案/a.txt' },
    { path: '档案/b.pdf' },
  ]);
});

test('a second run finds all unchanged; changed and added content alone is read', async () => {
  const folder = temporaryFolder();
  copyFileSync(dump, join(folder, 'a.txt'));
  copyFileSync(pdf, join(folder, 'b.pdf'));
  await ziping(['ingest', '.'], folder);
  expect((await ziping(['ingest', '.'], folder)).stdout).toContain('documents     2 unchanged\n');
  expect((await ziping(['ingest', '.', '--again'], folder)).stdout).toContain('documents     2 unchanged\n');
  appendFileSync(join(folder, 'a.txt'), '\n');
  copyFileSync(sample('seed-14.txt'), join(folder, 'c.txt'));
  expect((await ziping(['ingest', '.'], folder)).stdout).toContain('documents     1 added, 1 replaced, 1 unchanged\n');
});

test('the same content twice is one document with two paths, and stays it after a move', async () => {
  const folder = temporaryFolder();
  copyFileSync(pdf, join(folder, 'a.pdf'));
  copyFileSync(pdf, join(folder, 'b.pdf'));
  const first = await ziping(['ingest', '.'], folder);
  expect(first.stdout).toContain('documents     1 added, 1 the same as another\n');
  const alone = await ziping(['ingest', 'a.pdf', '--db', 'alone.db'], folder);
  expect(first.stdout.match(/^(forms|fields) .*$/gm)).toStrictEqual(alone.stdout.match(/^(forms|fields) .*$/gm));
  const counts = 'SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM document_paths) AS paths';
  expect(await rows(counts, folder)).toStrictEqual([{ documents: 1, paths: 2 }]);
  renameSync(join(folder, 'b.pdf'), join(folder, 'c.pdf'));
  await ziping(['ingest', '.'], folder);
  expect(await rows(counts, folder)).toStrictEqual([{ documents: 1, paths: 3 }]);
});

test('paths in the database do not depend on where the command is run', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'forms'));
  copyFileSync(pdf, join(folder, 'forms', 'a.pdf'));
  await ziping(['ingest', 'forms'], folder);
  const again = await ziping(['ingest', 'a.pdf', '--db', '../ziping.db'], join(folder, 'forms'));
  expect(again.stdout).toContain('documents     1 unchanged\n');
  expect(await rows('SELECT path FROM document_paths', folder)).toStrictEqual([{ path: 'forms/a.pdf' }]);
});

test('bad documents stop no other: each has its problem, and --strict tells', async () => {
  const folder = temporaryFolder();
  for (const { name, bytes } of badDocuments) writeFileSync(join(folder, name), bytes);
  copyFileSync(pdf, join(folder, 'good.pdf'));
  const { stdout, stderr, code } = await ziping(['ingest', '.'], folder);
  expect(stdout).toContain(`documents     1 added, ${badDocuments.length} without a form\n`);
  for (const { name, code: problem, next } of badDocuments) {
    expect(stderr).toContain(name);
    expect(stderr).toContain(`[${problem}]`);
    expect(stderr).toContain(next);
  }
  expect(code).toBe(0);
  const problems = await rows('SELECT code FROM problems ORDER BY code', folder);
  expect(problems).toStrictEqual(
    badDocuments.map((bad) => ({ code: bad.code })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  );
  expect(await ziping(['ingest', '.', '--strict', '--quiet'], folder)).toMatchObject({
    stdout: '',
    stderr: '',
    code: 1,
  });
});

test('a link that leads nowhere and a file that vanished cost nothing else, and what was read of them stays', async () => {
  const folder = temporaryFolder();
  copyFileSync(pdf, join(folder, 'a.pdf'));
  copyFileSync(dump, join(folder, 'b.txt'));
  await ziping(['ingest', '.'], folder);
  rmSync(join(folder, 'b.txt'));
  symlinkSync('b.txt', join(folder, 'c.txt'));
  const { stdout, stderr, code } = await ziping(['ingest', '.'], folder);
  expect(stdout).toContain('documents     1 unchanged, 1 without a form\n');
  expect(stderr).toContain('problem: c.txt: The file cannot be read: no such file or directory [file-unreadable]');
  expect(code).toBe(0);
  expect(await rows('SELECT path FROM document_paths ORDER BY path', folder)).toStrictEqual([
    { path: 'a.pdf' },
    { path: 'b.txt' },
  ]);
});

test('nothing but bad documents ends with 3', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'empty.pdf'), '');
  expect(await ziping(['ingest', '.'], folder)).toMatchObject({ code: 3 });
});

test.each([
  { args: ['nowhere'], exitCode: 3, problem: 'path-missing', found: 'nowhere' },
  { args: ['*.pdf'], exitCode: 3, problem: 'no-documents', found: '*.pdf' },
  { args: ['a.txt', '--pipeline', 'fastest'], exitCode: 2, problem: 'pipeline-missing', found: 'fastest.json' },
  { args: ['a.txt', '--pipeline', './wrong.json'], exitCode: 2, problem: 'pipeline-invalid', found: './wrong.json' },
  {
    args: ['a.txt', '--pipeline', './wrong.json'],
    exitCode: 2,
    problem: 'pipeline-invalid',
    found: 'stages.1.options.maxPages: Invalid input: expected number, received string',
  },
  { args: ['a.txt', '--db', 'a.txt'], exitCode: 4, problem: 'database-foreign', found: 'a.txt' },
])(
  'ingest $args ends with $exitCode, $problem, what was found and what next',
  async ({ args, exitCode, problem, found }) => {
    const folder = temporaryFolder();
    copyFileSync(dump, join(folder, 'a.txt'));
    const pipeline = readFileSync(new URL('../../pipelines/default.json', import.meta.url), 'utf8');
    writeFileSync(join(folder, 'wrong.json'), pipeline.replace('"maxPages": 5000', '"maxPages": "many"'));
    const { stdout, stderr, code } = await ziping(['ingest', ...args], folder);
    expect({ stdout, code }).toStrictEqual({ stdout: '', code: exitCode });
    expect(stderr).toContain(`[${problem}]`);
    expect(stderr).toContain(found);
    expect(stderr).toContain('next: ');
  },
);

test('Ctrl-C saves what is done, says how to go on, and ends with 130', async () => {
  const folder = temporaryFolder();
  const count = 60;
  for (let n = 10; n < 10 + count; n += 1) {
    copyFileSync(pdf, join(folder, `${n}.pdf`));
    appendFileSync(join(folder, `${n}.pdf`), `% copy ${n}\n`);
  }
  const child = spawn(process.execPath, [launcher, 'ingest', '.'], { cwd: folder });
  const ended = once(child, 'exit');
  const said = text(child.stderr);
  while (!existsSync(join(folder, 'ziping.db'))) await wait(5);
  child.kill('SIGINT');
  await ended;
  expect(await said).toMatch(
    new RegExp(`Interrupted: \\d+ of ${count} documents are in ziping.db. Run the same command`, 'u'),
  );
  expect(child.exitCode).toBe(130);
  expect((await ziping(['ingest', '.'], folder)).code).toBe(0);
  expect(await rows('SELECT count(*) AS documents FROM documents', folder)).toStrictEqual([{ documents: count }]);
});

test('a reader that goes away early is no error', async () => {
  const child = spawn(process.execPath, [launcher, 'extract', sample('seed-14.txt'), '--until', 'read']);
  const ended = once(child, 'exit');
  const said = text(child.stderr);
  child.stdout.once('data', () => child.stdout.destroy());
  await ended;
  expect(await said).toBe('');
  expect(child.exitCode).toBe(0);
});
