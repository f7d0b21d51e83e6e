/**
 * The process that runs one query of the user's and is killed when it takes too long: the driver is synchronous, so
 * that nothing inside a process can stop a statement. `streamQuery` starts it, asks for a batch, and takes it, in turn.
 */
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { openDatabaseReadOnly } from './database.ts';
import { runStatement } from './query-cursor.ts';
import { startParentWatch } from './parent-watch.ts';
import type { QueryBatch, QueryReply, QueryRequestMessage, StartRequest } from './query-messages.ts';

let batches: Iterator<QueryBatch, void> | undefined;

process.on('message', (message: QueryRequestMessage) => {
  process.send?.(reply(message));
});
startParentWatch(Number(process.argv[2]));

function reply(message: QueryRequestMessage): QueryReply {
  try {
    if (message.kind === 'start') batches = start(message);
    const next = batches?.next();
    if (next === undefined || next.value === undefined) throw new Error('A batch was asked for after the last one.');
    return { kind: 'batch', batch: next.value };
  } catch (error) {
    return failure(error);
  }
}

function start(request: StartRequest): Iterator<QueryBatch, void> {
  return runStatement(openDatabaseReadOnly(request.file), request);
}

function failure(error: unknown): QueryReply {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ExtractionError) {
    const { code, exitCode, hint } = error.details;
    return { kind: 'failure', message, details: { code, exitCode, hint } };
  }
  const hint = 'Report this as a bug of ziping, with the statement.';
  return { kind: 'failure', message, details: { code: 'query-failed', exitCode: exitCodes.database, hint } };
}
