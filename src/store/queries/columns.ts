import type { QueryColumn, QueryParameter } from './named-query.ts';

/** Columns and parameters that several queries share, described once. */
export const documentPath: QueryColumn = {
  name: 'document_path',
  description: 'Path of the document; the first in sorted order where it has several',
};

/** The form's place in its document. */
export const formPosition: QueryColumn = {
  name: 'form_position',
  description: 'Place of the form in its document, from 0',
};

/** The project of the form. */
export const projectName: QueryColumn = { name: 'project_name', description: '项目名称 as printed' };

/** The body that fills in the form. */
export const reportingUnit: QueryColumn = { name: 'reporting_unit', description: '填报单位 as printed' };

/** The year of the form. */
export const fiscalYear: QueryColumn = { name: 'fiscal_year', description: 'Fiscal year of the form' };

/** The finding in words. */
export const message: QueryColumn = { name: 'message', description: 'What does not hold, with its arithmetic' };

/** How many rows to show. */
export const limit: QueryParameter = {
  name: 'limit',
  type: 'integer',
  description: 'Show at most so many rows',
  default: 20,
};

/** The year to ask for. */
export const year: QueryParameter = {
  name: 'year',
  type: 'integer',
  description: 'Only forms of this fiscal year; all years where it is not given',
  default: null,
};
