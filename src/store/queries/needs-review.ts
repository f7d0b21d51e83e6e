import { documentPath, formPosition, limit, projectName } from './columns.ts';
import type { NamedQuery } from './named-query.ts';

/** Values that may have been read wrongly, the least sure first. */
export const needsReview: NamedQuery = {
  name: 'needs-review',
  question: { en: 'Which values should a person look at first?', zh: '哪些数值需要人工复核？' },
  parameters: [limit],
  sql: `
SELECT document_path, form_position, project_name, pointer, raw, confidence, page, line_number, sheet, cell
FROM needs_review
ORDER BY confidence, document_path, form_position, pointer
LIMIT @limit`,
  columns: [
    documentPath,
    formPosition,
    projectName,
    { name: 'pointer', description: 'JSON pointer of the value in the form' },
    { name: 'raw', description: 'The text as it was read' },
    { name: 'confidence', description: 'How sure the reading is, 0 to 1' },
    { name: 'page', description: 'Page, from 1' },
    { name: 'line_number', description: 'Line in a text file, from 1' },
    { name: 'sheet', description: 'Sheet of a workbook' },
    { name: 'cell', description: 'Cell of a sheet' },
  ],
};
