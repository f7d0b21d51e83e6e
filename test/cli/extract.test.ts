import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { extractionSchema } from '../../src/model/record.ts';
import { badDocuments } from './bad-documents.ts';
import { sample, temporaryFolder, ziping } from './ziping.ts';

const dump = sample('seed-14.txt');
const pdf = sample('shijiazhuang-turned-no-fonts.pdf');

test('--ocr none leaves scanned pages unread, and another engine is refused by name', async () => {
  const folder = temporaryFolder();
  const picture = { width: 300, height: 200, channels: 3, background: '#fff' } as const;
  await sharp({ create: picture }).png().toFile(join(folder, 'scan.png'));
  const unread = await ziping(['extract', 'scan.png', '--ocr', 'none'], folder);
  expect(unread.code).toBe(3);
  expect(unread.stderr).toContain('[ocr-off]');
  const unknown = await ziping(['extract', 'scan.png', '--ocr', 'eyes'], folder);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('paddle, tesseract, none');
});

test('--json prints one valid document and nothing else', async () => {
  const { stdout, stderr, code } = await ziping(['extract', dump, '--json']);
  const record = extractionSchema.parse(JSON.parse(stdout));
  expect(record.forms).toHaveLength(14);
  expect(record.document.path).toBe(dump);
  expect({ stderr, code }).toStrictEqual({ stderr: '', code: 0 });
});

test('the same file gives the same bytes', async () => {
  const [first, second] = await Promise.all([ziping(['extract', pdf, '--json']), ziping(['extract', pdf, '--json'])]);
  expect(first.stdout).toBe(second.stdout);
});

test('without --json, a person reads fields, indicators, findings with their arithmetic, and what needs review', async () => {
  const { stdout, code } = await ziping(['extract', dump]);
  expect(code).toBe(0);
  expect(stdout).toContain('项目名称        干部信息系统建设经费');
  expect(stdout).toMatch(/一级指标 +二级指标 +三级指标/u);
  expect(stdout).toContain('20+20+3+40+10 = 93, printed 100 [total-score-mismatch]');
  expect(stdout).toContain('Needs review: nothing');
});

test('a file that does not exist ends with 3 and says so on standard error alone', async () => {
  const { stdout, stderr, code } = await ziping(['extract', 'nowhere.pdf']);
  expect({ stdout, code }).toStrictEqual({ stdout: '', code: 3 });
  expect(stderr).toContain('nowhere.pdf');
  expect(stderr).toContain('next: Check the path');
});

test.each(badDocuments)('$name: problem $code, exit code 3', async ({ name, bytes, code: problem, next }) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  const { stdout, stderr, code } = await ziping(['extract', name, '--json'], folder);
  const record = extractionSchema.parse(JSON.parse(stdout));
  expect(record.forms).toStrictEqual([]);
  expect(record.problems.map((entry) => entry.code)).toStrictEqual([problem]);
  expect(stderr).toContain(next);
  expect(code).toBe(3);
});

test('a dump with broken bytes is read, its broken value marked, and fails only --strict', async () => {
  const folder = temporaryFolder();
  const name = Buffer.from('干部信息系统建设经费');
  const bytes = readFileSync(dump);
  bytes[bytes.indexOf(name) + 1] = 0xff;
  writeFileSync(join(folder, 'broken.txt'), bytes);
  const { stdout, stderr, code } = await ziping(['extract', 'broken.txt', '--json'], folder);
  const [form] = extractionSchema.parse(JSON.parse(stdout)).forms;
  expect(form?.evidence['/projectName']).toMatchObject({ needsReview: true, line: expect.any(Number) as number });
  expect(stderr).toContain('broken-encoding');
  expect(code).toBe(0);
  expect(await ziping(['extract', 'broken.txt', '--strict'], folder)).toMatchObject({ code: 1 });
});

const realPdfs = fileURLToPath(new URL('../../../shared/real/pdf/', import.meta.url));

describe.skipIf(!existsSync(realPdfs))('real PDFs that others stumbled over (skipped: file not there)', () => {
  const names = existsSync(realPdfs) ? readdirSync(realPdfs) : [];

  test.each(names)('%s gives a valid record and no form', async (name) => {
    const { stdout, code } = await ziping(['extract', join(realPdfs, name), '--json']);
    const record = extractionSchema.parse(JSON.parse(stdout));
    expect(record.forms).toStrictEqual([]);
    expect(record.problems.length).toBeGreaterThan(0);
    expect(code).toBe(3);
  });
});

