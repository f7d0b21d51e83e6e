import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { archivePath } from '../../src/pipeline/archive-path.ts';

test.each([
  ['samples/a.pdf', 'ziping.db', 'samples/a.pdf'],
  ['./samples/../samples/a.pdf', 'ziping.db', 'samples/a.pdf'],
  ['samples/a.pdf', 'samples/ziping.db', 'a.pdf'],
  ['..a.pdf', 'ziping.db', '..a.pdf'],
])('%s beside %s is %s', (file, database, expected) => {
  expect(archivePath(file, database)).toBe(expected);
});

test('a file elsewhere has its absolute path', () => {
  expect(archivePath('samples/a.pdf', 'data/ziping.db')).toBe(resolve('samples/a.pdf').replaceAll('\\', '/'));
});
