/** One column: its name, its Chinese heading, what it holds, and its unit where it has one. */
export type ColumnDescription = readonly [name: string, chineseHeading: string, description: string, unit?: string];

/** SQL that describes columns of one table or view in `column_descriptions`. */
export function describeColumns(table: string, columns: readonly ColumnDescription[]): string {
  const rows = columns.map(
    ([name, heading, description, unit]) => `(${[table, name, heading, description, unit].map(literal).join(', ')})`,
  );
  return `INSERT INTO column_descriptions (table_name, column_name, chinese_heading, description, unit)
VALUES\n${rows.join(',\n')};\n`;
}

/** SQL that gives columns of a view the descriptions that columns of the same names have in `source`. */
export function describeLike(view: string, source: string, columns: readonly string[]): string {
  return `INSERT INTO column_descriptions (table_name, column_name, chinese_heading, description, unit)
SELECT ${literal(view)}, column_name, chinese_heading, description, unit FROM column_descriptions
WHERE table_name = ${literal(source)} AND column_name IN (${columns.map(literal).join(', ')});\n`;
}

/** The descriptions of both columns of an exact number (see `exactColumns`). */
export function describeExact(
  ...[name, heading, description, unit = 'points']: ColumnDescription
): ColumnDescription[] {
  return [
    [name, heading, description, unit],
    [`${name}_micro`, heading, `${name}, exactly: for sums and comparisons`, `millionths of ${unit}`],
  ];
}

function literal(value: string | undefined): string {
  return value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
}
