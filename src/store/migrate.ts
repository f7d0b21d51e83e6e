import type { ArchiveDatabase } from './archive-database.ts';
import { databaseError } from './database-error.ts';
import { migrations } from './migrations/index.ts';

/** Marks an SQLite file as ours (`zipg` in ASCII), in the file's header where `file` and SQLite tools show it. */
export const applicationId = 0x7a697067;

/** The schema's version that this program writes. */
export const schemaVersion = migrations.length;

/**
 * Refuses a database that is no archive of ours, or one that a newer program wrote. An empty one passes. `file` is what
 * it is called by.
 * @returns the schema's version that the file has; 0 for an empty one
 * @throws ExtractionError `database-foreign`, `database-newer`
 */
export function checkIdentity(db: ArchiveDatabase, file = db.name): number {
  const id = numberPragma(db, 'application_id');
  const version = numberPragma(db, 'user_version');
  if (id === applicationId && version <= schemaVersion) return version;
  if (id === applicationId) {
    throw databaseError(
      `The database ${file} has schema version ${version}; this program knows versions up to ${schemaVersion}.`,
      { code: 'database-newer', hint: 'A newer ziping wrote it: update ziping, or name another file with --db.' },
    );
  }
  if (id !== 0 || countTables(db) > 0) {
    throw databaseError(`The database ${file} is an SQLite database of another program.`, {
      code: 'database-foreign',
      hint: 'Name another file with --db; a new one is made where there is none.',
    });
  }
  return 0;
}

/**
 * Brings the database to the schema's current version, one transaction a migration. Programs that do so at the same
 * time wait for each other, and each migration is applied once.
 */
export function migrate(db: ArchiveDatabase): void {
  const applyNext = db.transaction(() => {
    const version = checkIdentity(db);
    const migration = migrations[version];
    if (migration === undefined) return false;
    db.exec(migration);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${version + 1}`);
    return true;
  });
  while (applyNext.immediate()) {
    // Each turn applies one migration.
  }
}

function numberPragma(db: ArchiveDatabase, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}

function countTables(db: ArchiveDatabase): number {
  return Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
}
