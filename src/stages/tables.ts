import type { ReadDocument } from '../model/page.ts';
import type { TableDocument } from '../model/table.ts';
import { findTables } from '../tables/find-tables.ts';
import { tableSettingsSchema } from '../tables/settings.ts';
import { defineStage } from './stage.ts';

/** Finds the tables of a document's pages and joins them over page breaks. */
export const tablesStage = defineStage({
  name: 'tables',
  options: tableSettingsSchema,
  run: (document: ReadDocument, settings): TableDocument => findTables(document, settings),
});
