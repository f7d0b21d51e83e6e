import { SqliteError } from 'better-sqlite3';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';

interface Explanation {
  readonly code: string;
  readonly found: string;
  readonly hint: string;
}

/** What SQLite's result codes mean to whoever runs the program; a longer code is an extension of a shorter one. */
const explanations: readonly (readonly [string, Explanation])[] = [
  [
    'SQLITE_NOTADB',
    { code: 'database-foreign', found: 'is not an SQLite database', hint: 'Name another file with --db.' },
  ],
  [
    'SQLITE_BUSY',
    {
      code: 'database-locked',
      found: 'is locked by another program',
      hint: 'Wait until the other program has finished, or close it; then run the command again.',
    },
  ],
  [
    'SQLITE_READONLY',
    {
      code: 'database-read-only',
      found: 'cannot be written',
      hint: 'Allow writing to the file and to its folder (SQLite keeps two files beside it), or name another file with --db.',
    },
  ],
  [
    'SQLITE_CANTOPEN',
    {
      code: 'database-cannot-open',
      found: 'cannot be opened',
      hint: 'Check that the folder exists and that this user may read and write in it, or name another file with --db.',
    },
  ],
  [
    'SQLITE_FULL',
    {
      code: 'database-disk-full',
      found: 'cannot grow: the disk is full',
      hint: 'Free some space and run the command again; what was committed before is safe.',
    },
  ],
  [
    'SQLITE_CORRUPT',
    {
      code: 'database-damaged',
      found: 'is damaged',
      hint: 'Restore a copy, or move the file away and ingest the documents again.',
    },
  ],
];

/** What SQLite says of a row that it does not take: the database is sound, and the document alone is refused. */
const refusals = ['SQLITE_CONSTRAINT', 'SQLITE_TOOBIG', 'SQLITE_MISMATCH', 'SQLITE_RANGE'];

const otherwise: Explanation = {
  code: 'database-failed',
  found: 'reported an error',
  hint: 'Check the disk and the file; if both are sound, report this as a bug of ziping.',
};

/**
 * An `ExtractionError` (exit code 4) that says what SQLite met in `file` and what to do next. Errors that
 * SQLite did not raise come back as they are, for the caller to throw on.
 */
export function explainDatabaseError(error: unknown, file: string): unknown {
  if (!(error instanceof SqliteError)) return error;
  const explanation = explanations.find(([code]) => error.code.startsWith(code))?.[1] ?? otherwise;
  return databaseError(`The database ${file} ${explanation.found} (${error.code}: ${error.message}).`, {
    code: explanation.code,
    hint: explanation.hint,
    cause: error,
  });
}

/**
 * Whether an error is about one document's record, which the database cannot hold, and not about the database: the
 * next document may well be saved.
 */
export function refusesDocument(error: unknown): boolean {
  if (error instanceof SqliteError) return refusals.some((code) => error.code.startsWith(code));
  return error instanceof ExtractionError && error.details.code === 'number-does-not-fit';
}

/** An `ExtractionError` with the exit code of the database. */
export function databaseError(
  message: string,
  details: { readonly code: string; readonly hint: string; readonly cause?: unknown },
): ExtractionError {
  return new ExtractionError(message, { ...details, exitCode: exitCodes.database, stage: 'load' });
}
