import type { ColumnDescription } from './describe-columns.ts';
import { describeColumns, describeExact } from './describe-columns.ts';

const amount = "the form's amount unit";
const rate = 'percentage points';

const form: ColumnDescription = ['form_id', '表编号', 'The form, forms.id'];
const document: ColumnDescription = ['document_id', '文件编号', 'The document, documents.id'];
const positionIn = (list: string): ColumnDescription => [
  'position',
  '序号',
  `Place among the form's ${list}, from 0, as in the pointers of evidence (/${list}/0)`,
];

const documents: readonly ColumnDescription[] = [
  ['id', '编号', 'Number of the document in this database'],
  ['sha256', '内容摘要', "SHA-256 of the file's bytes: the same content is the same document"],
  ['media_type', '文件类型', 'Format as its content shows it, as a media type'],
  ['page_count', '页数', 'Pages of the document; 0 where they could not be counted', 'pages'],
];

const documentPaths: readonly ColumnDescription[] = [
  ['path', '路径', 'Where the content was found; a document found twice has two paths'],
  document,
];

const extractions: readonly ColumnDescription[] = [
  ['id', '编号', 'Number of the extraction in this database'],
  document,
  ['extracted_at', '提取时间', 'When the document was read (UTC, ISO 8601)'],
  ['program_version', '程序版本', 'Version of ziping that read it'],
  ['pipeline', '流程', 'Name of the pipeline'],
  ['pipeline_hash', '流程摘要', "Hash of the pipeline's stages and options, and of the layouts"],
  [
    'status',
    '状态',
    'complete: forms, and nothing was lost (a recognised page is no loss); partial: forms and problems; no-forms: none',
  ],
  ['record', '记录', 'The whole record as JSON with sorted keys, without the path (see document_paths)'],
];

const problems: readonly ColumnDescription[] = [
  document,
  ['position', '序号', "Place among the document's problems, from 0"],
  ['code', '问题代码', 'Stable name of the problem, explained in the README'],
  ['message', '说明', 'What was found and what was expected'],
  ['hint', '建议', 'What to do next'],
  ['stage', '阶段', 'The stage of the pipeline that met it'],
  ['page', '页码', 'Page, from 1'],
  ['form_position', '表序号', 'Place of the form in the document, from 0 (forms.position)'],
  ['pointer', '字段', 'JSON pointer of the value in the form'],
];

const forms: readonly ColumnDescription[] = [
  ['id', '编号', 'Number of the form in this database'],
  document,
  ['position', '表序号', 'Place of the form in its document, from 0'],
  ['layout', '表样', 'Layout of the form, a file in schemas/forms'],
  ['pages', '所在页', 'Pages on which the form stands, a JSON list, from 1'],
  ['first_page', '起始页', 'First of the pages, from 1'],
  ['title', '表名', 'Title as printed'],
  ['fiscal_year', '年度', 'Fiscal year'],
  ['reporting_unit', '填报单位', 'Body that fills in the form'],
  ['amount_unit', '金额单位', 'Unit of the amounts, mostly 万元'],
  ['project_name', '项目名称', 'Name of the project'],
  ['supervising_unit', '主管部门', 'Department in charge'],
  ['implementing_unit', '实施单位', 'Body that carries out the project'],
  ...describeExact('execution_rate', '预算执行进度', 'Rate printed outside the money table', rate),
  ...describeExact('total_score', '总分', 'Total score as printed'),
  ['issues', '存在问题、原因及下一步整改措施', 'Problems, causes and measures, as printed'],
  ['prepared_by', '填报人', 'Person who filled in the form'],
  ['phone', '联系电话', 'Telephone as printed'],
];

