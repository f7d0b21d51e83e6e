import type { ArchiveDatabase } from './archive-database.ts';
import { prepared } from './prepared.ts';
import type { Row } from './rows.ts';

/**
 * Rows that one statement inserts at most. Measured on `evidence`: 20 rows a statement take less than half the time
 * of one a statement with named parameters, and 60 no less than 20.
 */
const rowsPerStatement = 20;

/** Inserts rows that all have the same columns. @returns the id of the last one, where the table has one */
export function insertRows(db: ArchiveDatabase, table: string, rows: readonly Row[]): number {
  let lastId = 0;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const some = rows.slice(start, start + rowsPerStatement);
    const sql = insertSql(table, Object.keys(some[0] ?? {}), some.length);
    lastId = Number(prepared(db, sql).run(some.flatMap((row) => Object.values(row))).lastInsertRowid);
  }
  return lastId;
}

function insertSql(table: string, columns: readonly string[], rowCount: number): string {
  const places = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rowCount }, () => places).join(', ')}`;
}
