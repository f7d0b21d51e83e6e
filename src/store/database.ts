import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArchiveDatabase } from './archive-database.ts';
import { databaseError, explainDatabaseError } from './database-error.ts';
import { checkIdentity, migrate, schemaVersion } from './migrate.ts';

export interface OpenOptions {
  /** How long to wait for another program's lock. */
  readonly busyTimeoutMs?: number;
}

const defaultBusyTimeoutMs = 5000;

/**
 * Opens an archive to read and write, makes it where there is none, and brings its schema up to date.
 * The caller closes it.
 * @throws ExtractionError with exit code 4: `database-foreign`, `database-newer`, `database-locked`,
 * `database-read-only`, `database-cannot-open`, `database-damaged`, …
 */
export function openDatabase(file: string, options: OpenOptions = {}): ArchiveDatabase {
  return open(file, { timeout: options.busyTimeoutMs ?? defaultBusyTimeoutMs }, (db) => {
    const isCurrent = checkIdentity(db) === schemaVersion;
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    if (!isCurrent) migrate(db);
    else checkWritable(db);
  });
}

/**
 * Opens an existing archive on a connection that cannot write. The caller closes it.
 * @throws ExtractionError as `openDatabase`, and `database-older` where the schema needs an update first
 */
export function openDatabaseReadOnly(file: string, options: OpenOptions = {}): ArchiveDatabase {
  if (!existsSync(file)) {
    throw databaseError(`There is no database ${file}.`, {
      code: 'database-missing',
      hint: 'Make one with `ziping ingest PATH...`, or name another file with --db.',
    });
  }
  const timeout = options.busyTimeoutMs ?? defaultBusyTimeoutMs;
  return open(file, { timeout, readonly: true, fileMustExist: true }, (db) => {
    const version = checkIdentity(db);
    if (version < schemaVersion) {
      throw databaseError(`The database ${file} has schema version ${version}, this program needs ${schemaVersion}.`, {
        code: 'database-older',
        hint: 'Run `ziping ingest` on it once: it updates the schema and loses nothing.',
      });
    }
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
  });
}

function open(file: string, options: Database.Options, prepare: (db: ArchiveDatabase) => void): ArchiveDatabase {
  checkFolder(file);
  let db: ArchiveDatabase | undefined;
  try {
    db = new Database(file, options);
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw explainDatabaseError(error, file);
  }
}

function checkFolder(file: string): void {
  const folder = dirname(file);
  if (existsSync(folder)) return;
  throw databaseError(`The folder ${folder} of the database ${file} does not exist.`, {
    code: 'database-cannot-open',
    hint: 'Make the folder first, or name another file with --db.',
  });
}

/** A file that may not be written opens all the same; say so now and not at the first document. */
function checkWritable(db: ArchiveDatabase): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.pragma(`user_version = ${schemaVersion}`);
  } finally {
    db.exec('ROLLBACK');
  }
}
