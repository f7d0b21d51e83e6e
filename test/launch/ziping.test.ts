import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodes, oldNode } from './nodes.ts';
import { run } from '../tool-chain/run.ts';

const original = fileURLToPath(new URL('../../src/launch/', import.meta.url));
const fetched = join('node-24', 'node_modules');

let checkout: string;
let launcher: string;

/** A checkout with the launcher alone, without a fetched Node and not built. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'ziping-launch-'));
  const launch = join(checkout, 'src', 'launch');
  cpSync(original, launch, { recursive: true, filter: (path) => !path.startsWith(join(original, fetched)) });
  launcher = join(launch, 'ziping.mjs');
});
afterEach(() => rmSync(checkout, { recursive: true }));

function provideFetchedNode(): void {
  symlinkSync(join(original, fetched), join(checkout, 'src', 'launch', fetched));
}

function provideProgram(source: string): void {
  const folder = join(checkout, 'dist', 'program');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(checkout, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'main.cjs'), source);
}

describe.each(nodes)('under %s', (_, node) => {
  beforeEach(provideFetchedNode);

  test('the program gets its arguments', async () => {
    provideProgram('console.log(JSON.stringify(process.argv.slice(2)));');
    const { stdout, code } = await run(node, [launcher, 'query', 'select 1']);
    expect(JSON.parse(stdout)).toStrictEqual(['query', 'select 1']);
    expect(code).toBe(0);
  });

  test('a program that is not built is named, with what to run', async () => {
    const { stdout, stderr, code } = await run(node, [launcher]);
    expect(stdout).toBe('');
    expect(stderr).toContain(join('dist', 'program', 'main.cjs'));
    expect(stderr).toContain('Run npm ci');
    expect(code).toBe(78);
  });

  test('the program ends with a launcher that is killed outright', async () => {
    provideProgram(`setInterval(() => {}, 1000); console.log('ready');`);
    // The run waits for the end of the output, which a program that went on would keep open.
    const { stdout, signal } = await run(node, [launcher], { sendAtFirstOutput: 'SIGKILL' });
    expect(stdout).toBe('ready\n');
    expect(signal).toBe('SIGKILL');
  });
});

describe.skipIf(oldNode === null)('under an old Node, without a newer one', () => {
  test('in a checkout, it says to run npm ci', async () => {
    const { stderr, code } = await run(oldNode ?? '', [launcher]);
    expect(stderr).toMatch(
      /^ziping needs Node 22\.13 or newer, and this is Node [\d.]+; .*Run npm ci, or install a newer Node\.\n$/,
    );
    expect(code).toBe(78);
  });

  test('where there is none to fetch, it says to install one', async () => {
    rmSync(join(checkout, 'src', 'launch', 'node-24'), { recursive: true });
    const { stderr, code } = await run(oldNode ?? '', [launcher]);
    expect(stderr).toMatch(/^ziping needs Node 22\.13 or newer, and this is Node [\d.]+\. Install a newer Node\.\n$/);
    expect(code).toBe(78);
  });
});
