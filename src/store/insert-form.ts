import type { ArchiveDatabase } from './archive-database.ts';
import { insertRows } from './insert-rows.ts';
import type { FormRows } from './rows.ts';

const childTables = ['funds', 'goals', 'indicators', 'findings', 'evidence'] as const;

/** `formId`: the id that the form had before, so that links to it stay good; `null` for a new one. */
export interface FormOwner {
  readonly documentId: number;
  readonly formId: number | null;
}

/** Inserts a form with all that belongs to it. */
export function insertForm(db: ArchiveDatabase, rows: FormRows, { documentId, formId }: FormOwner): void {
  const form_id = insertRows(db, 'forms', [{ id: formId, document_id: documentId, ...rows.form }]);
  for (const table of childTables) {
    const children = rows[table].map((row) => ({ form_id, ...row }));
    insertRows(db, table, children);
  }
}
