import type { ColumnDescription } from './describe-columns.ts';
import { describeColumns, describeLike } from './describe-columns.ts';

/**
 * Views to read without a join. A document found at several paths shows the first of them in sorted order, so that
 * no view depends on the order of loading. `scores_added` adds the rows' scores with the money table's, as the
 * printed total does.
 */
const views = `
CREATE VIEW forms_flat AS
SELECT forms.id AS form_id,
  (SELECT min(path) FROM document_paths WHERE document_paths.document_id = forms.document_id) AS document_path,
  forms.position AS form_position,
  first_page, layout, title, fiscal_year, reporting_unit, supervising_unit, implementing_unit, project_name,
  amount_unit,
  total.budgeted,
  total.received,
  total.executed,
  coalesce(forms.execution_rate, total.execution_rate) AS printed_execution_rate,
  CASE WHEN total.budgeted_micro > 0 THEN round(total.executed_micro * 100.0 / total.budgeted_micro, 2) END
    AS computed_execution_rate,
  total_score,
  (SELECT sum(score_micro) / 1000000.0 FROM (
     SELECT score_micro FROM indicators WHERE indicators.form_id = forms.id
     UNION ALL SELECT score_micro FROM funds WHERE funds.form_id = forms.id)) AS scores_added
FROM forms
LEFT JOIN funds AS total ON total.form_id = forms.id AND total.position =
  (SELECT min(position) FROM funds WHERE funds.form_id = forms.id AND source = 'total');

CREATE VIEW funds_flat AS
SELECT form_id, document_path, form_position, fiscal_year, reporting_unit, project_name, amount_unit,
  funds.source, funds.initial, funds.budgeted, funds.received, funds.executed, funds.execution_rate,
  funds.weight, funds.score
FROM funds JOIN forms_flat USING (form_id);

CREATE VIEW indicators_flat AS
SELECT form_id, document_path, form_position, fiscal_year, reporting_unit, project_name,
  indicators.position, level1, level1_weight, level2, level3, target, actual, weight, score, deviation
FROM indicators JOIN forms_flat USING (form_id);

CREATE VIEW findings_flat AS
SELECT form_id, document_path, form_position, first_page, fiscal_year, reporting_unit, project_name,
  rule, severity, message, fields
FROM findings JOIN forms_flat USING (form_id);

CREATE VIEW needs_review AS
SELECT form_id, document_path, form_position, reporting_unit, project_name, pointer, raw, confidence,
  page, box_left, box_top, box_right, box_bottom, line_number, column_number, sheet, cell, repair
FROM evidence JOIN forms_flat USING (form_id)
WHERE needs_review = 1;
`;

const ownColumns: readonly ColumnDescription[] = [
  ['form_id', '表编号', 'The form, forms.id'],
  ['document_path', '文件路径', 'Path of the document; the first in sorted order where it has several'],
  ['form_position', '表序号', 'Place of the form in its document, from 0'],
  ['printed_execution_rate', '执行率（原表）', 'Execution rate of the whole as printed', 'percentage points'],
  ['computed_execution_rate', '执行率（计算）', 'executed ÷ budgeted, to two decimals', 'percentage points'],
  ['scores_added', '得分合计', "Sum of all rows' scores, execution included", 'points'],
];

const formColumns = ['fiscal_year', 'reporting_unit', 'project_name'];
const unitColumns = ['title', 'layout', 'first_page', 'supervising_unit', 'implementing_unit', 'amount_unit'];
const amountColumns = ['budgeted', 'received', 'executed'];
const placeColumns = ['form_id', 'document_path', 'form_position'];

/** The views, and what their columns hold. */
export const sql = [
  views,
  describeColumns('forms_flat', ownColumns),
  describeLike('forms_flat', 'forms', [...formColumns, ...unitColumns, 'total_score']),
  describeLike('forms_flat', 'funds', amountColumns),
  describeLike('funds_flat', 'forms_flat', [...placeColumns, ...formColumns, 'amount_unit']),
  describeLike('funds_flat', 'funds', ['source', 'initial', ...amountColumns, 'execution_rate', 'weight', 'score']),
  describeLike('indicators_flat', 'forms_flat', [...placeColumns, ...formColumns]),
  describeLike('indicators_flat', 'indicators', ['position', 'level1', 'level1_weight', 'level2', 'level3', 'target']),
  describeLike('indicators_flat', 'indicators', ['actual', 'weight', 'score', 'deviation']),
  describeLike('findings_flat', 'forms_flat', [...placeColumns, ...formColumns, 'first_page']),
  describeLike('findings_flat', 'findings', ['rule', 'severity', 'message', 'fields']),
  describeLike('needs_review', 'forms_flat', [...placeColumns, 'reporting_unit', 'project_name']),
  describeLike('needs_review', 'evidence', ['pointer', 'raw', 'confidence', 'page', 'box_left', 'box_top']),
  describeLike('needs_review', 'evidence', ['box_right', 'box_bottom', 'line_number', 'column_number']),
  describeLike('needs_review', 'evidence', ['sheet', 'cell', 'repair']),
].join('\n');
