import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExtractionError } from '../model/extraction-error.ts';
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
 * Opens an existing archive on a connection that cannot write. The caller closes it. Where its folder cannot be
 * written either, the file is read into memory whole: SQLite reads a file in WAL mode only with two more beside it.
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
  try {
    return open(file, { timeout, readonly: true, fileMustExist: true }, prepareToRead);
  } catch (error) {
    if (!isBarred(error) || hasOpenWal(file) || !isReadable(file)) throw error;
    return open(file, { readonly: true, inMemory: true }, prepareToRead);
  }
}

function prepareToRead(db: ArchiveDatabase, file: string): void {
  const version = checkIdentity(db, file);
  if (version < schemaVersion) {
    throw databaseError(`The database ${file} has schema version ${version}, this program needs ${schemaVersion}.`, {
      code: 'database-older',
      hint: 'Run `ziping ingest` on it once: it updates the schema and loses nothing.',
    });
  }
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
}

function isBarred(error: unknown): boolean {
  if (!(error instanceof ExtractionError)) return false;
  return ['database-read-only', 'database-cannot-open'].includes(error.details.code);
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Whether another program has not closed the file, or died over it: its last changes are then not in it. */
function hasOpenWal(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

type Prepare = (db: ArchiveDatabase, file: string) => void;

function open(
  file: string,
  { inMemory = false, ...options }: Database.Options & { readonly inMemory?: boolean },
  prepare: Prepare,
): ArchiveDatabase {
  checkFolder(file);
  let db: ArchiveDatabase | undefined;
  try {
    db = new Database(inMemory ? readWithoutWal(file) : file, options);
    prepare(db, file);
    return db;
  } catch (error) {
    db?.close();
    throw explainDatabaseError(error, file);
  }
}

/** The file's bytes, with a header that says they are not in WAL mode (https://sqlite.org/fileformat.html, 1.3.3). */
function readWithoutWal(file: string): Buffer {
  return readFileSync(file).fill(1, 18, 20);
}

function checkFolder(file: string): void {
  if (isFolder(file)) {
    throw databaseError(`The database ${file} is a folder.`, {
      code: 'database-cannot-open',
      hint: `Name a file with --db, such as ${join(file, 'ziping.db')}.`,
    });
  }
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
