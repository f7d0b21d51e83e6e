import type { Extraction } from '../model/record.ts';
import type { ArchiveDatabase } from '../store/archive-database.ts';
import { openDatabase } from '../store/database.ts';
import { bindParameters } from '../store/queries/bind-parameters.ts';
import { findNamedQuery, namedQueries } from '../store/queries/index.ts';
import type { NamedQuery } from '../store/queries/named-query.ts';
import { type QueryResult, runQuery } from '../store/query.ts';
import { type SaveOutcome, saveExtraction } from '../store/save-extraction.ts';
import { archivePath } from './archive-path.ts';
import { originOf } from './origin.ts';
import { loadPipeline } from './pipeline.ts';
import { storedOrNull } from './recall.ts';
import { type RecordChange, recordChanges } from './record-changes.ts';
import { sqlParameters, unknownQuery } from './own-sql.ts';

export interface QueryOptions {
  /** By name, as a command line spells them; a named query's own defaults stand for what is left out. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** 30 s where nothing is said. */
  readonly timeLimitMs?: number;
  /** 10,000 where nothing is said, `null` for all. */
  readonly rowLimit?: number | null;
}

/** What saving a record did. */
export interface SaveResult {
  readonly outcome: SaveOutcome;
  /** Value by value, what the archive said of the document before and says now. */
  readonly changes: readonly RecordChange[];
}

/** How many there are of one thing in an archive. */
export interface OverviewLine {
  readonly subject: string;
  readonly amount: number;
}

/** An archive: a database of documents with what they say. */
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
  /**
   * Makes the archive say of a document what its record says; makes the file where there is none.
   * `pipeline` is the one that the record comes from.
   * @throws ExtractionError `database-…`, `number-does-not-fit`, `pipeline-…`
   */
  readonly save: (extraction: Extraction, pipeline?: string) => Promise<SaveResult>;
  readonly close: () => void;
}

/** The archive of a database file. The file is opened when it is first asked or written to; close it at the end. */
export function openArchive(file: string): Archive {
  let database: ArchiveDatabase | null = null;
  const query: Archive['query'] = (nameOrSql, options = {}) => runQuery({ file, ...statementOf(nameOrSql, options) });
  return {
    file,
    queries: namedQueries,
    query,
    overview: async () => {
      const { rows } = await query('overview');
      return rows.map(([subject, amount]) => ({ subject: String(subject), amount: Number(amount) }));
    },
    save: async (extraction, pipeline = 'default') => {
      const origin = await originOf(await loadPipeline(pipeline));
      database ??= openDatabase(file);
      const path = archivePath(extraction.document.path, file);
      const record = { ...extraction, document: { ...extraction.document, path } };
      const stored = storedOrNull(database, { path }) ?? storedOrNull(database, { sha256: record.document.sha256 });
      const outcome = saveExtraction(database, record, origin);
      return { outcome, changes: recordChanges(stored?.extraction ?? null, record) };
    },
    close: () => {
      database?.close();
      database = null;
    },
  };
}

function statementOf(nameOrSql: string, { parameters = {}, ...limits }: QueryOptions): StatementRequest {
  const named = findNamedQuery(nameOrSql);
  if (named !== null) return { ...limits, sql: named.sql, parameters: bindParameters(named, parameters) };
  if (/^[\w-]*$/.test(nameOrSql.trim())) throw unknownQuery(nameOrSql);
  return { ...limits, sql: nameOrSql, parameters: sqlParameters(parameters) };
}

type StatementRequest = Omit<Parameters<typeof runQuery>[0], 'file'>;
