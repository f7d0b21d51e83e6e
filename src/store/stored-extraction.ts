import { z } from 'zod';
import type { Extraction } from '../model/record.ts';
import { extractionSchema } from '../model/record.ts';
import type { ArchiveDatabase } from './archive-database.ts';
import { prepared } from './prepared.ts';
import type { ExtractionOrigin } from './save-extraction.ts';

/** What the archive says of a document, and where it has it from. */
export interface StoredExtraction {
  readonly extraction: Extraction;
  readonly origin: ExtractionOrigin;
}

/** A row of `extractions` with the path asked for. */
const rowSchema = z
  .object({
    extracted_at: z.string(),
    program_version: z.string(),
    pipeline: z.string(),
    pipeline_hash: z.string(),
    record: z.string(),
    path: z.string(),
  })
  .readonly();

/** The record as it is stored: without its document's path, which `document_paths` holds. */
const storedRecordSchema = z.looseObject({ document: z.looseObject({}) });

/**
 * The record that the archive has of the document with this content or at this path. Its `document.path` is the path
 * asked for, or the first of the document's paths in sorted order. `null` where the archive has none, or one that
 * another version of the program wrote and this one does not understand: the document is to be read again.
 */
export function findStored(
  db: ArchiveDatabase,
  document: { readonly sha256: string } | { readonly path: string },
): StoredExtraction | null {
  const [condition, value] =
    'path' in document ? ['document_paths.path = ?', document.path] : ['documents.sha256 = ?', document.sha256];
  const found = prepared(
    db,
    `SELECT extractions.*, document_paths.path
     FROM documents
     JOIN extractions ON extractions.document_id = documents.id
     JOIN document_paths ON document_paths.document_id = documents.id
     WHERE ${condition} ORDER BY document_paths.path LIMIT 1`,
  ).get(value);
  if (found === undefined) return null;
  const row = rowSchema.parse(found);
  const extraction = parseRecord(row.record, row.path);
  return extraction === null ? null : { extraction, origin: originOf(row) };
}

function parseRecord(text: string, path: string): Extraction | null {
  const parsed = storedRecordSchema
    .transform((stored) => ({ ...stored, document: { ...stored.document, path } }))
    .pipe(extractionSchema)
    .safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

function originOf(row: z.output<typeof rowSchema>): ExtractionOrigin {
  return {
    extractedAt: new Date(row.extracted_at),
    programVersion: row.program_version,
    pipeline: row.pipeline,
    pipelineHash: row.pipeline_hash,
  };
}
