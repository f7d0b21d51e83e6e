import { createRequire, Module } from 'node:module';

/**
 * Keeps pdfjs-dist from loading the native module @napi-rs/canvas at its import: 170 ms of the 400 ms of processor
 * time that the import takes (Node 24). It wants the classes DOMMatrix and Path2D from there, only to draw, which
 * is never asked of it: `render.ts` draws. An empty module stands where its `require` looks first, and empty classes
 * stand for the two.
 */
export function standInForCanvas(): void {
  const require = createRequire(import.meta.url);
  const file = canvasFile(require);
  if (file !== null) require.cache[file] ??= emptyModule(file);
  standIn('DOMMatrix');
  standIn('Path2D');
}

/** `null` where the package is not installed: pdfjs-dist can do without. */
function canvasFile(require: NodeJS.Require): string | null {
  try {
    return createRequire(require.resolve('pdfjs-dist/package.json')).resolve('@napi-rs/canvas');
  } catch {
    return null;
  }
}

function emptyModule(file: string): Module {
  const module = new Module(file);
  module.filename = file;
  module.loaded = true;
  return module;
}

/** As much of a browser's document as pdfjs-dist hands fonts to. */
interface FontDocument {
  readonly fonts: { readonly add: () => void; readonly delete: () => void };
}

/**
 * A document that takes fonts and does nothing with them. Without one, pdfjs-dist works out the outline of every glyph
 * to draw it by itself: a fifth of the time that reading a page takes, for outlines that nobody looks at.
 */
export function documentThatTakesFonts(): FontDocument {
  standIn('FontFace');
  return { fonts: { add: () => {}, delete: () => {} } };
}

/** Nothing is ever asked of one but, of a font, when it will be there. */
class StandIn {
  readonly loaded = Promise.resolve();
}

function standIn(name: 'DOMMatrix' | 'Path2D' | 'FontFace'): void {
  if (name in globalThis) return;
  Object.defineProperty(globalThis, name, { value: StandIn, configurable: true, writable: true });
}
