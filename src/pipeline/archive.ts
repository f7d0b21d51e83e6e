import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { bindParameters } from '../store/queries/bind-parameters.ts';
import { findNamedQuery, namedQueries } from '../store/queries/index.ts';
import type { NamedQuery } from '../store/queries/named-query.ts';
import { type QueryRequest, type QueryResult, runQuery } from '../store/query.ts';

export interface QueryOptions {
  /** By name, as a command line spells them; a named query's own defaults stand for what is left out. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** 30 s where nothing is said. */
  readonly timeLimitMs?: number;
  /** 10,000 where nothing is said, `null` for all. */
  readonly rowLimit?: number | null;
}

/** How many there are of one thing in an archive. */
export interface OverviewLine {
  readonly subject: string;
  readonly amount: number;
}

/** An archive: a database of documents with what they say, to be asked. */
export interface Archive {
  readonly file: string;
  /** The questions that have a name, with their parameters and columns. */
  readonly queries: readonly NamedQuery[];
  /**
   * Rows of a named query, or of one's own statement, which can only read.
   * @throws ExtractionError `query-…`, `database-…`
   */
  readonly query: (nameOrSql: string, options?: QueryOptions) => Promise<QueryResult>;
  /** How much the archive holds, and how sound it is. @throws ExtractionError `database-…` */
  readonly overview: () => Promise<readonly OverviewLine[]>;
}

/** The archive of a database file. Each question opens the file for itself, so that there is nothing to close. */
export function openArchive(file: string): Archive {
  const query: Archive['query'] = (nameOrSql, options = {}) => runQuery({ file, ...statementOf(nameOrSql, options) });
  return {
    file,
    queries: namedQueries,
    query,
    overview: async () => {
      const { rows } = await query('overview');
      return rows.map(([subject, amount]) => ({ subject: String(subject), amount: Number(amount) }));
    },
  };
}

function statementOf(nameOrSql: string, { parameters = {}, ...limits }: QueryOptions): Omit<QueryRequest, 'file'> {
  const named = findNamedQuery(nameOrSql);
  if (named !== null) return { ...limits, sql: named.sql, parameters: bindParameters(named, parameters) };
  if (/^[\w-]*$/.test(nameOrSql.trim())) throw unknownQuery(nameOrSql);
  return { ...limits, sql: nameOrSql, parameters: sqlParameters(parameters) };
}

/**
 * Parameters for one's own statement. Text that is the plain spelling of a whole number is bound as one, so that
 * `LIMIT @n` works; a column of texts compares it as text all the same.
 */
function sqlParameters(given: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  const entries = Object.entries(given).map(([name, text]): [string, string | number] => {
    const isPlain = Number.isSafeInteger(Number(text)) && String(Number(text)) === text;
    return [name, isPlain ? Number(text) : text];
  });
  return Object.fromEntries(entries);
}

/** The error for a single word that is no query's name, and no SQL either. */
function unknownQuery(name: string): ExtractionError {
  return new ExtractionError(`There is no query "${name}"`, {
    code: 'query-unknown',
    exitCode: exitCodes.usage,
    hint: `Queries there are: ${namedQueries.map((query) => query.name).join(', ')}; or give a SELECT`,
  });
}
