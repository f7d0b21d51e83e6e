import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { provideFallbackFonts } from './fallback-fonts.ts';

/** The memory that PDFium works in. Its views are new ones after it has grown: read them anew each time. */
export interface WasmMemory {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAPF32: Float32Array<ArrayBuffer>;
}

/** Makes a function that PDFium can call; `signature` has `i` for a number and `v` for nothing, the result first. */
export type AddFunction = (call: (...values: number[]) => number, signature: string) => number;

/** PDFium's functions under their own names (https://pdfium.googlesource.com, public/*.h), and its memory. */
export interface Pdfium {
  readonly calls: WrappedPdfiumModule;
  readonly memory: WasmMemory;
  readonly addFunction: AddFunction;
}

let loaded: Promise<Pdfium> | undefined;

/** PDFium, started at its first use: 60 to 85 ms and 18 MB (two cores, Node 24). */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= start();
  return loaded;
}

/** After a fault within PDFium its memory cannot be trusted: the next use starts another. */
export function forgetPdfium(): void {
  loaded = undefined;
}

/**
 * A piece of PDFium's memory, in bytes; the caller gives it back with `release`.
 * @throws RangeError where there is not that much
 */
export function reserve({ calls }: Pdfium, size: number): number {
  const address = calls.pdfium.wasmExports.malloc(size);
  if (address === 0) throw new RangeError(`There is no memory for ${size} bytes`);
  return address;
}

/** Gives a piece of memory back. */
export function release({ calls }: Pdfium, address: number): void {
  calls.pdfium.wasmExports.free(address);
}

async function start(): Promise<Pdfium> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const calls = await init({ wasmBinary: new Uint8Array(await readFile(file)).buffer });
  calls.PDFiumExt_Init();
  const module: unknown = calls.pdfium;
  if (!isEmscriptenModule(module)) throw new TypeError('This build of PDFium hides its memory');
  const pdfium = { calls, memory: module, addFunction: module.addFunction };
  provideFallbackFonts(pdfium);
  return pdfium;
}

/** The package declares these through types of Emscripten that it does not bring. */
function isEmscriptenModule(value: unknown): value is WasmMemory & { readonly addFunction: AddFunction } {
  return (
    typeof value === 'object' && value !== null && 'HEAPU8' in value && 'HEAPF32' in value && 'addFunction' in value
  );
}
