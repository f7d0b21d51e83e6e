import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Run by itself: what another test loaded would stay loaded. */
const readSample = `
  import { readFileSync } from 'node:fs';
  import { createRequire } from 'node:module';
  import { readLimitsSchema } from './src/inputs/limits.ts';
  import { readPdf } from './src/inputs/pdf/read-pdf.ts';
  const { pages } = await readPdf(readFileSync('samples/ministry-writer-four-pages.pdf'), { limits: readLimitsSchema.parse({}), recognize: null });
  const loaded = process.report.getReport().sharedObjects.filter((file) => file.includes('canvas'));
  console.log(JSON.stringify({ pages: pages.length, loaded }));
`;

test('a PDF is read without the native canvas, and nothing is warned of', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', readSample], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toStrictEqual({ pages: 4, loaded: [] });
});
