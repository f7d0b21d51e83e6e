import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { isNewEnough } from '../../src/launch/required-node.mjs';
import { nodes } from './nodes.ts';
import { run } from '../tool-chain/run.ts';

const launcher = fileURLToPath(new URL('../../src/launch/with-node.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'with-node-'));
afterAll(() => rmSync(folder, { recursive: true }));

const waiting = `
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => setTimeout(() => { console.log('tidied after', signal); process.exit(7); }, 200));
  }
  setInterval(() => {}, 1000);
  console.log('ready');
`;

function script(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

describe.each(nodes)('under %s', (_, node) => {
  test('a script finds a Node that is new enough, and its own arguments', async () => {
    const path = script(
      'report.ts',
      'console.log(JSON.stringify([process.versions.node, ...process.argv.slice(1)] as string[]))',
    );
    const { stdout, code } = await run(node, [launcher, path, '--flag', '两 个']);
    const [version, ...args] = JSON.parse(stdout) as string[];
    expect(isNewEnough(version)).toBe(true);
    expect(args).toStrictEqual([path, '--flag', '两 个']);
    expect(code).toBe(0);
  });

  test('standard input, output and error are the script’s own', async () => {
    const path = script('copy.mjs', "process.stdin.pipe(process.stdout); console.error('noted');");
    const { stdout, stderr } = await run(node, [launcher, path], { stdin: '绩效自评表' });
    expect(stdout).toBe('绩效自评表');
    expect(stderr).toBe('noted\n');
  });

  test('the exit code is passed on', async () => {
    const { code } = await run(node, [launcher, script('code.mjs', 'process.exitCode = 5;')]);
    expect(code).toBe(5);
  });

  test('a CommonJS script runs too', async () => {
    const { stdout } = await run(node, [launcher, script('old.cjs', "console.log(require('node:path').sep);")]);
    expect(stdout.trim()).not.toBe('');
  });

  test('the end by a signal is passed on', async () => {
    const { code, signal } = await run(node, [launcher, script('abort.mjs', "process.kill(process.pid, 'SIGKILL');")]);
    expect({ code, signal }).toStrictEqual({ code: null, signal: 'SIGKILL' });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the script, which ends in its own time', async (signal) => {
    const { stdout, code } = await run(node, [launcher, script('wait.mjs', waiting)], { sendAtFirstOutput: signal });
    expect(stdout).toBe(`ready\ntidied after ${signal}\n`);
    expect(code).toBe(7);
  });

  test('without a script, it says how it is used', async () => {
    const { stderr, code } = await run(node, [launcher]);
    expect(stderr).toContain('usage: ');
    expect(code).toBe(2);
  });
});
