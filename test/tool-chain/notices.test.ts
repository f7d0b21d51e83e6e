import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

function read(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

test('every package that the program runs with is in NOTICE.md', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as LockFile;
  const notices = read('NOTICE.md');
  const installed = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path]) => path.replace(/^.*node_modules\//u, ''));
  // Builds for one platform, and what the WebAssembly ones bring, stand behind the package that chooses among them.
  const isPerPlatform = /^(@img\/sharp-|@napi-rs\/canvas-|@emnapi\/|@napi-rs\/wasm-runtime|@tybys\/|tslib$)/u;
  expect(installed.filter((name) => !isPerPlatform.test(name) && !notices.includes(name))).toStrictEqual([]);
});
