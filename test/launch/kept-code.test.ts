import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run, type Run } from '../tool-chain/run.ts';

const keptCode = new URL('../../src/launch/kept-code.mjs', import.meta.url).href;

let folder: string;
let program: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-code-'));
  program = join(folder, 'main.cjs');
  cache = join(folder, 'cache');
  write('main.cjs', "const { text } = require('./part.cjs'); console.log(text('A'), process.argv.slice(2).join());");
  write('part.cjs', "const { sep } = require('node:path'); exports.text = (name) => `${name}1${typeof sep}`;");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, source: string): void {
  writeFileSync(join(folder, name), source);
}

/** Runs the program with a cache folder of its own, wherever the system has it. */
function runKept(...args: readonly string[]): Promise<Run> {
  const script = `import { runWithKeptCode } from '${keptCode}'; runWithKeptCode(process.argv[1]);`;
  const env = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
  return run(process.execPath, ['--input-type=module', '--eval', script, program, ...args], { env });
}

/** The kept files, each with when it was written. */
function keptFiles(): Readonly<Record<string, number>> {
  const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file, statSync(file).mtimeMs];
    }),
  );
}

test('what a run has compiled is kept, and taken by the next', async () => {
  expect(await runKept('x')).toMatchObject({ stdout: 'A1string x\n', stderr: '', code: 0 });
  const kept = keptFiles();
  expect(Object.keys(kept).filter((file) => /-(?:main|part)\.cjs$/.test(file))).toHaveLength(2);
  expect(await runKept('y')).toMatchObject({ stdout: 'A1string y\n', stderr: '', code: 0 });
  // What is not taken is written anew.
  expect(keptFiles()).toStrictEqual(kept);
});

test('another program of the same name and length is compiled anew', async () => {
  await runKept();
  write('part.cjs', "const { sep } = require('node:path'); exports.text = (name) => `${name}2${typeof sep}`;");
  expect((await runKept()).stdout).toBe('A2string \n');
});

test('a program that is not ASCII is read as it is written', async () => {
  write('part.cjs', "exports.text = () => '绩效 é';");
  expect((await runKept()).stdout).toBe('绩效 é \n');
  expect((await runKept()).stdout).toBe('绩效 é \n');
});

test('files that are no kept code do no harm', async () => {
  await runKept();
  for (const file of Object.keys(keptFiles())) writeFileSync(file, 'something else');
  expect(await runKept()).toMatchObject({ stdout: 'A1string \n', stderr: '', code: 0 });
});

test('where nothing can be kept, the program runs all the same', async () => {
  mkdirSync(cache);
  writeFileSync(join(cache, 'ziping'), 'not a folder');
  chmodSync(cache, 0o500);
  expect(await runKept()).toMatchObject({ stdout: 'A1string \n', stderr: '', code: 0 });
  chmodSync(cache, 0o700);
});

test('a part that is required while it is being loaded is met half done, as with Node', async () => {
  write('main.cjs', "exports.early = 1; const part = require('./part.cjs'); console.log(part.seen);");
  write('part.cjs', "exports.seen = Object.keys(require('./main.cjs')).join();");
  expect((await runKept()).stdout).toBe('early\n');
});