const funds: readonly ColumnDescription[] = [
  form,
  positionIn('funds'),
  ['source', '资金来源', 'total 资金总额, fiscal 财政资金, carryover 上年结转资金, other 其他资金'],
  ...describeExact('initial', '年初预算数', 'Budget at the start of the year', amount),
  ...describeExact('budgeted', '预算数', 'Budget (of the whole year, after changes)', amount),
  ...describeExact('received', '到位数', 'Amount received', amount),
  ...describeExact('executed', '执行数', 'Amount spent', amount),
  ...describeExact('execution_rate', '执行率', 'Execution rate as printed in this row', rate),
  ...describeExact('weight', '分值', 'Full marks of this row'),
  ...describeExact('score', '得分', 'Score of this row'),
];

const goals: readonly ColumnDescription[] = [
  form,
  positionIn('goals'),
  ['expected', '年度预期目标', 'Goal for the year'],
  ['actual', '具体完成情况', 'What was done'],
  ...describeExact('completion_rate', '总体完成率', 'Overall completion as printed', rate),
];

const indicators: readonly ColumnDescription[] = [
  ['id', '编号', 'Number of the indicator row in this database'],
  form,
  positionIn('indicators'),
  ['level1', '一级指标', 'Level 1 indicator, without its weight'],
  ...describeExact('level1_weight', '一级指标权重', 'Weight printed on the level 1 indicator'),
  ['level2', '二级指标', 'Level 2 indicator'],
  ['level3', '三级指标', 'Level 3 indicator'],
  ['target', '预期指标值', 'Target as printed'],
  ['actual', '实际完成值', 'Actual value as printed'],
  ...describeExact('weight', '分值', 'Full marks of the row'),
  ...describeExact('score', '自评得分', 'Score that the unit gave itself'),
  ['deviation', '偏差原因分析及改进措施', 'Reasons for the deviation and measures'],
];

const findings: readonly ColumnDescription[] = [
  form,
  ['position', '序号', "Place among the form's findings, from 0"],
  ['rule', '规则', 'Rule that found it'],
  ['severity', '严重程度', 'error, warning or info'],
  ['message', '说明', 'What does not hold, with its arithmetic'],
  ['fields', '涉及字段', 'JSON list of pointers to the values that the finding is about'],
];

const evidence: readonly ColumnDescription[] = [
  form,
  ['pointer', '字段', 'JSON pointer of the value in the form (/funds/0/executed)'],
  ['raw', '原文', 'The text as it was read'],
  ['page', '页码', 'Page, from 1'],
  ['box_left', '左边界', 'Left edge, from the left of the upright page', 'points (1/72 inch)'],
  ['box_top', '上边界', 'Top edge, from the top of the upright page', 'points (1/72 inch)'],
  ['box_right', '右边界', 'Right edge, from the left of the upright page', 'points (1/72 inch)'],
  ['box_bottom', '下边界', 'Bottom edge, from the top of the upright page', 'points (1/72 inch)'],
  ['line_number', '行号', 'Line in a text file, from 1'],
  ['column_number', '列号', 'Column in a text file, from 1', 'characters'],
  ['sheet', '工作表', 'Sheet of a workbook'],
  ['cell', '单元格', 'Cell of a sheet (B7)'],
  ['confidence', '置信度', 'How sure the reading is, 0 to 1'],
  ['needs_review', '需复核', '1 where the value may be wrong, else 0'],
  ['repair', '修正', 'JSON: what was read, what it became, and the sums that prove it'],
];

const columnDescriptions: readonly ColumnDescription[] = [
  ['table_name', '表', 'Table or view'],
  ['column_name', '列', 'Column'],
  ['chinese_heading', '中文名称', 'Chinese name; for values of the form, its heading there'],
  ['description', '说明', 'What the column holds'],
  ['unit', '单位', 'Unit of its values'],
];

/** What every column of the tables holds. */
export const sql = [
  describeColumns('documents', documents),
  describeColumns('document_paths', documentPaths),
  describeColumns('extractions', extractions),
  describeColumns('problems', problems),
  describeColumns('forms', forms),
  describeColumns('funds', funds),
  describeColumns('goals', goals),
  describeColumns('indicators', indicators),
  describeColumns('findings', findings),
  describeColumns('evidence', evidence),
  describeColumns('column_descriptions', columnDescriptions),
].join('\n');
