import { z } from 'zod';
import type { OcrEngine } from './engine.ts';
import { paddleEngine } from './paddle/engine.ts';
import { tesseractEngine } from './tesseract/engine.ts';

/** The engines that can be chosen, by name. */
const engines = { paddle: paddleEngine, tesseract: tesseractEngine } as const;
export type OcrEngineName = keyof typeof engines;

/** What scanned pages can be read with; `none` leaves them unread. */
export const ocrChoices = ['paddle', 'tesseract', 'none'] as const satisfies readonly (OcrEngineName | 'none')[];
export type OcrChoice = (typeof ocrChoices)[number];

/** How scanned pages are recognised. */
export const ocrOptionsSchema = z.strictObject({
  ocr: z.enum(ocrChoices).default('paddle').describe('The engine that recognises scanned pages'),
  ocrThreads: z.int().positive().default(2).describe('Threads that one page is recognised with'),
});

const running = new Map<string, OcrEngine>();

/** An engine by its name; its models are loaded at the first page, once. */
export function engineNamed(name: OcrEngineName, threads: number): OcrEngine {
  const key = `${name} ${threads}`;
  const engine = running.get(key) ?? engines[name](threads);
  running.set(key, engine);
  return engine;
}
