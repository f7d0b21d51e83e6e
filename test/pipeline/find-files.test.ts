import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from '../../src/pipeline/find-files.ts';

let root: string;

const files: Readonly<Record<string, string>> = {
  'b.pdf': '%PDF-1.7',
  'a.txt': '绩效自评表',
  'damaged.PDF': '',
  'named-otherwise.dat': '%PDF-1.4',
  'dump-without-ending': '项目名称\t道路',
  'b.truth.json': '{}',
  'readme.md': '# 说明',
  'table.xlsx': 'PK\u0003\u0004\u0000',
  'ziping.db': 'SQLite format 3\u0000',
  'ziping.db-wal': '\u0000',
  '.hidden.pdf': '%PDF-1.7',
  '2019/(1).pdf': '%PDF-1.7',
  'none/notes.md': '# 说明',
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'find-files-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

async function find(...patterns: readonly string[]) {
  const { documents, skipped, unreadable } = await findFiles(patterns.map((pattern) => `${root}/${pattern}`));
  const short = (found: readonly string[]) => found.map((file) => file.slice(root.length + 1));
  expect(unreadable).toStrictEqual([]);
  return { documents: short(documents), skipped: short(skipped) };
}

test('below a folder: documents by name or content, sorted; other kinds skipped; databases and hidden files passed over', async () => {
  expect(await find('')).toStrictEqual({
    documents: ['2019/(1).pdf', 'a.txt', 'b.pdf', 'damaged.PDF', 'dump-without-ending', 'named-otherwise.dat'],
    skipped: ['b.truth.json', 'none/notes.md', 'readme.md', 'table.xlsx'],
  });
});

test('a file that is named itself is a document, whatever it is', async () => {
  const { documents, skipped } = await find('b.truth.json', '.hidden.pdf', '2019/(1).pdf', '.');
  expect(documents).toContain('b.truth.json');
  expect(documents).toContain('.hidden.pdf');
  expect(documents).toContain('2019/(1).pdf');
  expect(skipped).not.toContain('b.truth.json');
});

test('globs', async () => {
  expect((await find('*.{txt,pdf}')).documents).toStrictEqual(['a.txt', 'b.pdf']);
  expect((await find('**/*.pdf')).documents).toStrictEqual(['2019/(1).pdf', 'b.pdf']);
  expect((await find('*.pdf')).documents).toStrictEqual(['b.pdf']);
  expect((await find('20*')).documents).toStrictEqual(['2019/(1).pdf']);
  expect((await find('{2019,none}/*')).documents).toStrictEqual(['2019/(1).pdf']);
});

test('a file found twice is one', async () => {
  expect((await find('b.pdf', '*.pdf', './b.pdf')).documents).toStrictEqual(['b.pdf']);
});

test.each([
  ['nowhere.pdf', 'path-missing'],
  ['*.ofd', 'no-documents'],
  ['nowhere/*.pdf', 'no-documents'],
  ['none', 'no-documents'],
])('%s is an error that names it: %s', async (pattern, code) => {
  await expect(find(pattern)).rejects.toMatchObject({
    details: { code },
    message: expect.stringContaining(pattern) as string,
  });
});
