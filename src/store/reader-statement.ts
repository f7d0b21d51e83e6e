import type Database from 'better-sqlite3';
import { SqliteError } from 'better-sqlite3';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type { ArchiveDatabase } from './archive-database.ts';
import type { QueryParameters, QueryValue } from './query-messages.ts';

/** A statement that reads; its rows are lists of values where `raw` was asked for. */
export type ReaderStatement = Database.Statement<[QueryParameters], readonly QueryValue[]>;

/** White space and comments before the statement's first word. */
const beforeFirstWord = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;

/**
 * Prepares one statement of the user's that reads and does nothing else. PRAGMA is refused before SQLite sees it,
 * since some pragmas act while they are compiled; ATTACH, VACUUM INTO and the like, since they reach other files.
 * @throws ExtractionError (exit code 2) `query-refused` for what does not read, `query-invalid` for wrong SQL
 */
export function prepareReader(db: ArchiveDatabase, sql: string): ReaderStatement {
  const word = /^[a-z]*/i.exec(sql.replace(beforeFirstWord, ''))?.[0].toUpperCase() ?? '';
  const refusal = refusalOf(word);
  if (refusal !== null) throw refused(refusal.found, refusal.hint);
  const statement = prepare(db, sql);
  if (statement.reader && statement.readonly) return statement;
  throw refused('writes to the database', 'Start it with SELECT or WITH: own SQL can only read.');
}

function refusalOf(word: string): { readonly found: string; readonly hint: string } | null {
  if (word === 'PRAGMA') {
    const hint = "Ask for the schema in a SELECT: SELECT name, type FROM pragma_table_info('forms').";
    return { found: 'is a PRAGMA', hint };
  }
  if (word === 'ATTACH' || word === 'DETACH') {
    return { found: 'opens another file', hint: 'Run the query on one database; name another with --db.' };
  }
  if (/^(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|VACUUM|REINDEX|ANALYZE)$/.test(word)) {
    return { found: `writes to the database (${word})`, hint: 'Own SQL can only read: start it with SELECT or WITH.' };
  }
  if (/^(BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)$/.test(word)) {
    return { found: 'is a transaction', hint: 'Give the SELECT alone.' };
  }
  return null;
}

function prepare(db: ArchiveDatabase, sql: string): ReaderStatement {
  try {
    return db.prepare<[QueryParameters], readonly QueryValue[]>(sql);
  } catch (error) {
    throw explainQueryError(error);
  }
}

/**
 * An `ExtractionError` (exit code 2) for what SQLite or its driver says of the user's SQL or parameters; errors of
 * the database itself (locked, damaged) come back as they are.
 */
export function explainQueryError(error: unknown): unknown {
  if (error instanceof SqliteError) {
    return error.code === 'SQLITE_ERROR' ? invalid(error.message, hintOf(error.message), error) : error;
  }
  if (!(error instanceof RangeError || error instanceof TypeError)) return error;
  if (error.message.includes('more than one statement')) {
    return invalid('it has more than one statement', 'Give one statement at a time.', error);
  }
  if (error.message.includes('no statements')) {
    return invalid('it is empty', 'Give a SELECT, or the name of a query.', error);
  }
  return invalid(error.message, 'Give every @parameter of the statement a value: --param NAME=VALUE.', error);
}

function hintOf(message: string): string {
  if (message.startsWith('no such table')) {
    return "All tables and views: SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view').";
  }
  if (message.startsWith('no such column')) {
    return 'All columns: SELECT table_name, column_name, description FROM column_descriptions. Texts stand in single quotes.';
  }
  return 'Check the statement near that place; SQLite describes its SQL at https://sqlite.org/lang_select.html.';
}

function refused(found: string, hint: string): ExtractionError {
  return new ExtractionError(`The statement ${found} and was not run.`, {
    code: 'query-refused',
    exitCode: exitCodes.usage,
    hint,
  });
}

function invalid(found: string, hint: string, cause: unknown): ExtractionError {
  return new ExtractionError(`The statement cannot be run: ${found}.`, {
    code: 'query-invalid',
    exitCode: exitCodes.usage,
    hint,
    cause,
  });
}
