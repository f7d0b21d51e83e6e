import { documentPath, formPosition, projectName, reportingUnit } from './columns.ts';
import type { NamedQuery } from './named-query.ts';

/** Forms whose 具体完成情况 repeats the 年度预期目标 (rule `goal-copied`). */
export const copiedGoals: NamedQuery = {
  name: 'copied-goals',
  question: {
    en: 'Which forms report what was done by repeating the goal word for word?',
    zh: '哪些表的完成情况照抄了年度预期目标？',
  },
  parameters: [],
  // The rule names the goal's fields by pointer (/goals/0/actual); 7 is the length of "/goals/".
  sql: `
SELECT document_path, form_position, reporting_unit, project_name, goals.expected, goals.actual
FROM findings
JOIN forms_flat USING (form_id)
JOIN goals ON goals.form_id = findings.form_id AND goals.position = (
  SELECT min(CAST(substr(value, 7 + 1) AS INTEGER)) FROM json_each(findings.fields)
  WHERE value GLOB '/goals/[0-9]*')
WHERE findings.rule = 'goal-copied'
ORDER BY document_path, form_position, goals.position`,
  columns: [
    documentPath,
    formPosition,
    reportingUnit,
    projectName,
    { name: 'expected', description: '年度预期目标' },
    { name: 'actual', description: '具体完成情况' },
  ],
};
