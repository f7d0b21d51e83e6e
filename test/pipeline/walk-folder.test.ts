import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFiles } from '../../src/pipeline/find-files.ts';
import { asOrdinaryUser } from '../store/as-ordinary-user.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'walk-folder-'));
  chmodSync(root, 0o755);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), '%PDF-1.7');
  }
}
const link = (target: string, name: string): void => symlinkSync(target, path.join(root, name));

async function find(pattern: string) {
  const { documents, unreadable } = await findFiles([path.join(root, pattern)]);
  const short = (file: string): string => path.relative(root, file);
  return {
    documents: documents.map(short),
    unreadable: unreadable.map((place) => [short(place.path), place.problem.code]),
  };
}

test('links in a circle come to an end, and each file is found once', async () => {
  write('2019/a.pdf', '2020/b.pdf');
  link('..', '2019/up');
  link('../2020', '2019/next');
  link('../2019', '2020/back');
  link('2019', 'alias');
  expect(await find('.')).toStrictEqual({ documents: ['2019/a.pdf', '2020/b.pdf'], unreadable: [] });
  expect(await find('**/*.pdf')).toStrictEqual({ documents: ['2019/a.pdf', '2020/b.pdf'], unreadable: [] });
});

test('a link that leads out is followed, and so are links to files', async () => {
  write('archive/a.pdf', 'elsewhere/deep/b.pdf', 'c.pdf');
  link('../elsewhere', 'archive/linked');
  link('../c.pdf', 'archive/d.pdf');
  expect((await find('archive')).documents).toStrictEqual([
    'archive/a.pdf',
    'archive/d.pdf',
    'archive/linked/deep/b.pdf',
  ]);
});

test('a link that leads nowhere is a document where its name promises one', async () => {
  write('a.pdf');
  link('gone.pdf', 'b.pdf');
  link('gone', 'notes');
  expect(await find('.')).toStrictEqual({ documents: ['a.pdf', 'b.pdf'], unreadable: [] });
});

test.skipIf(process.platform === 'win32')(
  'a folder that may not be read is told, and the others are read',
  async () => {
    write('a/1.pdf', 'b/2.pdf');
    chmodSync(path.join(root, 'b'), 0);
    await asOrdinaryUser(async () => {
      expect(await find('.')).toStrictEqual({ documents: ['a/1.pdf'], unreadable: [['b', 'folder-unreadable']] });
      expect(await find('*/*.pdf')).toStrictEqual({ documents: ['a/1.pdf'], unreadable: [['b', 'folder-unreadable']] });
      expect(await find('b')).toStrictEqual({ documents: [], unreadable: [['b', 'folder-unreadable']] });
      expect((await find('a*')).unreadable).toStrictEqual([]);
    });
    chmodSync(path.join(root, 'b'), 0o755);
  },
);

test.skipIf(process.platform !== 'linux')('names in GB 18030 are told with what they would be', async () => {
  write('a.pdf');
  const gbk = Buffer.from([0xd7, 0xd4, 0xc6, 0xc0]);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), gbk, Buffer.from('.pdf')]), '%PDF-1.7');
  mkdirSync(Buffer.concat([Buffer.from(`${root}/2020`), gbk]));
  expect(await find('.')).toStrictEqual({
    documents: ['a.pdf'],
    unreadable: [
      ['2020自评', 'name-unreadable'],
      ['自评.pdf', 'name-unreadable'],
    ],
  });
  expect((await find('*.pdf')).unreadable).toStrictEqual([['自评.pdf', 'name-unreadable']]);
  expect((await find('a*')).unreadable).toStrictEqual([]);
});
