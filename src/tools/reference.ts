import type { Layout } from '../forms/layout.ts';
import type { Rule } from '../rules/rule.ts';
import type { NamedQuery } from '../store/queries/named-query.ts';

/** The page that describes every rule, layout and named query, from their own descriptions. */
export function referencePage(parts: {
  readonly rules: readonly Rule[];
  readonly layouts: readonly Layout[];
  readonly queries: readonly NamedQuery[];
}): string {
  return [
    '# Rules, layouts and queries\n',
    'Generated from the sources by `npm run generate`.\n',
    '## Rules\n',
    table(
      ['rule', 'severity', 'what it finds', '发现的问题'],
      parts.rules.map(({ id, severity, title, titleZh }) => [`\`${id}\``, severity, title, titleZh]),
    ),
    '## Layouts\n',
    table(
      ['layout', 'form', '版式', 'jurisdiction', 'from', 'source'],
      parts.layouts.map(({ id, name, jurisdiction, years, source }) => [
        `\`${id}\``,
        name.en,
        name.zh,
        jurisdiction,
        String(years.from),
        source,
      ]),
    ),
    '## Queries\n',
    ...parts.queries.map(queryEntry),
  ].join('\n');
}

function queryEntry({ name, question, parameters, columns }: NamedQuery): string {
  const asked = parameters.map((parameter) => `- \`--param ${parameter.name}=…\`: ${parameter.description}\n`);
  const columnRows = columns.map((column) => [`\`${column.name}\``, column.description]);
  return [`### ${name}\n`, `${question.en} ${question.zh}\n`, ...asked, table(['column', 'meaning'], columnRows)].join(
    '\n',
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
