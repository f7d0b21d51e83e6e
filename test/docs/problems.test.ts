import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

it('describes every code that the program gives, and no other', () => {
  const inSources = sources(path.join(root, 'src')).flatMap((text) => [...text.matchAll(/\bcode: '([a-z-]+)'/g)]);
  const configs = sources(path.join(root, 'src')).flatMap((text) => [...text.matchAll(/\bwhat: '([a-z]+)'/g)]);
  const given = new Set([...inSources.map(([, code]) => code), ...configs.map(([, what]) => `${what}-invalid`)]);
  const page = readFileSync(path.join(root, 'docs/problems.md'), 'utf8');
  const described = new Set(
    [...page.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = '']) => cell.match(/[a-z-]+/g) ?? []),
  );
  expect(described).toEqual(given);
});
