/** What a parameter of a query holds. */
export type ParameterType = 'text' | 'integer';

export interface QueryParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly description: string;
  /** Taken where the user gives none; a parameter without one must be given. `null` stands for every value. */
  readonly default?: string | number | null;
}

export interface QueryColumn {
  readonly name: string;
  readonly description: string;
}

/** A question that the archive answers, with its SQL. One file each in this folder, one line each in its index. */
export interface NamedQuery {
  readonly name: string;
  /** The question in words. */
  readonly question: { readonly en: string; readonly zh: string };
  readonly parameters: readonly QueryParameter[];
  /** One statement; parameters as `@name`. Its order is total, so that the same archive gives the same rows. */
  readonly sql: string;
  /** The columns of the result, in order. */
  readonly columns: readonly QueryColumn[];
}
