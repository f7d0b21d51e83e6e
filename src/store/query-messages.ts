import type { ExtractionErrorDetails } from '../model/extraction-error.ts';

/** What travels between the program and the process that runs a query. One request, one reply, in turn. */

/** A value of a result; `bigint` only beyond 2^53, `Uint8Array` for blobs. */
export type QueryValue = string | number | bigint | Uint8Array | null;

/** Parameters of a statement, by name without the `@`. */
export type QueryParameters = Readonly<Record<string, string | number | null>>;

export interface StartRequest {
  readonly kind: 'start';
  readonly file: string;
  readonly sql: string;
  readonly parameters: QueryParameters;
  /** `null`: no limit. */
  readonly rowLimit: number | null;
}

export interface NextRequest {
  readonly kind: 'next';
}

/** Rows of a result, each with its values in the order of `columns`. */
export interface RowSet {
  /** Names of the result's columns; a name met again is numbered (`id:1`). */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
}

/** Some rows of a result. The columns are the same in every batch. */
export interface QueryBatch extends RowSet {
  /** True for the last batch. */
  readonly isLast: boolean;
  /** True on the last batch where the row limit left rows out. */
  readonly isTruncated: boolean;
}

export interface BatchReply {
  readonly kind: 'batch';
  readonly batch: QueryBatch;
}

export interface FailureReply {
  readonly kind: 'failure';
  readonly message: string;
  readonly details: Pick<ExtractionErrorDetails, 'code' | 'exitCode' | 'hint'>;
}

export type QueryRequestMessage = StartRequest | NextRequest;
export type QueryReply = BatchReply | FailureReply;
