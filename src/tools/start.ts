/**
 * `npm start`: a first look. Reads the samples into ziping.db and asks three questions, by the commands that a user
 * would type, each printed before its output.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const launcher = fileURLToPath(new URL('../launch/ziping.mjs', import.meta.url));

const commands: readonly (readonly string[])[] = [
  ['ingest', 'samples/*.{txt,pdf}', '--db', 'ziping.db', '--again'],
  ['query', 'findings-by-rule'],
  ['query', 'totals-not-adding-up', '--limit', '3'],
  [
    'query',
    'SELECT project_name, budgeted, executed, computed_execution_rate AS rate FROM forms_flat ORDER BY rate LIMIT 5',
  ],
  ['query', 'needs-review', '--param', 'limit=5'],
];

/** As it would be typed: what the shell would read otherwise is quoted. */
function typed(argument: string): string {
  return /^[\w./=-]+$/.test(argument) ? argument : `"${argument}"`;
}

for (const args of commands) {
  console.log(`\n$ ziping ${args.map(typed).join(' ')}`);
  const env = { COLUMNS: '100', ...process.env };
  const { status } = spawnSync(process.execPath, [launcher, ...args], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    break;
  }
}
