import type Database from 'better-sqlite3';

/** An open archive. Other folders pass it on and close it; its statements are the store's own affair. */
export type ArchiveDatabase = Database.Database;
