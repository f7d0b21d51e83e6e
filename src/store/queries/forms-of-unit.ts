import { documentPath, fiscalYear, formPosition, projectName, reportingUnit, year } from './columns.ts';
import type { NamedQuery } from './named-query.ts';

/** The forms of a public body, whether it fills them in, is in charge, or carries out the project. */
export const formsOfUnit: NamedQuery = {
  name: 'forms-of-unit',
  question: { en: 'Which forms concern this unit?', zh: '某单位有哪些绩效自评表？' },
  parameters: [{ name: 'unit', type: 'text', description: "The unit's name or a part of it (组织部)" }, year],
  sql: `
SELECT document_path, form_position, fiscal_year, reporting_unit, project_name, amount_unit,
  budgeted, executed, computed_execution_rate, total_score,
  (SELECT count(*) FROM findings WHERE findings.form_id = forms_flat.form_id AND severity <> 'info') AS findings
FROM forms_flat
WHERE (instr(reporting_unit, @unit) OR instr(supervising_unit, @unit) OR instr(implementing_unit, @unit))
  AND (@year IS NULL OR fiscal_year = @year)
ORDER BY fiscal_year, project_name, document_path, form_position`,
  columns: [
    documentPath,
    formPosition,
    fiscalYear,
    reportingUnit,
    projectName,
    { name: 'amount_unit', description: 'Unit of both amounts' },
    { name: 'budgeted', description: '预算数 of the whole, in amount_unit' },
    { name: 'executed', description: '执行数 of the whole, in amount_unit' },
    { name: 'computed_execution_rate', description: 'executed ÷ budgeted, in percentage points, to two decimals' },
    { name: 'total_score', description: '总分 as printed, in points' },
    { name: 'findings', description: 'How many errors and warnings the form has' },
  ],
};