test('--db saves the record and shows what changed, value by value', async () => {
  const folder = temporaryFolder();
  copyFileSync(dump, join(folder, 'form.txt'));
  const first = await ziping(['extract', 'form.txt', '--db', 'archive.db'], folder);
  expect(first.stdout).toMatch(/Added to archive\.db: \d+ values\./u);
  const again = await ziping(['extract', 'form.txt', '--db', 'archive.db'], folder);
  expect(again.stdout).toContain('Unchanged in archive.db.');

  const text = readFileSync(join(folder, 'form.txt'), 'utf8');
  writeFileSync(join(folder, 'form.txt'), text.replace('干部信息系统建设经费', '干部信息系统维护经费'));
  const changed = await ziping(['extract', 'form.txt', '--db', 'archive.db', '--json'], folder);
  expect(() => extractionSchema.parse(JSON.parse(changed.stdout))).not.toThrow();
  expect(changed.stderr).toContain('/forms/0/projectName  "干部信息系统建设经费" → "干部信息系统维护经费"');

  const { stdout } = await ziping(
    ['query', 'SELECT path FROM document_paths', '--db', 'archive.db', '--format', 'json'],
    folder,
  );
  expect(JSON.parse(stdout)).toStrictEqual([{ path: 'form.txt' }]);
});

test('a number that the database cannot hold is one blank value, the same for extract and ingest, record and rows', async () => {
  const folder = temporaryFolder();
  const text = readFileSync(dump, 'utf8').replace('预算数:\t260', '预算数:\t999999999999999');
  writeFileSync(join(folder, 'form.txt'), text);
  const extracted = await ziping(['extract', 'form.txt', '--json', '--db', 'extract.db'], folder);
  const ingested = await ziping(['ingest', 'form.txt', '--db', 'ingest.db'], folder);
  expect([extracted.code, ingested.code]).toStrictEqual([0, 0]);
  for (const { stderr } of [extracted, ingested]) expect(stderr).toContain('number-does-not-fit');
  const { forms, problems } = extractionSchema.parse(JSON.parse(extracted.stdout));
  expect(forms).toHaveLength(14);
  expect(forms[0]?.funds[0]).toMatchObject({ budgeted: null, executed: 260 });
  expect(problems).toMatchObject([{ code: 'number-does-not-fit', form: 0, field: '/funds/0/budgeted' }]);
  const sql =
    'SELECT record, (SELECT budgeted FROM funds LIMIT 1) AS budgeted, (SELECT count(*) FROM forms) AS forms FROM extractions';
  const rows = await Promise.all(
    ['extract.db', 'ingest.db'].map(async (db) => ziping(['query', sql, '--db', db, '--format', 'json'], folder)),
  );
  expect(rows[0]?.stdout).toBe(rows[1]?.stdout);
  expect(JSON.parse(rows[0]?.stdout ?? '')).toMatchObject([{ budgeted: null, forms: 14 }]);
});

test('a form of a layout of one’s own is read by it', async () => {
  const folder = temporaryFolder();
  const layout = readFileSync(new URL('../../schemas/forms/shijiazhuang-2019.json', import.meta.url), 'utf8');
  mkdirSync(join(folder, 'layouts'));
  writeFileSync(
    join(folder, 'layouts', 'spring-2031.json'),
    layout
      .replaceAll('shijiazhuang-2019', 'spring-2031')
      .replaceAll(/"titles": \[[^\]]*\]/g, '"titles": ["春季园艺总结"]'),
  );
  const text = readFileSync(dump, 'utf8').replaceAll('市级部门预算项目绩效自评表', '春季园艺总结');
  writeFileSync(join(folder, 'form.txt'), text);
  const own = await ziping(['extract', 'form.txt', '--json', '--layouts', 'layouts'], folder);
  const layouts = extractionSchema.parse(JSON.parse(own.stdout)).forms.map((form) => form.layout);
  expect(layouts).toStrictEqual(Array.from({ length: 14 }, () => 'spring-2031'));
  const { code } = await ziping(['ingest', 'form.txt', '--layouts', 'layouts'], folder);
  expect(code).toBe(0);
});

test('a pipeline without load prints the record, and saves nothing', async () => {
  const folder = temporaryFolder();
  const pipeline = JSON.parse(readFileSync(new URL('../../pipelines/default.json', import.meta.url), 'utf8')) as {
    stages: unknown[];
  };
  writeFileSync(join(folder, 'own.json'), JSON.stringify({ ...pipeline, stages: pipeline.stages.slice(0, -1) }));
  const own = ['--pipeline', './own.json'];
  expect(await ziping(['extract', dump, '--json', ...own], folder)).toMatchObject({ code: 0, stderr: '' });
  for (const command of [
    ['extract', dump, '--db', 'a.db'],
    ['ingest', dump, '--db', 'a.db'],
  ]) {
    const { stdout, stderr, code } = await ziping([...command, ...own], folder);
    expect({ stdout, code }).toStrictEqual({ stdout: '', code: 2 });
    expect(stderr).toContain('has no stage "load"');
  }
  expect(existsSync(join(folder, 'a.db'))).toBe(false);
});

test('a folder is no file: the command that reads it is named', async () => {
  const { stdout, stderr, code } = await ziping(['extract', '.']);
  expect({ stdout, code }).toStrictEqual({ stdout: '', code: 3 });
  expect(stderr).toContain('it is a folder [file-unreadable]');
  expect(stderr).toContain('ziping ingest .');
});
