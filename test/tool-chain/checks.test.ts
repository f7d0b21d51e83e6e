import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offences } from './offences.ts';
import { run } from './run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fetchedNode = join('src', 'launch', 'node-24', 'node_modules');
const configurations = [
  '.dependency-cruiser.cjs',
  '.oxlintrc.json',
  '.prettierignore',
  '.prettierrc.json',
  'knip.jsonc',
  'tsconfig.json',
];

// A check reads the types of every package; on a busy machine it takes its time.
vi.setConfig({ testTimeout: 120_000 });

let checkout: string;

/** A checkout with this project's checks and other, sound sources. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'ziping-checks-'));
  for (const file of configurations) cpSync(join(root, file), join(checkout, file));
  const isKept = (path: string): boolean => !path.startsWith(join(root, fetchedNode));
  cpSync(join(root, 'src', 'launch'), join(checkout, 'src', 'launch'), { recursive: true, filter: isKept });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  symlinkSync(join(root, fetchedNode), join(checkout, fetchedNode));
  plant('src/index.ts', "export { half } from './text/half.ts';\n");
  plant('src/text/half.ts', 'export const half = 0.5;\n');
  for (const folder of ['test', 'samples']) mkdirSync(join(checkout, folder));
  declare(['commander', 'picomatch', 'pdfjs-dist', '@embedpdf/pdfium', 'better-sqlite3', 'sharp']);
});
afterEach(() => rmSync(checkout, { recursive: true }));

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), source);
}

/** The project's package.json, with its tools, and no other dependencies than `packages`. */
function declare(packages: readonly string[]): void {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const dependencies = anyVersion(packages);
  const devDependencies = anyVersion(['knip', 'oxlint', 'prettier', 'rolldown', 'typescript']);
  plant('package.json', `${JSON.stringify({ ...own, dependencies, devDependencies }, null, 2)}\n`);
}

function anyVersion(packages: readonly string[]): Record<string, string> {
  return Object.fromEntries(packages.map((name) => [name, '*']));
}

/** What `npm run` prints for one of the project's checks, and its exit code. */
async function check(script: string): Promise<{ said: string; code: number | null }> {
  const { stdout, stderr, code } = await run('npm', ['run', '--silent', script], { cwd: checkout });
  return { said: stdout + stderr, code };
}

test.each(Object.entries(offences))('npm run %s finds every planted offence', async (script, planted) => {
  for (const { file, source } of planted) plant(file, source);
  const { said, code } = await check(script);
  expect(code).not.toBe(0);
  expect(planted.filter(({ rule, file }) => !said.includes(rule) || !said.includes(file))).toStrictEqual([]);
});

test('npm run unused finds a dependency that nothing imports', async () => {
  declare(['picomatch']);
  const { said, code } = await check('unused');
  expect(said).toMatch(/Unused dependencies[^]*picomatch/u);
  expect(code).not.toBe(0);
});

test('npm run unused passes where all is used', async () => {
  declare([]);
  expect(await check('unused')).toMatchObject({ code: 0 });
});
