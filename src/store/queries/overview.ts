import type { NamedQuery } from './named-query.ts';

/** How much the archive holds, and how sound it is. */
export const overview: NamedQuery = {
  name: 'overview',
  question: { en: 'How much does the archive hold, and how sound is it?', zh: '库中有多少文件、多少表，质量如何？' },
  parameters: [],
  sql: `
SELECT 'documents' AS subject, count(*) AS amount FROM documents
UNION ALL SELECT 'documents without a known form', count(*) FROM extractions WHERE status = 'no-forms'
UNION ALL SELECT 'forms', count(*) FROM forms
UNION ALL SELECT 'indicators', count(*) FROM indicators
UNION ALL SELECT 'values', count(*) FROM evidence
UNION ALL SELECT 'values to review', count(*) FROM evidence WHERE needs_review = 1
UNION ALL SELECT 'findings: errors', count(*) FROM findings WHERE severity = 'error'
UNION ALL SELECT 'findings: warnings', count(*) FROM findings WHERE severity = 'warning'
UNION ALL SELECT 'findings: information', count(*) FROM findings WHERE severity = 'info'
UNION ALL SELECT 'problems', count(*) FROM problems`,
  columns: [
    { name: 'subject', description: 'What is counted' },
    { name: 'amount', description: 'How many there are' },
  ],
};
