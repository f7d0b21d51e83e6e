import { createRequire } from 'node:module';

/**
 * Keeps pdfjs-dist from what it needs only to draw, which is never asked of it: `render.ts` draws.
 *
 * At its import it would load the native module @napi-rs/canvas (170 ms of a start of 400, Node 24) for the classes
 * DOMMatrix and Path2D, and warn without it. An empty module stands where `require` looks first, and empty
 * classes stand for the two; drawing with pdfjs would throw.
 */
export function standInForCanvas(): void {
  const require = createRequire(import.meta.url);
  const file = createRequire(require.resolve('pdfjs-dist/package.json')).resolve('@napi-rs/canvas');
  require.cache[file] ??= Object.assign(Object.create(null), { id: file, filename: file, loaded: true, exports: {} });
  standIn('DOMMatrix');
  standIn('Path2D');
}

/**
 * A document whose fonts are always there. With one, pdfjs hands fonts to the browser; without, it works out the outline
 * of every glyph, which takes a fifth to a third of the time of reading a page, and nobody looks at them.
 */
export function documentWithFonts(): { readonly fonts: Pick<Set<unknown>, 'add' | 'delete'> } {
  standIn('FontFace');
  return { fonts: { add: () => new Set(), delete: () => false } };
}

function standIn(name: 'DOMMatrix' | 'Path2D' | 'FontFace'): void {
  if (name in globalThis) return;
  Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
}
