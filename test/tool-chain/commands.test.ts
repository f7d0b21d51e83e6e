import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sample, temporaryFolder } from '../cli/ziping.ts';
import { run, type Run } from './run.ts';

/** The commands of those who work on the program, by their scripts of package.json. */
const commands = {
  evaluate: 'src/evaluate/main.ts',
  bench: 'src/bench/main.ts',
  samples: 'samples/generate/main.ts',
  generate: 'src/tools/generate.ts',
} as const;

function start(command: keyof typeof commands, ...args: readonly string[]): Promise<Run> {
  return run(process.execPath, [path.resolve(commands[command]), ...args]);
}

test.each(Object.keys(commands) as (keyof typeof commands)[])(
  'npm run %s -- --help tells what it takes',
  async (name) => {
    const { stdout, code } = await start(name, '--help');
    expect(stdout).toContain(`Usage: npm run ${name} -- [options]`);
    expect(code).toBe(0);
  },
);

test.each([
  ['evaluate', [], "missing required argument 'folders'"],
  ['evaluate', ['nowhere'], 'There is no such folder.'],
  ['evaluate', ['samples', '--ocr', 'magic'], "'magic' is invalid"],
  ['bench', ['speed'], "unknown command 'speed'"],
  ['bench', ['pdf', '--rounds', '0'], 'Expected a whole number from 1.'],
  ['samples', ['scans', '--out', 'never-made', '--dpi', '10'], 'Expected 72 to 600.'],
  ['samples', ['dump'], "required option '--out <DIR>' not specified"],
  ['generate', ['--chekc'], "unknown option '--chekc'"],
] as const)('npm run %s -- %j is refused in a line', async (name, args, reason) => {
  const { stderr, code } = await start(name, ...args);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(1);
});

describe('npm run evaluate', () => {
  test('prints what agrees with the truth, and what differs', async () => {
    const folder = temporaryFolder();
    cpSync(sample('shijiazhuang-dump-gb18030.txt'), path.join(folder, 'right.txt'));
    cpSync(sample('shijiazhuang-dump-gb18030.truth.json'), path.join(folder, 'right.truth.json'));
    cpSync(sample('shijiazhuang-dump-gb18030.txt'), path.join(folder, 'wrong.txt'));
    cpSync(sample('ministry-calc-landscape.truth.json'), path.join(folder, 'wrong.truth.json'));
    const { stdout, code } = await start('evaluate', folder, '--differences');
    expect(code).toBe(0);
    const rows = stdout.split('\n').map((line) => line.split(/\s{2,}/));
    expect(rows.find(([file]) => file === 'right.txt')?.[2]).toMatch(/^(\d+)\/\1$/);
    expect(rows.find(([file]) => file === 'wrong.txt')?.[2]).toMatch(/ \d+\.\d%$/);
    expect(stdout).toMatch(/^wrong\.txt form 1 \/projectName: .+ <> .+$/m);
    expect(stdout).not.toMatch(/^right\.txt form/m);
  });
});

test('npm run samples makes the same documents from the same seed', async () => {
  const make = async (): Promise<[string, string][]> => {
    const out = temporaryFolder();
    await start('samples', 'dump', '--out', out, '--seed', 'same', '--count', '2');
    return readdirSync(out).map((name) => [name, readFileSync(path.join(out, name), 'latin1')]);
  };
  const documents = await make();
  expect(documents).toHaveLength(4);
  expect(await make()).toStrictEqual(documents);
});
