import { documentPath, formPosition, message, projectName, reportingUnit } from './columns.ts';
import type { NamedQuery } from './named-query.ts';

/** Forms whose printed 总分 is not the sum of the scores (rule `total-score-mismatch`). */
export const totalsNotAddingUp: NamedQuery = {
  name: 'totals-not-adding-up',
  question: {
    en: 'Which forms print a total that their scores do not add up to?',
    zh: '哪些表的总分与各项得分之和不符？',
  },
  parameters: [],
  sql: `
SELECT document_path, form_position, reporting_unit, project_name, scores_added, total_score,
  findings.message
FROM findings JOIN forms_flat USING (form_id)
WHERE rule = 'total-score-mismatch'
ORDER BY abs(total_score - scores_added) DESC, document_path, form_position`,
  columns: [
    documentPath,
    formPosition,
    reportingUnit,
    projectName,
    { name: 'scores_added', description: "Sum of all rows' scores, in points" },
    { name: 'total_score', description: '总分 as printed, in points' },
    message,
  ],
};
