import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import type {
  QueryBatch,
  QueryParameters,
  QueryReply,
  QueryRequestMessage,
  QueryValue,
  RowSet,
} from './query-messages.ts';
import { siblingModule } from './sibling-module.ts';

export interface QueryRequest {
  /** The archive's file. */
  readonly file: string;
  /** One statement that reads. */
  readonly sql: string;
  /** By name, without the `@`. */
  readonly parameters?: QueryParameters;
  /** How long the database may work on it in all; 30 s where nothing is said. Time between batches does not count. */
  readonly timeLimitMs?: number;
  /** How many rows at most; 10,000 where nothing is said, `null` for all. */
  readonly rowLimit?: number | null;
}

/** All rows of a query, or as many as the limit allows. */
export interface QueryResult extends RowSet {
  /** Whether the row limit left rows out. */
  readonly isTruncated: boolean;
}

const defaultTimeLimitMs = 30_000;
const defaultRowLimit = 10_000;

/** How much of what a dying process wrote is kept for the error. */
const stderrCharacters = 2000;

/**
 * Runs one reading statement on a connection that cannot write and returns its rows.
 * @throws ExtractionError `query-refused`, `query-invalid` (exit code 2), `query-timed-out`, `query-process-died`,
 * `database-…` (exit code 4)
 */
export async function runQuery(request: QueryRequest): Promise<QueryResult> {
  const rows: (readonly QueryValue[])[] = [];
  for await (const batch of streamQuery(request)) {
    rows.push(...batch.rows);
    if (batch.isLast) return { columns: batch.columns, rows, isTruncated: batch.isTruncated };
  }
  throw processDied('it sent no last batch', '');
}

/**
 * Runs one reading statement in a process of its own and yields its rows in batches, each fetched when it is asked
 * for, so that memory stays flat. Ends the process when the consumer stops early. There is at least one batch.
 * @throws ExtractionError as `runQuery`
 */
export async function* streamQuery(request: QueryRequest): AsyncGenerator<QueryBatch, void> {
  const child = new QueryProcess(request.timeLimitMs ?? defaultTimeLimitMs);
  try {
    let batch = await child.ask({
      kind: 'start',
      file: request.file,
      sql: request.sql,
      parameters: request.parameters ?? {},
      rowLimit: request.rowLimit === undefined ? defaultRowLimit : request.rowLimit,
    });
    yield batch;
    while (!batch.isLast) {
      batch = await child.ask({ kind: 'next' });
      yield batch;
    }
  } finally {
    child.kill();
  }
}

/** A running query process and what is left of its time. */
class QueryProcess {
  readonly #child: ChildProcess;
  readonly #timeLimitMs: number;
  #timeLeftMs: number;
  #stderr = '';

  constructor(timeLimitMs: number) {
    this.#timeLimitMs = timeLimitMs;
    this.#timeLeftMs = timeLimitMs;
    this.#child = fork(siblingModule(import.meta.url, 'query-process'), [String(process.pid)], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-stderrCharacters);
    });
  }

  /** Sends a request and waits for its batch, at most for the time that is left; kills the process after that. */
  async ask(message: QueryRequestMessage): Promise<QueryBatch> {
    const startedAt = performance.now();
    const reply = await this.#exchange(message);
    this.#timeLeftMs -= performance.now() - startedAt;
    if (reply.kind === 'batch') return reply.batch;
    throw new ExtractionError(reply.message, { ...reply.details });
  }

  kill(): void {
    this.#child.removeAllListeners();
    this.#child.kill('SIGKILL');
  }

  #exchange(message: QueryRequestMessage): Promise<QueryReply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(timedOut(this.#timeLimitMs)), Math.max(0, this.#timeLeftMs));
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#child.removeAllListeners();
        act();
      };
      this.#child.once('message', (reply: QueryReply) => settle(() => resolve(reply)));
      this.#child.once('error', (error) => settle(() => reject(processDied(error.message, this.#stderr))));
      this.#child.once('close', (code, signal) =>
        settle(() => reject(processDied(`it ended with ${signal ?? `code ${code}`}`, this.#stderr))),
      );
      this.#child.send(message, () => {
        // A process that died before it could be asked is reported by its close event.
      });
    });
  }
}

function timedOut(timeLimitMs: number): ExtractionError {
  return new ExtractionError(`The query took longer than its limit of ${timeLimitMs / 1000} s and was stopped.`, {
    code: 'query-timed-out',
    exitCode: exitCodes.database,
    hint: 'Narrow it down with WHERE or LIMIT, look at EXPLAIN QUERY PLAN, or allow more time (--timeout SECONDS).',
  });
}

function processDied(how: string, stderr: string): ExtractionError {
  return new ExtractionError(`The process that ran the query is gone: ${how}.`, {
    code: 'query-process-died',
    exitCode: exitCodes.database,
    hint: 'The result may have been too large for the memory: narrow it down with WHERE or LIMIT.',
    cause: stderr === '' ? undefined : stderr,
  });
}
