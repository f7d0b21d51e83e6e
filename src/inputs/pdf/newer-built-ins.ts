import { exactSum } from './exact-sum.ts';

/**
 * What the current build of pdfjs-dist takes from newer JavaScript than Node 22.13 knows: of ECMAScript 2025 and 2026,
 * as far as it is used there. The library's own answer is its "legacy" build, which brings 300 kB of such code twice
 * and looks at everything that a browser has: loading it takes 150 ms longer (Node 24). A test compares the two builds
 * and names what is missing here.
 */
export function addNewerBuiltIns(): void {
  add(Map.prototype, { getOrInsert, getOrInsertComputed });
  add(WeakMap.prototype, { getOrInsert, getOrInsertComputed });
  add(Promise, { try: promiseTry });
  add(Math, { sumPrecise: exactSum });
  add(Uint8Array.prototype, { toHex, toBase64 });
  add(Uint8Array, { fromBase64 });
}

/** Not enumerable, like all that is built in; what Node has is left alone. */
function add(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

/** As much of a Map and of a WeakMap as is needed to add to them. */
type Keyed = Pick<Map<unknown, unknown>, 'has' | 'get' | 'set'>;

function getOrInsert(this: Keyed, key: unknown, value: unknown): unknown {
  if (!this.has(key)) this.set(key, value);
  return this.get(key);
}

function getOrInsertComputed(this: Keyed, key: unknown, compute: (key: unknown) => unknown): unknown {
  if (!this.has(key)) this.set(key, compute(key));
  return this.get(key);
}

function promiseTry<Args extends readonly unknown[]>(
  this: PromiseConstructor,
  act: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  return new this((resolve) => resolve(act(...args)));
}

function toHex(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('hex');
}

function toBase64(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64');
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
