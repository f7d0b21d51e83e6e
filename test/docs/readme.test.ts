import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), 'ziping-readme-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Transcript {
  readonly command: string;
  readonly output: readonly string[];
}

/** The commands of the console blocks of a page, each with the lines printed below it. */
function transcripts(file: string): Transcript[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [command = '', ...output] = part.trimEnd().split('\n');
        // … stands for lines left out.
        return { command, output: output.filter((line) => line !== '…') };
      }),
  );
}

/** Runs a command of the README as it stands, with its database in a folder of its own. */
function run(command: string): string {
  const database = path.join(work, 'ziping.db');
  const own = command.includes('--db ziping.db')
    ? command.replace('ziping.db', database)
    : `${command} --db ${database}`;
  const isQuery = / -- (query|ingest) /.test(command);
  return execFileSync('bash', ['-c', isQuery ? own : command], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  it.each(transcripts(file))('$command prints what the page shows', ({ command, output }) => {
    rmSync(command.includes(' ingest ') ? path.join(work, 'ziping.db') : path.join(work, 'none'), { force: true });
    const printed = run(command).split('\n');
    expect(printed).toEqual(expect.arrayContaining([...output]));
  });

  it('shows commands at all', () => {
    expect(transcripts(file).length).toBeGreaterThan(3);
  });
});
