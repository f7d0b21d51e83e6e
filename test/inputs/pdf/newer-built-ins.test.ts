import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { addNewerBuiltIns } from '../../../src/inputs/pdf/newer-built-ins.ts';

addNewerBuiltIns();
const { resolve } = createRequire(import.meta.url);

function builds(file: string): { legacy: string; current: string } {
  const read = (folder: string): string => readFileSync(resolve(`pdfjs-dist/${folder}/${file}`), 'utf8');
  return { legacy: read('legacy/build'), current: read('build') };
}

/** `uint8-array.from-base64` is Uint8Array.fromBase64, or of its prototype. */
function isThere(type: string, name: string): boolean {
  const owner: unknown = Reflect.get(globalThis, type);
  if (typeof owner !== 'function') return typeof owner === 'object' && owner !== null && name in owner;
  return name in owner || name in (owner.prototype as object);
}

test.each(['pdf.mjs', 'pdf.worker.mjs'])('what %s uses of newer JavaScript is there', (file) => {
  const { legacy, current } = builds(file);
  const brought = [...legacy.matchAll(/core-js\/modules\/(?:es|web)\.([\w-]+)\.([\w-]+)(?:\.v2)?\.js/g)];
  const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const types: Readonly<Record<string, string>> = {
    json: 'JSON',
    math: 'Math',
    url: 'URL',
    'dom-exception': 'DOMException',
  };
  const used = brought
    .map(([, type = '', name = '']) => ({
      type: types[type] ?? camel(type).replace(/^./, (letter) => letter.toUpperCase()),
      name: camel(name),
    }))
    .filter(({ name }) => current.includes(`.${name}(`));
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter(({ type, name }) => !isThere(type, name))).toStrictEqual([]);
});

/** Calls what TypeScript does not know of yet. */
function call(owner: object, name: string, ...args: readonly unknown[]): unknown {
  const builtIn: unknown = Reflect.get(owner, name);
  if (typeof builtIn !== 'function') throw new TypeError(`There is no ${name}`);
  return Reflect.apply(builtIn, owner, args);
}

test('they do as their definitions say', async () => {
  const numbers = new Map([['one', 1]]);
  expect(call(numbers, 'getOrInsertComputed', 'two', (key: string) => key.length)).toBe(3);
  expect(call(numbers, 'getOrInsert', 'one', 2)).toBe(1);
  expect(call(new WeakMap<object, number>(), 'getOrInsertComputed', {}, () => 7)).toBe(7);
  expect(call(Math, 'sumPrecise', [1e100, 1, -1e100])).toBe(1);
  expect(call(new Uint8Array([1, 171]), 'toHex')).toBe('01ab');
  expect(call(new Uint8Array([1, 171]), 'toBase64')).toBe('Aas=');
  expect(call(Uint8Array, 'fromBase64', 'Aas=')).toStrictEqual(new Uint8Array([1, 171]));
  await expect(call(Promise, 'try', (n: number) => n + 1, 1)).resolves.toBe(2);
  const fail = (): never => {
    throw new RangeError('caught');
  };
  await expect(call(Promise, 'try', fail)).rejects.toThrow('caught');
});

test.each([Map, WeakMap, Promise, Uint8Array])('nothing is added that a loop over a %o would meet', (type) => {
  expect([...Object.keys(type), ...Object.keys(type.prototype as object)]).toStrictEqual([]);
});
