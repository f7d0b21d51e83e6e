import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandHelps } from '../../src/cli/program.ts';
import { ziping } from './ziping.ts';

const commands = commandHelps(100);

test('every command and the program itself have help', () => {
  expect(commands.map(({ name }) => name)).toStrictEqual(['ziping', 'ziping ingest', 'ziping extract', 'ziping query']);
});

test.each(commands)('$name --help tells every option and goes to standard output', async ({ name, options, help }) => {
  const { stdout, stderr, code } = await ziping([...name.split(' ').slice(1), '--help']);
  for (const option of options) expect(stdout).toContain(option);
  expect(help).toMatch(name === 'ziping' ? /Exit codes:/u : /Examples:\n( {2}\$ ziping .+\n?)+/u);
  expect({ stderr, code }).toStrictEqual({ stderr: '', code: 0 });
});

test('docs/commands.md has the help of every command', () => {
  const reference = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
  for (const { name, help } of commands) expect(reference).toContain(`## ${name}\n\n\`\`\`text\n${help}\n\`\`\``);
});

test('--version is the one of package.json', async () => {
  const { stdout, code } = await ziping(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expect(code).toBe(0);
});

test.each([
  ['no command', []],
  ['an unknown command', ['digest']],
  ['an unknown option', ['ingest', '.', '--fast']],
  ['no path', ['ingest']],
  ['a wrong number', ['query', 'overview', '--limit', 'many']],
  ['options that do not go together', ['extract', 'a.pdf', '--until', 'read', '--db', 'a.db']],
])('%s is wrong usage: exit code 2, standard output empty', async (_, args) => {
  const { stdout, stderr, code } = await ziping(args);
  expect({ stdout, code }).toStrictEqual({ stdout: '', code: 2 });
  expect(stderr).not.toBe('');
});
