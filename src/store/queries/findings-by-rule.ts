import type { NamedQuery } from './named-query.ts';

/** How often each rule found something, and in how many forms. */
export const findingsByRule: NamedQuery = {
  name: 'findings-by-rule',
  question: { en: 'What is wrong most often?', zh: '哪类问题最常见？' },
  parameters: [],
  sql: `
SELECT rule, severity, count(*) AS findings, count(DISTINCT form_id) AS forms
FROM findings
GROUP BY rule, severity
ORDER BY findings DESC, rule, severity`,
  columns: [
    { name: 'rule', description: 'Rule that found it' },
    { name: 'severity', description: 'error, warning or info' },
    { name: 'findings', description: 'How many findings there are' },
    { name: 'forms', description: 'In how many forms' },
  ],
};
