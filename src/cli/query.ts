import { type Command, Option } from 'commander';
import { openArchive, type QueryResult, type RowFormat, rowFormats, type RowSet } from '../index.ts';
import { databaseOption, parseCount, parseParameter, parseSeconds } from './options.ts';
import { printQueries, rowsOf } from './print-queries.ts';
import { printRows } from './print-rows.ts';
import { columnsOfOutput, writeData, writeNote } from './terminal.ts';

interface QueryFlags {
  readonly db: string;
  readonly param?: Readonly<Record<string, string>>;
  readonly format: RowFormat;
  readonly timeout: number;
  readonly limit: number;
}

const examples = `
Examples:
  $ ziping query                                          the named queries with their questions
  $ ziping query totals-not-adding-up
  $ ziping query lowest-execution --param limit=5 --format csv
  $ ziping query "SELECT project_name, total_score FROM forms_flat WHERE fiscal_year = @year" --param year=2019

Own SQL can only read. SELECT * FROM column_descriptions lists all tables and columns with what they mean.
A table wider than the terminal is printed row by row; json, ndjson and csv are never cut.`;

/** `ziping query`: rows of a named query or of one's own statement. */
export function addQueryCommand(program: Command): void {
  program
    .command('query')
    .summary('ask the database')
    .description('Prints the rows of a named query or of your own read-only SQL; alone, the list of named queries.')
    .argument('[NAME or SQL]', 'a query by name, or a SELECT')
    .addOption(databaseOption())
    .option('--param <NAME=VALUE>', 'value of a parameter (@name in SQL); may be given several times', parseParameter)
    .addOption(
      new Option('--format <FORMAT>', 'how rows are printed').choices(Object.keys(rowFormats)).default('table'),
    )
    .addOption(
      new Option('--timeout <SECONDS>', 'stop the query after this time').argParser(parseSeconds).default(30_000, '30'),
    )
    .option('--limit <ROWS>', 'print at most so many rows', parseCount, 10_000)
    .showHelpAfterError('(a statement is one argument, in quotes; --help lists what can be given)')
    .addHelpText('after', examples)
    .action(runQuery);
}

async function runQuery(nameOrSql: string | undefined, flags: QueryFlags): Promise<void> {
  const archive = openArchive(flags.db);
  if (nameOrSql === undefined) {
    writeData(
      flags.format === 'table' ? printQueries(archive.queries) : rowFormats[flags.format](rowsOf(archive.queries)),
    );
    return;
  }
  const question = archive.queries.find(({ name }) => name === nameOrSql)?.question;
  const result = await archive.query(nameOrSql, {
    parameters: flags.param ?? {},
    timeLimitMs: flags.timeout,
    rowLimit: flags.limit,
  });
  if (question !== undefined && flags.format === 'table') writeNote(`${question.en} ${question.zh}`);
  writeData(print(result, flags.format));
  noteRows(result, flags);
}

function print(rows: RowSet, format: RowFormat): string {
  return format === 'table' ? printRows(rows, columnsOfOutput()) : rowFormats[format](rows);
}

function noteRows({ rows, isTruncated }: QueryResult, { limit, format }: QueryFlags): void {
  if (isTruncated) writeNote(`There are more rows: only the first ${limit} are printed. Ask for more with --limit.`);
  else if (rows.length === 0 && format === 'table') writeNote('No rows.');
}
