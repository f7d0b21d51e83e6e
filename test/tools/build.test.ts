import { isAscii } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extract } from '../../src/index.ts';
import { forText } from '../../src/tools/pdfjs-for-text.ts';

const { resolve } = createRequire(import.meta.url);
const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const built = new URL('../../dist/program/', import.meta.url);

test.each(readdirSync(samples).filter((file) => file.endsWith('.pdf')))(
  'the built program reads %s as the sources do',
  async (file) => {
    const program = (await import(new URL('index.cjs', built).href)) as { readonly extract: typeof extract };
    expect(await program.extract(samples + file, { until: 'read' })).toStrictEqual(
      await extract(samples + file, { until: 'read' }),
    );
  },
);

test('it is written in ASCII, and without the drawing of Type 3 glyphs', () => {
  const files = readdirSync(built).map((name) => readFileSync(new URL(name, built)));
  expect(files.every(isAscii)).toBe(true);
  const texts = files.map((file) => file.toString('latin1'));
  expect(texts.filter((text) => text.includes('async loadType3Data('))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('.loadType3Data('))).toHaveLength(0);
});

test('it names the licence of every package that is bundled', () => {
  const licences = readFileSync(new URL('LICENCES.txt', built), 'utf8');
  const named = [...licences.matchAll(/^(?:@[\w-]+\/)?[\w-]+$(?=\n\n)/gm)].map(([name]) => name);
  expect(named).toContain('pdfjs-dist');
  expect(named).toContain('zod');
});

test('a library that has changed is not bundled', () => {
  const worker = readFileSync(resolve('pdfjs-dist/build/pdf.worker.mjs'), 'utf8');
  expect(forText(worker)).not.toBe(worker);
  expect(() => forText(worker.replaceAll('loadType3Data', 'loadGlyphs'))).toThrow(/has 0 places/);
  expect(() => forText(worker + worker)).toThrow(/has 2 places/);
});
