import { describe, expect, it } from 'vitest';
import { bindParameters } from '../../../src/store/queries/bind-parameters.ts';
import { findNamedQuery, namedQueries } from '../../../src/store/queries/index.ts';
import type { NamedQuery } from '../../../src/store/queries/named-query.ts';
import { runStatement } from '../../../src/store/query-cursor.ts';
import { thrownError } from '../thrown-error.ts';
import { sampleArchive } from './sample-archive.ts';

function queryOf(name: string): NamedQuery {
  const query = findNamedQuery(name);
  if (query === null) throw new Error(`There is no query ${name}.`);
  return query;
}

/** Rows of a named query over the sample archive, by column name. */
function rowsOf(name: string, given: Record<string, string> = {}): Record<string, unknown>[] {
  const query = queryOf(name);
  const parameters = bindParameters(query, given);
  const batches = [...runStatement(sampleArchive(), { sql: query.sql, parameters, rowLimit: null })];
  return batches.flatMap(({ columns, rows }) =>
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
  );
}

describe.each(namedQueries.map((query) => [query.name, query] as const))('%s', (name, query) => {
  it('documents its columns, in order', () => {
    const statement = sampleArchive().prepare(query.sql);
    expect(statement.columns().map((column) => column.name)).toEqual(query.columns.map((column) => column.name));
  });

  it('reads and does not write, and asks its question in both languages', () => {
    expect(sampleArchive().prepare(query.sql)).toMatchObject({ reader: true, readonly: true });
    expect(query.question.en).toMatch(/\?$/);
    expect(query.question.zh).toMatch(/？$/);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('names every parameter of its SQL', () => {
    const used = new Set([...query.sql.matchAll(/@(\w+)/g)].map((match) => match[1]));
    expect(used).toEqual(new Set(query.parameters.map((parameter) => parameter.name)));
  });
});

describe('the names', () => {
  it('are different', () => {
    expect(new Set(namedQueries.map((query) => query.name)).size).toBe(namedQueries.length);
  });
});

describe('the answers', () => {
  it('overview', () => {
    const counts = rowsOf('overview').map((row) => [row['subject'], row['amount']] as const);
    expect(new Map(counts)).toEqual(
      new Map(
        Object.entries({
          documents: 3,
          'documents without a known form': 1,
          forms: 3,
          indicators: 4,
          values: 3,
          'values to review': 2,
          'findings: errors': 4,
          'findings: warnings': 1,
          'findings: information': 1,
          problems: 1,
        }),
      ),
    );
  });

  it('findings-by-rule', () => {
    expect(rowsOf('findings-by-rule')).toEqual([
      { rule: 'total-score-mismatch', severity: 'error', findings: 2, forms: 2 },
      { rule: 'goal-copied', severity: 'error', findings: 1, forms: 1 },
      { rule: 'target-missed', severity: 'error', findings: 1, forms: 1 },
      { rule: 'target-missed', severity: 'warning', findings: 1, forms: 1 },
      { rule: 'units-differ', severity: 'info', findings: 1, forms: 1 },
    ]);
  });

  it('totals-not-adding-up, the execution score included', () => {
    expect(rowsOf('totals-not-adding-up')).toMatchObject([
      { project_name: '业务培训费', scores_added: 63, total_score: 100, message: '20+43 = 63, printed 100' },
      { project_name: '道路养护', scores_added: 100, total_score: 90 },
    ]);
  });

  it('missed-targets, with the row that each finding is about', () => {
    expect(rowsOf('missed-targets')).toMatchObject([
      { document_path: 'a/1.pdf', target: '15部以上', actual: '5部以上', score: 43, rule: 'target-missed' },
      { document_path: 'b/2.pdf', target: '≥90%', score: 50.5 },
    ]);
  });

  it('copied-goals', () => {
    expect(rowsOf('copied-goals')).toEqual([
      {
        document_path: 'a/1.pdf',
        form_position: 0,
        reporting_unit: '中共石家庄市委组织部',
        project_name: '业务培训费',
        expected: '完成培训',
        actual: '完成培训',
      },
    ]);
  });

  it('lowest-execution, without forms that have no budget', () => {
    expect(rowsOf('lowest-execution')).toMatchObject([
      { project_name: '道路养护', computed_execution_rate: 33.33, printed_execution_rate: 33.3 },
      {
        project_name: '业务培训费',
        budgeted: 82,
        executed: 78.67,
        computed_execution_rate: 95.94,
        printed_execution_rate: 89.02,
      },
    ]);
    expect(rowsOf('lowest-execution', { limit: '1' })).toHaveLength(1);
    expect(rowsOf('lowest-execution', { year: '2019' })).toMatchObject([{ project_name: '业务培训费' }]);
  });

  it('needs-review, the least sure first', () => {
    expect(rowsOf('needs-review')).toMatchObject([
      { document_path: 'b/2.pdf', pointer: '/totalScore', raw: '9O', confidence: 0.4, page: 1 },
      { document_path: 'a/1.pdf', pointer: '/totalScore', raw: '1OO', confidence: 0.61 },
    ]);
  });

  it('forms-of-unit, in whichever part the unit stands', () => {
    for (const unit of ['交通局', '省交通', '养护中心']) {
      expect(rowsOf('forms-of-unit', { unit })).toMatchObject([{ project_name: '道路养护', findings: 2 }]);
    }
    expect(rowsOf('forms-of-unit', { unit: '组织部' })).toHaveLength(2);
    expect(rowsOf('forms-of-unit', { unit: '组织部', year: '2020' })).toHaveLength(0);
  });
});

describe('bindParameters', () => {
  it('takes what is given and the defaults for the rest', () => {
    expect(bindParameters(queryOf('lowest-execution'), { limit: '5' })).toEqual({ year: null, limit: 5 });
  });

  it.each([
    ['forms-of-unit', {}, 'needs the parameter unit'],
    ['forms-of-unit', { unit: 'x', colour: 'red' }, 'has no parameter colour'],
    ['needs-review', { limit: 'ten' }, 'takes a whole number as limit, not "ten"'],
  ])('refuses %s with %o', (name, given: Record<string, string>, expected) => {
    const error = thrownError(() => bindParameters(queryOf(name), given));
    expect(error.message).toContain(expected);
    expect(error.details).toMatchObject({ code: 'query-parameter', exitCode: 2 });
  });
});
