import { init } from '@embedpdf/pdfium';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { provideFallbackFonts } from './fallback-fonts.ts';
import type { AddFunction, Pdfium, WasmMemory } from './pdfium-module.ts';

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
  return typeof value === 'object' && value !== null && 'HEAPU8' in value && 'addFunction' in value;
}
