import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ArchiveDatabase } from '../../src/store/archive-database.ts';
import { openDatabase } from '../../src/store/database.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new archive in a folder of its own, closed and gone after the test. */
export function temporaryArchive(): ArchiveDatabase {
  const db = openDatabase(join(temporaryFolder(), 'archive.db'));
  onTestFinished(() => {
    db.close();
  });
  return db;
}
