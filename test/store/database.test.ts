import Database from 'better-sqlite3';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openDatabaseReadOnly } from '../../src/store/database.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { applicationId, schemaVersion } from '../../src/store/migrate.ts';
import { asOrdinaryUser } from './as-ordinary-user.ts';
import { temporaryArchive, temporaryFolder } from './temporary-archive.ts';
import { thrownError } from './thrown-error.ts';

function openRaw(file: string): Database.Database {
  const db = new Database(file);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

describe('openDatabase', () => {
  it('makes an archive with the current schema, in WAL mode, with foreign keys on', () => {
    const db = temporaryArchive();
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect(pragma('application_id')).toBe(applicationId);
    expect(pragma('user_version')).toBe(schemaVersion);
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('synchronous')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
  });

  it('opens an archive again without writing to it', () => {
    const file = join(temporaryFolder(), 'archive.db');
    openDatabase(file).close();
    const before = readFileSync(file);
    openDatabase(file).close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('takes an empty file for a new archive', () => {
    const file = join(temporaryFolder(), 'archive.db');
    writeFileSync(file, '');
    const db = openDatabase(file);
    expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion);
    db.close();
  });

  it('goes on from the version that an older program left', () => {
    const file = join(temporaryFolder(), 'archive.db');
    const older = openRaw(file);
    for (const migration of migrations.slice(0, -1)) older.exec(migration);
    older.pragma(`application_id = ${applicationId}`);
    older.pragma(`user_version = ${schemaVersion - 1}`);
    expect(thrownError(() => openDatabaseReadOnly(file)).details.code).toBe('database-older');
    const db = openDatabase(file);
    expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion);
    expect(db.prepare('SELECT count(*) FROM needs_review').pluck().get()).toBe(0);
    db.close();
  });
});

describe('a file that cannot be opened', () => {
  it('is refused where it is no database', () => {
    const file = join(temporaryFolder(), 'letter.txt');
    writeFileSync(file, 'No database, however long this text may be. '.repeat(50));
    const error = thrownError(() => openDatabase(file));
    expect(error.details).toMatchObject({ code: 'database-foreign', exitCode: 4 });
    expect(error.details.hint).toContain('--db');
    expect(error.message).toContain(file);
  });

  it('is refused, and left as it is, where it is the database of another program', () => {
    const file = join(temporaryFolder(), 'other.db');
    openRaw(file).exec('CREATE TABLE notes (text)');
    const before = readFileSync(file);
    expect(thrownError(() => openDatabase(file)).details.code).toBe('database-foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused where another program marked it as its own', () => {
    const file = join(temporaryFolder(), 'other.db');
    openRaw(file).pragma('application_id = 1234');
    expect(thrownError(() => openDatabase(file)).details.code).toBe('database-foreign');
  });

  it('is refused where a newer program wrote it', () => {
    const file = join(temporaryFolder(), 'archive.db');
    const db = openDatabase(file);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    db.close();
    const error = thrownError(() => openDatabase(file));
    expect(error.details.code).toBe('database-newer');
    expect(error.message).toContain(`version ${schemaVersion + 1}`);
  });

  it('is refused where another program holds it', () => {
    const file = join(temporaryFolder(), 'archive.db');
    openRaw(file).exec('BEGIN EXCLUSIVE');
    const error = thrownError(() => openDatabase(file, { busyTimeoutMs: 20 }));
    expect(error.details).toMatchObject({ code: 'database-locked', exitCode: 4 });
  });

  it('is refused where its folder does not exist', () => {
    const error = thrownError(() => openDatabase(join(temporaryFolder(), 'missing', 'archive.db')));
    expect(error.details.code).toBe('database-cannot-open');
  });

  it('is refused where its folder is a file', () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    expect(thrownError(() => openDatabase(join(file, 'archive.db'))).details.code).toBe('database-cannot-open');
  });

  it('is refused where it is a folder', () => {
    expect(thrownError(() => openDatabase(temporaryFolder())).details.code).toBe('database-cannot-open');
  });

  it('is refused where the folder is read-only and the database new', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    await asOrdinaryUser(() => {
      const error = thrownError(() => openDatabase(join(folder, 'archive.db')));
      expect(error.details).toMatchObject({ code: 'database-cannot-open', exitCode: 4 });
    });
  });

  it('is refused where the folder and the archive in it are read-only', async () => {
    const file = join(temporaryFolder(), 'archive.db');
    openDatabase(file).close();
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    await asOrdinaryUser(() => {
      const error = thrownError(() => openDatabase(file));
      expect(error.details.code).toMatch(/^database-(read-only|cannot-open)$/);
    });
  });

  it('is refused where the archive alone is read-only', async () => {
    const file = join(temporaryFolder(), 'archive.db');
    openDatabase(file).close();
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o777);
    await asOrdinaryUser(() => {
      expect(thrownError(() => openDatabase(file)).details.code).toBe('database-read-only');
    });
  });
});

describe('openDatabaseReadOnly', () => {
  it('cannot write, whatever is tried', () => {
    const file = temporaryArchive().name;
    const db = openDatabaseReadOnly(file);
    expect(() => db.exec("INSERT INTO documents (sha256, media_type, page_count) VALUES ('a', 'b', 1)")).toThrow(
      /readonly/,
    );
    expect(() => db.exec('CREATE TABLE notes (text)')).toThrow(/readonly/);
    db.close();
  });

  it('makes no file where there is none', () => {
    const file = join(temporaryFolder(), 'archive.db');
    expect(thrownError(() => openDatabaseReadOnly(file)).details.code).toBe('database-missing');
    expect(existsSync(file)).toBe(false);
  });

  it('reads an archive that is read-only in a read-only folder', async () => {
    const file = join(temporaryFolder(), 'archive.db');
    openDatabase(file).close();
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    await asOrdinaryUser(() => {
      const db = openDatabaseReadOnly(file);
      expect(db.prepare('SELECT count(*) FROM forms').pluck().get()).toBe(0);
      expect(() => db.exec('CREATE TABLE notes (text)')).toThrow(/readonly/);
      db.close();
    });
  });

  it('refuses one there whose last changes are not in it yet', async () => {
    const file = join(temporaryFolder(), 'archive.db');
    openDatabase(file).close();
    writeFileSync(`${file}-wal`, 'changes');
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    await asOrdinaryUser(() => {
      const { code } = thrownError(() => openDatabaseReadOnly(file)).details;
      expect(code).toMatch(/^database-(read-only|cannot-open)$/);
    });
  });
});
