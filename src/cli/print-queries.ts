import type { NamedQuery, QueryParameter, RowSet } from '../index.ts';
import { readingWidth } from './terminal.ts';
import { labelled } from './wrap.ts';

/** The named queries for a person: each with its question in both languages, and its parameters. */
export function printQueries(queries: readonly NamedQuery[]): string {
  const indent = Math.max(...queries.map(({ name }) => name.length)) + 2;
  const columns = { indent, width: readingWidth() };
  return queries
    .map(({ name, question, parameters }) =>
      [
        labelled(name, question.en, columns),
        labelled('', question.zh, columns),
        ...parameters.map((parameter) => labelled('', describeParameter(parameter), columns)),
      ].join('\n'),
    )
    .map((text) => `${text}\n`)
    .join('');
}

/** The named queries as rows, for programs. */
export function rowsOf(queries: readonly NamedQuery[]): RowSet {
  return {
    columns: ['name', 'question_en', 'question_zh', 'parameters'],
    rows: queries.map(({ name, question, parameters }) => [
      name,
      question.en,
      question.zh,
      parameters.map((parameter) => parameter.name).join(' '),
    ]),
  };
}

function describeParameter({ name, description, ...parameter }: QueryParameter): string {
  if (parameter.default === undefined) return `--param ${name}=… must be given: ${description}`;
  const taken = parameter.default === null ? '' : ` (${parameter.default})`;
  return `--param ${name}=…: ${description}${taken}`;
}
