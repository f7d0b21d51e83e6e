import { documentPath, fiscalYear, formPosition, limit, projectName, reportingUnit, year } from './columns.ts';
import type { NamedQuery } from './named-query.ts';

/** Projects that spent the smallest share of their budget, by the amounts and not by the printed rate. */
export const lowestExecution: NamedQuery = {
  name: 'lowest-execution',
  question: { en: 'Which projects spent the smallest share of their budget?', zh: '哪些项目的预算执行率最低？' },
  parameters: [year, limit],
  sql: `
SELECT document_path, form_position, fiscal_year, reporting_unit, project_name, amount_unit,
  budgeted, executed, computed_execution_rate, printed_execution_rate
FROM forms_flat
WHERE computed_execution_rate IS NOT NULL AND (@year IS NULL OR fiscal_year = @year)
ORDER BY computed_execution_rate, document_path, form_position
LIMIT @limit`,
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
    { name: 'printed_execution_rate', description: 'The rate that the form prints, in percentage points' },
  ],
};
