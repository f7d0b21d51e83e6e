import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ExtractionError } from '../../src/model/extraction-error.ts';
import { openDatabaseReadOnly } from '../../src/store/database.ts';
import { runStatement } from '../../src/store/query-cursor.ts';
import type { QueryBatch } from '../../src/store/query-messages.ts';
import { temporaryArchive, temporaryFolder } from './temporary-archive.ts';
import { thrownError } from './thrown-error.ts';

/** Runs a statement as the query process does, within this one. */
function run(sql: string): QueryBatch[] {
  const db = openDatabaseReadOnly(temporaryArchive().name);
  onTestFinished(() => {
    db.close();
  });
  return [...runStatement(db, { sql, parameters: {}, rowLimit: null })];
}

function refusal(sql: string): ExtractionError {
  return thrownError(() => run(sql));
}

it.each(['SELECT 1;', ' -- a comment\n/* another */ SELECT 1', 'VALUES (1)', 'EXPLAIN QUERY PLAN SELECT 1'])(
  'own SQL may read: %j',
  (sql) => {
    expect(run(sql)).toMatchObject([{ rows: { length: 1 }, isLast: true }]);
  },
);

describe('what own SQL may not do', () => {
  it.each([
    "INSERT INTO documents (sha256, media_type, page_count) VALUES ('a', 'b', 1)",
    "INSERT INTO documents (sha256, media_type, page_count) VALUES ('a', 'b', 1) RETURNING id",
    'WITH old AS (SELECT id FROM documents) DELETE FROM documents WHERE id IN old',
    'DROP TABLE documents',
    'CREATE TEMP TABLE notes (text)',
    'BEGIN',
    'PRAGMA journal_mode = DELETE',
    '/* quietly */ PRAGMA writable_schema = 1',
  ])('%s', (sql) => {
    const error = refusal(sql);
    expect(error.details).toMatchObject({ code: 'query-refused', exitCode: 2 });
    expect(error.details.hint).toContain('SELECT');
  });

  it('make or open other files', () => {
    const file = join(temporaryFolder(), 'other.db');
    expect(refusal(`ATTACH '${file}' AS other`).details.code).toBe('query-refused');
    expect(refusal(`VACUUM INTO '${file}'`).details.code).toBe('query-refused');
    expect(existsSync(file)).toBe(false);
  });

  it('load an extension', () => {
    expect(refusal("SELECT load_extension('libc.so.6')").message).toMatch(/not authorized|no such function/);
  });

  it.each([
    ['SELECT 1; DELETE FROM documents', 'more than one statement', 'one statement'],
    ['', 'empty', 'SELECT'],
    ['-- nothing', 'empty', 'SELECT'],
    ['SELEC 1', 'syntax error', 'lang_select'],
    ['SELECT * FROM form', 'no such table: form', 'sqlite_schema'],
    ['SELECT projectname FROM forms', 'no such column', 'column_descriptions'],
    ['SELECT @unit', 'unit', '@parameter'],
  ])('be wrong: %j', (sql, message, hint) => {
    const error = refusal(sql);
    expect(error.details).toMatchObject({ code: 'query-invalid', exitCode: 2 });
    expect(error.message).toContain(message);
    expect(error.details.hint).toContain(hint);
  });
});
