import { ExtractionError } from '../model/extraction-error.ts';
import type { ArchiveDatabase } from '../store/archive-database.ts';
import { loadExtraction, type StoredExtraction } from '../store/load-extraction.ts';
import type { ExtractionOrigin } from '../store/save-extraction.ts';
import type { Recall } from './extract-file.ts';

/** Finds the record that the archive has of a content, where reading it again with `origin` would give the same. */
export function recallFrom(database: ArchiveDatabase, origin: ExtractionOrigin): Recall {
  return (document) => {
    const stored = storedOrNull(database, { sha256: document.sha256 });
    if (stored?.origin.pipelineHash !== origin.pipelineHash) return null;
    const { extraction } = stored;
    return { ...extraction, document: { ...extraction.document, ...document } };
  };
}

/** What the archive says of a document; `null` where it says nothing, or nothing that this program understands. */
export function storedOrNull(
  database: ArchiveDatabase,
  document: Parameters<typeof loadExtraction>[1],
): StoredExtraction | null {
  try {
    return loadExtraction(database, document);
  } catch (error) {
    // Another state of the program wrote it: reading the document again is what helps.
    if (error instanceof ExtractionError && error.details.code === 'stored-record-invalid') return null;
    throw error;
  }
}
