import { beforeAll, afterAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/index.ts';
import { sample, ziping } from './ziping.ts';
import type { Run } from '../tool-chain/run.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-query-'));
  await ziping(['ingest', sample('seed-14.txt'), '--quiet'], folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function query(...args: readonly string[]): Promise<Run> {
  return ziping(['query', ...args], folder);
}

test('alone, it lists every named query with its questions', async () => {
  const { stdout, code } = await query();
  for (const { name, question } of openArchive('ziping.db').queries) {
    expect(stdout).toContain(name);
    expect(stdout).toContain(question.en);
    expect(stdout).toContain(question.zh);
  }
  expect(code).toBe(0);
});

test('a named query in every format', async () => {
  const args = ['totals-not-adding-up', '--format'];
  const [table, json, ndjson, csv] = await Promise.all(
    ['table', 'json', 'ndjson', 'csv'].map((format) => query(...args, format)),
  );
  expect(table?.stdout).toContain('20+20+3+40+10 = 93, printed 100');
  expect(JSON.parse(json?.stdout ?? '')).toMatchObject([{ scores_added: 78 }, { scores_added: 93 }]);
  expect(ndjson?.stdout.trimEnd().split('\n')).toHaveLength(2);
  expect(csv?.stdout).toMatch(/^document_path,form_position,/u);
  expect([json?.stderr, ndjson?.stderr, csv?.stderr]).toStrictEqual(['', '', '']);
});

test('parameters of named queries and of own SQL', async () => {
  const named = await query('lowest-execution', '--param', 'limit=2', '--format', 'json');
  expect(JSON.parse(named.stdout)).toHaveLength(2);
  const sql = 'SELECT count(*) AS forms FROM forms WHERE fiscal_year = @year AND project_name LIKE @name';
  const own = await query(sql, '--param', 'year=2019', '--param', 'name=%=%', '--format', 'json');
  expect(JSON.parse(own.stdout)).toStrictEqual([{ forms: 0 }]);
  const limited = await query('SELECT id FROM forms LIMIT @n', '--param', 'n=3', '--format', 'json');
  expect(JSON.parse(limited.stdout)).toHaveLength(3);
});

test('what the limit leaves out is said on standard error', async () => {
  const { stdout, stderr } = await query('SELECT id FROM forms', '--limit', '3', '--format', 'json');
  expect(JSON.parse(stdout)).toHaveLength(3);
  expect(stderr).toContain('only the first 3');
});

test.each([
  ['DELETE FROM forms', 'query-refused'],
  ['SELECT nothing FROM forms', 'query-invalid'],
  ['totals', 'query-unknown'],
])('%s is refused as wrong usage', async (sql, problem) => {
  const { stdout, stderr, code } = await query(sql);
  expect(stderr).toContain(problem);
  expect({ stdout, code }).toStrictEqual({ stdout: '', code: 2 });
});

test('a query that never ends is stopped', async () => {
  const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';
  const { stderr, code } = await query(endless, '--timeout', '0.5');
  expect(stderr).toContain('query-timed-out');
  expect(code).toBe(4);
});

test('a database that is not there ends with 4, and is not made', async () => {
  const { stderr, code } = await query('overview', '--db', 'none.db');
  expect(stderr).toContain('ziping ingest');
  expect(code).toBe(4);
  expect(await query('overview', '--db', 'none.db')).toMatchObject({ code: 4 });
});
