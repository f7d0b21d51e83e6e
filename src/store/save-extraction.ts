import { reasonOf } from '../model/extraction-error.ts';
import type { Problem } from '../model/problem.ts';
import type { Extraction } from '../model/record.ts';
import type { ArchiveDatabase } from './archive-database.ts';
import { canonicalJson } from './canonical-json.ts';
import { explainDatabaseError, refusesDocument } from './database-error.ts';
import { recordPath } from './document-paths.ts';
import { statusOf } from './extraction-status.ts';
import { insertForm } from './insert-form.ts';
import { insertRows } from './insert-rows.ts';
import { prepared } from './prepared.ts';
import { formRows, problemRow } from './rows.ts';

/** Where an extraction comes from: what must be the same for a re-run to be expected to give the same. */
export interface ExtractionOrigin {
  /** When the document was read. */
  readonly extractedAt: Date;
  readonly programVersion: string;
  readonly pipeline: string;
  /** Over the pipeline's stages and options, and the layouts. */
  readonly pipelineHash: string;
}

/**
 * `added`: new content at a new path. `replaced`: another record of the same content, or new content at a known path.
 * `unchanged`: the values that the archive already had; at most a path or the origin that confirms them is new.
 */
export type SaveOutcome = 'added' | 'replaced' | 'unchanged';

/** A document as the database has it now. */
export interface SavedExtraction {
  readonly outcome: SaveOutcome;
  /** The record given; where the database cannot hold that, one without forms and with the problem that says why. */
  readonly extraction: Extraction;
}

/**
 * Makes the database say of documents what their records say, in one transaction. Each is all or nothing by itself
 * (a savepoint): one that the database refuses is saved as a problem, and costs no other. Saving the same again writes
 * nothing; a form keeps its id when its document is read again.
 * @throws ExtractionError `database-…` where it is the database that fails; nothing of the batch is then written
 */
export function saveExtractions(
  db: ArchiveDatabase,
  extractions: readonly Extraction[],
  origin: ExtractionOrigin,
): readonly SavedExtraction[] {
  const saveAll = db.transaction(() => extractions.map((extraction) => saveOrRefuse(db, extraction, origin)));
  try {
    return saveAll.immediate();
  } catch (error) {
    throw explainDatabaseError(error, db.name);
  }
}

function saveOrRefuse(db: ArchiveDatabase, extraction: Extraction, origin: ExtractionOrigin): SavedExtraction {
  const saveAlone = db.transaction((record: Extraction) => save(db, record, origin));
  try {
    return { outcome: saveAlone(extraction), extraction };
  } catch (error) {
    if (!refusesDocument(error)) throw error;
    const refused = { ...extraction, forms: [], problems: [refusal(error)] };
    return { outcome: saveAlone(refused), extraction: refused };
  }
}

function refusal(error: unknown): Problem {
  return {
    code: 'record-refused',
    message: `The database does not take the record: ${reasonOf(error)}`,
    hint: 'This is a fault of the program; please report it with the file',
    stage: 'load',
  };
}

/**
 * 1. find the document by its content, or add it; 2. note its path; 3. compare the record with the stored one;
 * 4. replace the rows where they differ.
 */
function save(db: ArchiveDatabase, extraction: Extraction, origin: ExtractionOrigin): SaveOutcome {
  const documentId = findOrAddDocument(db, extraction.document);
  const stored = prepared(db, 'SELECT record FROM extractions WHERE document_id = ?').pluck().get(documentId);
  const takesPathOver = isPathOfAnother(db, extraction.document.path, documentId);
  recordPath(db, documentId, extraction.document.path);

  const next = extractionRow(extraction, origin);
  const isSameRecord = stored === next.record;
  if (!isSameRecord || !hasOrigin(db, documentId, next)) writeExtraction(db, documentId, next);
  if (!isSameRecord) replaceRows(db, documentId, extraction);
  if (takesPathOver) return 'replaced';
  if (stored === undefined) return 'added';
  return isSameRecord ? 'unchanged' : 'replaced';
}

interface ExtractionRow {
  readonly extracted_at: string;
  readonly program_version: string;
  readonly pipeline: string;
  readonly pipeline_hash: string;
  readonly status: string;
  readonly record: string;
}

function findOrAddDocument(db: ArchiveDatabase, document: Extraction['document']): number {
  const known = prepared(db, 'SELECT id FROM documents WHERE sha256 = ?').pluck().get(document.sha256);
  if (known !== undefined) return Number(known);
  const row = { sha256: document.sha256, media_type: document.mediaType, page_count: document.pageCount };
  return insertRows(db, 'documents', [row]);
}

function isPathOfAnother(db: ArchiveDatabase, path: string, documentId: number): boolean {
  const sql = 'SELECT 1 FROM document_paths WHERE path = ? AND document_id <> ?';
  return prepared(db, sql).get(path, documentId) !== undefined;
}

/** The path stands in `document_paths` alone, so that the record is the same whichever path it was read at. */
function extractionRow(extraction: Extraction, origin: ExtractionOrigin): ExtractionRow {
  const { path: _, ...document } = extraction.document;
  return {
    extracted_at: origin.extractedAt.toISOString(),
    program_version: origin.programVersion,
    pipeline: origin.pipeline,
    pipeline_hash: origin.pipelineHash,
    status: statusOf(extraction),
    record: canonicalJson({ ...extraction, document }),
  };
}

function hasOrigin(db: ArchiveDatabase, documentId: number, row: ExtractionRow): boolean {
  const sql = `SELECT 1 FROM extractions
    WHERE document_id = ? AND program_version = ? AND pipeline = ? AND pipeline_hash = ?`;
  return prepared(db, sql).get(documentId, row.program_version, row.pipeline, row.pipeline_hash) !== undefined;
}

function writeExtraction(db: ArchiveDatabase, documentId: number, row: ExtractionRow): void {
  prepared(
    db,
    `INSERT INTO extractions (document_id, extracted_at, program_version, pipeline, pipeline_hash, status, record)
     VALUES (@document_id, @extracted_at, @program_version, @pipeline, @pipeline_hash, @status, @record)
     ON CONFLICT (document_id) DO UPDATE SET extracted_at = excluded.extracted_at,
       program_version = excluded.program_version, pipeline = excluded.pipeline,
       pipeline_hash = excluded.pipeline_hash, status = excluded.status, record = excluded.record`,
  ).run({ document_id: documentId, ...row });
}

function replaceRows(db: ArchiveDatabase, documentId: number, extraction: Extraction): void {
  const { mediaType, pageCount } = extraction.document;
  const formIds = prepared(db, 'SELECT id FROM forms WHERE document_id = ? ORDER BY position').pluck().all(documentId);
  prepared(db, 'UPDATE documents SET media_type = ?, page_count = ? WHERE id = ?').run(
    mediaType,
    pageCount,
    documentId,
  );
  prepared(db, 'DELETE FROM forms WHERE document_id = ?').run(documentId);
  prepared(db, 'DELETE FROM problems WHERE document_id = ?').run(documentId);
  for (const [position, form] of extraction.forms.entries()) {
    const formId = formIds[position];
    insertForm(db, formRows(form, position), { documentId, formId: typeof formId === 'number' ? formId : null });
  }
  const problems = extraction.problems.map((problem, position) => problemRow(problem, position));
  insertRows(
    db,
    'problems',
    problems.map((row) => ({ document_id: documentId, ...row })),
  );
}
