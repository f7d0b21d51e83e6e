import { documentPath, formPosition, message, projectName, reportingUnit } from './columns.ts';
import type { NamedQuery } from './named-query.ts';

/** Indicator rows whose actual value misses the target (rules `target-missed`, `target-missed-full-score`). */
export const missedTargets: NamedQuery = {
  name: 'missed-targets',
  question: { en: 'Which targets were missed, and what score was given?', zh: '哪些指标未达到预期值，得分多少？' },
  parameters: [],
  // Both rules name the row's fields by pointer (/indicators/3/target); 12 is the length of "/indicators/".
  sql: `
SELECT document_path, form_position, reporting_unit, project_name,
  level3, target, actual, indicators.score, indicators.weight, findings.rule, findings.message
FROM findings
JOIN forms_flat USING (form_id)
JOIN indicators ON indicators.form_id = findings.form_id AND indicators.position = (
  SELECT min(CAST(substr(value, 12 + 1) AS INTEGER)) FROM json_each(findings.fields)
  WHERE value GLOB '/indicators/[0-9]*')
WHERE findings.rule IN ('target-missed', 'target-missed-full-score')
ORDER BY document_path, form_position, indicators.position, findings.rule`,
  columns: [
    documentPath,
    formPosition,
    reportingUnit,
    projectName,
    { name: 'level3', description: '三级指标' },
    { name: 'target', description: '预期指标值 as printed' },
    { name: 'actual', description: '实际完成值 as printed' },
    { name: 'score', description: '得分 of the row, in points' },
    { name: 'weight', description: '分值 of the row, in points; blank where the layout prints none' },
    {
      name: 'rule',
      description: 'target-missed, or target-missed-full-score where the row has full marks all the same',
    },
    message,
  ],
};
