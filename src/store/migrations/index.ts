import { sql as tables } from './0001-tables.ts';
import { sql as tableDescriptions } from './0002-table-descriptions.ts';
import { sql as views } from './0003-views.ts';

/**
 * All migrations in order; the first brings an empty database to version 1. What has been released is never
 * changed: a change of the schema is a new file and a new line here.
 */
export const migrations: readonly string[] = [tables, tableDescriptions, views];
