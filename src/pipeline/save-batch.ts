import { ExtractionError } from '../model/extraction-error.ts';
import type { Problem } from '../model/problem.ts';
import type { Extraction } from '../model/record.ts';
import type { ArchiveDatabase } from '../store/archive-database.ts';
import { explainDatabaseError } from '../store/database-error.ts';
import { type ExtractionOrigin, saveExtraction } from '../store/save-extraction.ts';
import { archivePath } from './archive-path.ts';
import { unread } from './extract-file.ts';
import type { ReadFile } from './read-file.ts';
import { type DocumentOutcome, outcomeOf } from './tally.ts';

/** One file of many, done: what the archive now says of it, and what that changed. */
export interface SavedFile {
  readonly path: string;
  readonly outcome: DocumentOutcome;
  /** `null` where the file has no content that could be read. */
  readonly extraction: Extraction | null;
  readonly problems: readonly Problem[];
}

/**
 * Saves records in one transaction. A record that the database cannot hold is replaced by one that says so; an error
 * of the database itself leaves the whole batch unsaved.
 * @throws ExtractionError `database-…`
 */
export function saveBatch(
  batch: readonly ReadFile[],
  database: ArchiveDatabase,
  origin: ExtractionOrigin,
): readonly SavedFile[] {
  const saveAll = database.transaction(() => batch.map((file) => saveFile(file, database, origin)));
  try {
    return saveAll.immediate();
  } catch (error) {
    throw explainDatabaseError(error, database.name);
  }
}

function saveFile(file: ReadFile, database: ArchiveDatabase, origin: ExtractionOrigin): SavedFile {
  const { path } = file;
  if (file.extraction === null) return { path, outcome: 'failed', extraction: null, problems: [file.problem] };
  const document = { ...file.extraction.document, path: archivePath(path, database.name) };
  const extraction = { ...file.extraction, document };
  try {
    return savedFile(path, extraction, saveExtraction(database, extraction, origin));
  } catch (error) {
    const refused = withoutUnfitNumber(extraction, error);
    return savedFile(path, refused, saveExtraction(database, refused, origin));
  }
}

function savedFile(path: string, extraction: Extraction, outcome: ReturnType<typeof saveExtraction>): SavedFile {
  return { path, outcome: outcomeOf(extraction, outcome), extraction, problems: extraction.problems };
}

/** What the archive can say of a document with a number that fits in no column. @throws any other error */
function withoutUnfitNumber({ document }: Extraction, error: unknown): Extraction {
  if (!(error instanceof ExtractionError) || error.details.code !== 'number-does-not-fit') throw error;
  const { path, sha256, mediaType } = document;
  const { code, hint } = error.details;
  return unread({ code, message: error.message, hint, stage: 'load' }, { path, sha256, mediaType });
}
