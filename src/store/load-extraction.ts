import { z } from 'zod';
import type { Extraction } from '../model/record.ts';
import { extractionSchema } from '../model/record.ts';
import type { ArchiveDatabase } from './archive-database.ts';
import { databaseError } from './database-error.ts';
import type { ExtractionOrigin } from './save-extraction.ts';

/** What the archive says of a document, and where it has it from. */
export interface StoredExtraction {
  readonly extraction: Extraction;
  readonly origin: ExtractionOrigin;
}

interface StoredRow {
  readonly extracted_at: string;
  readonly program_version: string;
  readonly pipeline: string;
  readonly pipeline_hash: string;
  readonly record: string;
  readonly path: string;
}

/** The record as it is stored: without its document's path, which `document_paths` holds. */
const storedRecordSchema = z.looseObject({ document: z.looseObject({}) });

/**
 * The record that the archive has of the document with this content or at this path; `null` where it has none.
 * Its `document.path` is the path asked for, or the first of the document's paths in sorted order.
 * @throws ExtractionError `stored-record-invalid` where the record is none that this program could have written
 */
export function loadExtraction(
  db: ArchiveDatabase,
  document: { readonly sha256: string } | { readonly path: string },
): StoredExtraction | null {
  const [condition, value] =
    'path' in document ? ['document_paths.path = ?', document.path] : ['documents.sha256 = ?', document.sha256];
  const row = db
    .prepare<[string], StoredRow>(
      `SELECT extractions.*, document_paths.path
       FROM documents
       JOIN extractions ON extractions.document_id = documents.id
       JOIN document_paths ON document_paths.document_id = documents.id
       WHERE ${condition} ORDER BY document_paths.path LIMIT 1`,
    )
    .get(value);
  return row === undefined ? null : { extraction: parseRecord(row), origin: originOf(row) };
}

function parseRecord(row: StoredRow): Extraction {
  const parsed = storedRecordSchema
    .transform((stored) => ({ ...stored, document: { ...stored.document, path: row.path } }))
    .pipe(extractionSchema)
    .safeParse(JSON.parse(row.record));
  if (parsed.success) return parsed.data;
  throw databaseError(`The stored record of ${row.path} is not as this program writes it.`, {
    code: 'stored-record-invalid',
    hint: 'Read the document again: `ziping extract FILE --db`.',
    cause: parsed.error,
  });
}

function originOf(row: StoredRow): ExtractionOrigin {
  return {
    extractedAt: new Date(row.extracted_at),
    programVersion: row.program_version,
    pipeline: row.pipeline,
    pipelineHash: row.pipeline_hash,
  };
}
