import type Database from 'better-sqlite3';
import type { ArchiveDatabase } from './archive-database.ts';
import type { SqlValue } from './rows.ts';

type Parameters = (SqlValue | readonly SqlValue[] | Readonly<Record<string, SqlValue>>)[];

/** Statements by their SQL, kept as long as their connection: preparing one costs more than running it. */
const statementsOf = new WeakMap<ArchiveDatabase, Map<string, Database.Statement<Parameters>>>();

/** The prepared statement of `sql` on this connection. Only for SQL that the program spells out itself. */
export function prepared(db: ArchiveDatabase, sql: string): Database.Statement<Parameters> {
  const statements = statementsOf.get(db) ?? new Map<string, Database.Statement<Parameters>>();
  statementsOf.set(db, statements);
  const statement = statements.get(sql) ?? db.prepare<Parameters>(sql);
  statements.set(sql, statement);
  return statement;
}
