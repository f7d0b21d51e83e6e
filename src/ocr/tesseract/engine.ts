import type { OcrEngine } from '../engine.ts';
import { loadPaddleModels } from '../paddle/models.ts';
import { pageEngine } from '../reading/page-engine.ts';
import { loadTesseract } from './recognize.ts';

/**
 * Tesseract's certainty does not tell right from wrong well enough (it was made for other languages): whatever it reads
 * is for review.
 */
const mostSure = 0.85;

/** tesseract.js on the lines that the detection model of PP-OCRv4 finds: its own layout analysis loses cells. */
export function tesseractEngine(threads: number): OcrEngine {
  const load = async () => {
    const [{ detection }, recognize] = await Promise.all([loadPaddleModels({ threads }), loadTesseract()]);
    return { detection, recognize };
  };
  return pageEngine({ name: 'tesseract', load, mostSure });
}
