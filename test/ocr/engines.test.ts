import { expect, test } from 'vitest';
import { engineNamed, ocrOptionsSchema } from '../../src/ocr/engines.ts';

test('an engine is one for all pages of a process, so that its models are loaded once', () => {
  expect(engineNamed('paddle', 2)).toBe(engineNamed('paddle', 2));
  expect(engineNamed('paddle', 1)).not.toBe(engineNamed('paddle', 2));
  expect(engineNamed('paddle', 1).name).toBe('paddle');
  expect(engineNamed('tesseract', 1)).toMatchObject({ name: 'tesseract', mostSure: 0.85 });
});

test('pages are recognised unless a pipeline says otherwise', () => {
  expect(ocrOptionsSchema.parse({})).toStrictEqual({ ocr: 'paddle', ocrThreads: 2 });
  expect(ocrOptionsSchema.safeParse({ ocr: 'another' }).success).toBe(false);
});
