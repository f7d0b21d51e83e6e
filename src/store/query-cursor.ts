import type { ArchiveDatabase } from './archive-database.ts';
import { explainDatabaseError } from './database-error.ts';
import type { QueryBatch, QueryValue, StartRequest } from './query-messages.ts';
import { explainQueryError, prepareReader } from './reader-statement.ts';

/** Rows a batch: few enough to hold thousands of long texts in memory, many enough that messages cost little. */
const rowsPerBatch = 256;

/**
 * Runs one reading statement and hands out its rows batch by batch, as far as they are asked for. There is always
 * a last batch, with no rows where there are none.
 * @throws ExtractionError `query-refused`, `query-invalid` (exit code 2), `database-…` (exit code 4)
 */
export function* runStatement(
  db: ArchiveDatabase,
  { sql, parameters, rowLimit }: Pick<StartRequest, 'sql' | 'parameters' | 'rowLimit'>,
): Generator<QueryBatch, void> {
  try {
    const statement = prepareReader(db, sql).raw(true).safeIntegers(true);
    const columns = uniqueNames(statement.columns().map((column) => column.name));
    let rows: (readonly QueryValue[])[] = [];
    let rowCount = 0;
    for (const row of statement.iterate(parameters)) {
      if (rowCount === rowLimit) {
        yield { columns, rows, isLast: true, isTruncated: true };
        return;
      }
      if (rows.length === rowsPerBatch) {
        yield { columns, rows, isLast: false, isTruncated: false };
        rows = [];
      }
      rows.push(row.map(toSafeNumber));
      rowCount += 1;
    }
    yield { columns, rows, isLast: true, isTruncated: false };
  } catch (error) {
    throw explainDatabaseError(explainQueryError(error), db.name);
  }
}

function toSafeNumber(value: QueryValue): QueryValue {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Columns of one name are told apart as SQLite does it in views: `id`, `id:1`, `id:2`. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 1; seen.has(unique); count += 1) unique = `${name}:${count}`;
    seen.add(unique);
    return unique;
  });
}
