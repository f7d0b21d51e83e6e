/** Exit codes of the command line, as the README lists them. */
export const exitCodes = { ok: 0, needsAttention: 1, usage: 2, nothingRead: 3, database: 4, interrupted: 130 } as const;

export interface ExtractionErrorDetails {
  /** Stable, documented in the README: `encrypted-pdf`, `layout-invalid`, … */
  readonly code: string;
  readonly exitCode: (typeof exitCodes)[keyof typeof exitCodes];
  /** What the reader of the message should do next. */
  readonly hint: string;
  readonly stage?: string;
  readonly document?: string;
  /** From 1. */
  readonly page?: number;
  readonly cause?: unknown;
}

/** What cannot go on. Bad data in a document is a problem or a finding instead, and never thrown past its stage. */
export class ExtractionError extends Error {
  readonly details: ExtractionErrorDetails;

  constructor(message: string, details: ExtractionErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'ExtractionError';
    this.details = details;
  }
}

/** What an error says; of the system's own (`ENOENT: no such file or directory, open 'a.pdf'`) only what went wrong. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return /^E[A-Z0-9]+: (.+?), \w+/.exec(error.message)?.[1] ?? error.message;
}
