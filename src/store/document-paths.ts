import type { ArchiveDatabase } from './archive-database.ts';
import { prepared } from './prepared.ts';

/**
 * Notes that a document stands at `path`. A path holds one content at a time: where it held another, that one
 * loses the path, and is removed with all its rows when it has no path left (the file was replaced).
 * @returns whether anything was written: nothing is where the path is known already
 */
export function recordPath(db: ArchiveDatabase, documentId: number, path: string): boolean {
  const previous = prepared(db, 'SELECT document_id FROM document_paths WHERE path = ?').pluck().get(path);
  if (previous === documentId) return false;
  prepared(
    db,
    `INSERT INTO document_paths (path, document_id) VALUES (?, ?)
     ON CONFLICT (path) DO UPDATE SET document_id = excluded.document_id`,
  ).run(path, documentId);
  if (previous !== undefined) removeWhereUnplaced(db, Number(previous));
  return true;
}

function removeWhereUnplaced(db: ArchiveDatabase, documentId: number): void {
  prepared(
    db,
    `DELETE FROM documents
     WHERE id = ? AND NOT EXISTS (SELECT 1 FROM document_paths WHERE document_id = documents.id)`,
  ).run(documentId);
}
