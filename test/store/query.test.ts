import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { openArchive } from '../../src/index.ts';
import { ExtractionError } from '../../src/model/extraction-error.ts';
import type { QueryRequest, QueryResult } from '../../src/store/query.ts';
import { runQuery, streamQuery } from '../../src/store/query.ts';
import { buildExtraction, saveOne } from './extraction-builder.ts';
import { temporaryArchive, temporaryFolder } from './temporary-archive.ts';

const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
const numbersTo = (last: number) =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${last}) SELECT i FROM n`;

function run(sql: string, given: Partial<QueryRequest> = {}): Promise<QueryResult> {
  return runQuery({ file: temporaryArchive().name, sql, ...given });
}

async function refusal(sql: string, given: Partial<QueryRequest> = {}): Promise<ExtractionError> {
  try {
    await run(sql, given);
  } catch (error) {
    if (error instanceof ExtractionError) return error;
    throw error;
  }
  throw new Error(`${sql} was run.`);
}

/** Query processes that `pid` started and that still run; one that ended and was not yet collected does not. */
function queriesOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, state]) => Number(parent) === pid && state?.startsWith('Z') === false)
    .filter((fields) => fields.some((field) => field.includes('query-process')))
    .map(([child]) => Number(child));
}

function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

/** Waits until `holds` does, for 10 s at most. @returns whether it came to hold */
async function eventually(holds: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (holds()) return true;
    await sleep(50);
  }
  return false;
}

describe('runQuery', () => {
  it('gives the rows of an archive, with numbers as they were printed', async () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction());
    const sql = 'SELECT executed, executed_micro, source FROM funds WHERE source = @source';
    expect(await runQuery({ file: db.name, sql, parameters: { source: 'total' } })).toEqual({
      columns: ['executed', 'executed_micro', 'source'],
      rows: [[78.67, 78_670_000, 'total']],
      isTruncated: false,
    });
  });

  it('gives integers as numbers where they are safe, exactly where they are not, and blobs as bytes', async () => {
    const { rows } = await run("SELECT 9007199254740991, 9007199254740993, NULL, x'00ff', 1.5, '字'");
    expect(rows).toEqual([
      [9007199254740991, 9007199254740993n, null, expect.objectContaining({ 0: 0, 1: 255 }), 1.5, '字'],
    ]);
  });

  it('tells columns of one name apart', async () => {
    expect((await run('SELECT 1 AS id, 2 AS id, 3 AS id')).columns).toEqual(['id', 'id:1', 'id:2']);
  });

  it('gives the columns where there are no rows', async () => {
    expect(await run('SELECT sha256 FROM documents')).toEqual({ columns: ['sha256'], rows: [], isTruncated: false });
  });

  it('stops at the row limit and says so', async () => {
    const limited = await run(numbersTo(1000), { rowLimit: 300 });
    expect(limited.rows).toHaveLength(300);
    expect(limited.isTruncated).toBe(true);
    expect(await run(numbersTo(300), { rowLimit: 300 })).toMatchObject({ isTruncated: false });
    expect((await run(numbersTo(20_000), { rowLimit: null })).rows).toHaveLength(20_000);
  });
});

describe('a statement that is not run', () => {
  it('is reported as the process reports it', async () => {
    const refused = await refusal('DROP TABLE documents');
    expect(refused.details).toMatchObject({ code: 'query-refused', exitCode: 2 });
    expect(refused.details.hint).toContain('SELECT');
    const invalid = await refusal('SELECT @unit');
    expect(invalid.details).toMatchObject({ code: 'query-invalid', exitCode: 2 });
  });

  it('is reported where there is no database', async () => {
    const error = await refusal('SELECT 1', { file: join(temporaryFolder(), 'missing.db') });
    expect(error.details).toMatchObject({ code: 'database-missing', exitCode: 4 });
  });
});

describe('the built program', () => {
  it('starts its query process as the sources do', async () => {
    const built = new URL('../../dist/program/index.cjs', import.meta.url).href;
    const program = (await import(built)) as { readonly openArchive: typeof openArchive };
    const { rows } = await program.openArchive(temporaryArchive().name).query('SELECT 1');
    expect(rows).toEqual([[1]]);
  });
});

describe('a query that does not end', () => {
  it('is stopped at its time limit', async () => {
    const startedAt = performance.now();
    const error = await refusal(endless, { timeLimitMs: 500 });
    expect(error.details).toMatchObject({ code: 'query-timed-out', exitCode: 4 });
    expect(error.message).toContain('0.5 s');
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it('does not outlive the program', async () => {
    const file = temporaryArchive().name;
    const script = join(dirname(file), 'program.ts');
    const query = fileURLToPath(new URL('../../src/store/query.ts', import.meta.url));
    const request = { file, sql: endless, timeLimitMs: 60_000 };
    writeFileSync(
      script,
      `import { runQuery } from ${JSON.stringify(query)};\nawait runQuery(${JSON.stringify(request)});\n`,
    );
    const program = spawn(process.execPath, [script], { stdio: 'ignore' });
    const { pid = 0 } = program;
    await eventually(() => queriesOf(pid).length > 0);
    const [child = 0] = queriesOf(pid);
    await sleep(500);
    expect(isRunning(child)).toBe(true);
    program.kill('SIGKILL');
    expect(await eventually(() => !isRunning(child))).toBe(true);
  });
});

describe('streamQuery', () => {
  it('fetches rows as they are asked for, and ends its process when they are no longer', async () => {
    const batches = streamQuery({
      file: temporaryArchive().name,
      sql: endless.replace('count(*)', 'i'),
      rowLimit: null,
    });
    let rowCount = 0;
    for await (const batch of batches) {
      rowCount += batch.rows.length;
      if (rowCount > 1000) break;
    }
    expect(rowCount).toBeLessThan(1500);
    expect(await eventually(() => queriesOf(process.pid).length === 0)).toBe(true);
  });

  it('counts only the time that the database takes', async () => {
    const sql = numbersTo(600);
    let rowCount = 0;
    for await (const batch of streamQuery({ file: temporaryArchive().name, sql, timeLimitMs: 2000 })) {
      rowCount += batch.rows.length;
      await sleep(1100);
    }
    expect(rowCount).toBe(600);
  });
});
