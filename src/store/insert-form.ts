import type { ArchiveDatabase } from './archive-database.ts';
import { prepared } from './prepared.ts';
import type { FormRows, Row } from './rows.ts';

const childTables = ['funds', 'goals', 'indicators', 'findings', 'evidence'] as const;

/** `formId`: the id that the form had before, so that links to it stay good; `null` for a new one. */
export interface FormOwner {
  readonly documentId: number;
  readonly formId: number | null;
}

/** Inserts a form with all that belongs to it. */
export function insertForm(db: ArchiveDatabase, rows: FormRows, { documentId, formId }: FormOwner): void {
  const id = insertRow(db, 'forms', { id: formId, document_id: documentId, ...rows.form });
  for (const table of childTables) {
    for (const row of rows[table]) insertRow(db, table, { form_id: id, ...row });
  }
}

/** Inserts a row. @returns its id, where the table has one */
export function insertRow(db: ArchiveDatabase, table: string, row: Row): number {
  const columns = Object.keys(row);
  const places = columns.map((column) => `@${column}`);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
  return Number(prepared(db, sql).run(row).lastInsertRowid);
}
